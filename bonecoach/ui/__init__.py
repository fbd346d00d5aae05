"""The window: widgets that draw states, call the diary and decide nothing."""
