"""The report desk: a period is chosen, looked at, told in words, written and frozen."""
