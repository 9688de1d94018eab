"""Dates of which only the year, or the month and year, may be known."""
