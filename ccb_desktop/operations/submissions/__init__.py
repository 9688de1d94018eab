"""What officers hand up, and what they do with what comes back."""
