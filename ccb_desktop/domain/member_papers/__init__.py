"""What the books and lists of the roster say on paper."""
