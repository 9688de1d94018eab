"""The book of awards: who was commended, by whom, in what form."""
