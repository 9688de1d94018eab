"""Visits, rounds, housing and deaths in the store."""
