"""One thin adapter for each favour of the operating system."""
