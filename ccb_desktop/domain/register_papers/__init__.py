"""What the papers of the register of documents say."""
