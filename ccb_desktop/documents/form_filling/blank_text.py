"""Which runs of signs in a text are blanks: dots, underscores, wide spaces of old form fields."""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"[.…_‥]*(?:\.{3}|…|__|‥)[.…_‥]*(?:[ \u00a0][.…_‥]{2,})*|\u2002{2,}")
_AND_SO_ON = re.compile(r"(?:\bv\.?\s?v|\[)$", re.IGNORECASE)
_MOST_LABEL = 80
_NUMBER = re.compile(r"[(\[]?(?:[\d.,%/ -]+|[IVX]+|[A-Za-z])[)\].]?")


def blank_spans(text: str) -> Iterator[tuple[int, int]]:
    """The beginning and the end of each blank in a text; `v.v...` is none."""
    for found in _BLANK.finditer(text):
        if not _AND_SO_ON.search(text[: found.start()]):
            yield found.span()


def tidy(text: str) -> str:
    """Words for a label: on one line, without the signs of blanks, at most the last of them."""
    plain = " ".join(_BLANK.sub(" ", text).split()).strip(" -–:;,.•+*")
    return plain if len(plain) <= _MOST_LABEL else f"…{plain[1 - _MOST_LABEL :]}"


def is_mere_number(text: str) -> bool:
    """Whether a cell holds an order such as `1`, `(2)`, `II` or a number, and no words."""
    return _NUMBER.fullmatch(text.strip()) is not None


def joined(*labels: str) -> str:
    """Labels beside each other, each once."""
    return " – ".join(dict.fromkeys(label for label in labels if label))
