"""Users and their passwords, signing in, the recovery code, and whether the books are encrypted."""
