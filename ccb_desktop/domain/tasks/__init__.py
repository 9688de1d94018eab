"""The yearly plan: key tasks, what is handed to whom, how far it got."""
