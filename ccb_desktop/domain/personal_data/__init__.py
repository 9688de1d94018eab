"""Personal data: what of it left, what was corrected, and its erasure."""
