"""Windows that take lists in and hand papers out."""
