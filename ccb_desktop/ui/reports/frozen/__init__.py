"""Frozen reports: looked through, written again, compared."""
