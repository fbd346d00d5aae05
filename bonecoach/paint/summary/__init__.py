"""The page for an appointment on paper, and the pages behind it; the window's preview is the same painting."""
