"""The signs that no text of the books holds, whoever typed, pasted or sent them."""

import re

UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of letters, and the two that are no letters."""

_BREAKS = "\x0b\x0c"


def usable(text: str) -> str:
    """The text without them; a break of line or page, as Word pastes it, becomes a space."""
    if UNUSABLE.search(text) is None:
        return text
    return UNUSABLE.sub(lambda found: " " if found[0] in _BREAKS else "", text)
