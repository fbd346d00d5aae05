"""Quick forms for those who would rather not type: they build the same text and make the same entries."""
