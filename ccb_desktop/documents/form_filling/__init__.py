"""Forms of others, in Word and Excel: their blanks found, and filled in place."""
