"""What papers of emulation say: lists of gradings, tables of ratings, score sheets, minutes."""
