"""The periodic report of the Hội: its kinds, sections, sentences and annexes as plain values."""
