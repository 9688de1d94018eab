"""What the branch handed up and what came back, in the store."""
