"""What an import does to the roster, worked out in memory before anything is written."""
