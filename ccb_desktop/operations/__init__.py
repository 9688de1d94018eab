"""What an officer does, as verbs; opens and closes every transaction."""
