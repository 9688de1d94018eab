"""Visits of inspection and supervision, and what was to be mended after them."""
