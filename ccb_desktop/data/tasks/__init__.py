"""The yearly plan and what was handed out of it, in the store."""
