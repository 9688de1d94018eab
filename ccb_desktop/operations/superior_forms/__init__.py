"""The forms that the superior sent: brought in, tied once, filled for every period."""
