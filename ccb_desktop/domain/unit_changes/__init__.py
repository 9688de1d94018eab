"""Units merged, split, ended, and whole old wards brought in: worked out before it is written."""
