"""What papers of welfare say: the visit book, lists to sign, papers at a death."""
