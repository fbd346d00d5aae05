"""The page for an appointment: one page in words and rows, laid out by paper, HTML and plain text."""
