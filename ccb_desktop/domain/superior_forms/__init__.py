"""Forms that the superior sent: their blanks, what each is tied to, how they were filled."""
