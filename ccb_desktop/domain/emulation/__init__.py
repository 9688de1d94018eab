"""Grading of members and units, score sheets, awards, discipline, nominations."""
