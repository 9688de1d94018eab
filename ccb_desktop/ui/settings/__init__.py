"""Windows for the branch itself: its name, its lists, its backups, what was done."""
