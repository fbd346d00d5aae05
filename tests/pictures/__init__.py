"""Pictures of every page, and what must be true of each page whatever it looks like."""
