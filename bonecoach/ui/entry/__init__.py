"""The entry line: where something is said, what was understood, and ways to finish it."""
