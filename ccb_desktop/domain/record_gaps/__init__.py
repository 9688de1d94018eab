"""What the records lack, and what in them cannot be true: needed fields, doubts, units, homes."""
