"""Overlaps: two units with the same work at the same place and time."""
