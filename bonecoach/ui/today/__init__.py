"""Today: what was done, what is left. One module for each thing that stands on the page."""
