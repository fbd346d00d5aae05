"""Measures the real program against its limits: `python -m tests.bench`."""
