"""What officers do with the yearly plan."""
