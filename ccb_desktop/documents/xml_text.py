"""Text as Word and Excel files can hold it: no sign that their XML forbids."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile('[&<>"]')
_ODD = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff&<>"]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def clean(text: str) -> str:
    r"""The text without control characters, lone surrogates and U+FFFE, U+FFFF.

    Tabs and line breaks stay; line breaks of any system become `\n`.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", text)


def is_plain(text: str) -> bool:
    """Whether a text stands in XML as it is, on one line."""
    return _ODD.search(text) is None and "\n" not in text


def escape(text: str) -> str:
    """Cleaned text that stands in XML for itself, in elements and in attributes."""
    if _ODD.search(text) is None:  # nearly every text: looked at once, and left as it is
        return text
    return _MARKUP.sub(lambda sign: _ENTITIES[sign[0]], clean(text))
