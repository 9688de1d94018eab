"""Pages of a paper as they are seen: what a Word file says, and where each word of it comes."""
