"""What is handed up: the steps to a new package, and the log of what was sent."""
