"""What officers do about emulation: grading, rating, scoring, awards."""
