"""Handing out the plan in one step."""
