"""Who is put forward for what, and what became of it."""
