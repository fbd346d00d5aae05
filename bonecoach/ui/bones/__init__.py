"""The Bone health page."""
