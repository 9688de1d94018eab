"""Reads any Word file into what its pages say and how they look."""
