"""Personal data in the store: what left, and what is erased from tables and history."""
