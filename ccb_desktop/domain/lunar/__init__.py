"""The Vietnamese lunar calendar, worked out from sun and moon."""
