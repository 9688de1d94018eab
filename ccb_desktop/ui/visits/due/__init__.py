"""Who is due a visit, and the days on which the Hội remembers."""
