"""The first page: the branch at a glance, and what waits to be done."""
