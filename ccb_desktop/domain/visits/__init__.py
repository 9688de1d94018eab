"""Welfare: visits and gifts, rounds, housing, deaths, and who is due."""
