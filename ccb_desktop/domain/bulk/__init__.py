"""What is done to many people at once, worked out before it is written."""
