"""Welfare of the practice branch: visits, rounds of gifts, houses, illnesses, deaths."""
