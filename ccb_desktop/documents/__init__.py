"""Word and Excel: the only floor that knows their libraries."""
