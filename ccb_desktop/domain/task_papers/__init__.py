"""What the books, lists and papers of the yearly plan say."""
