"""The book of discipline: what was decided, and until when it can be complained of."""
