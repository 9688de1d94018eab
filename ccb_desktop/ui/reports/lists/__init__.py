"""Books and lists, chosen, looked at and written."""
