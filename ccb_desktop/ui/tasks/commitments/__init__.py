"""What members sign that they will do in a year."""
