"""Packages that are handed up or come in: written, signed, opened and checked byte for byte."""
