"""One human being entered twice: who may be, how sure that is, and why."""
