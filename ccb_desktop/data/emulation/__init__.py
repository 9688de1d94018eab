"""Grading of members and units, score sheets, awards in the store."""
