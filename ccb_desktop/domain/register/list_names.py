"""The book of documents by name."""

from collections.abc import Mapping

REGISTER_LISTS: Mapping[str, str] = {"documents": "Sổ 10: Văn bản đi, đến"}
"""Name on the command line → what officers call it."""
