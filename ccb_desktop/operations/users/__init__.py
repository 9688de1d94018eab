"""Users and their passwords, signing in, the recovery code, and the keys that these open."""
