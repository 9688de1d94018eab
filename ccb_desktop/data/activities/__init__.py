"""Activities and attendance lists in the store."""
