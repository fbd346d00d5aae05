"""Charts: a state onto any painter, so that window, print and PDF show the same picture."""
