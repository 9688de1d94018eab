"""The numbered steps by which the store came to its present form."""
