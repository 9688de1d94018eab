"""Excel workbooks written for printing and for filling in."""
