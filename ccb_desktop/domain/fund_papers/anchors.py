"""Number and seal of an act as they are copied from the foot of a printed cash book."""

import re


def read_anchor(text: str) -> tuple[int, str]:
    """The number of an act and the beginning of its seal, `12 90ab 12cd 34ef 56ab`.

    Raises:
        ValueError: It is not that; the seal has 16 signs at the least, digits and a to f.
    """
    first, *groups = text.lower().split() or [""]
    seal = "".join(groups)
    if not (re.fullmatch("[0-9]{1,18}", first) and re.fullmatch("[0-9a-f]{16,64}", seal)):
        raise ValueError(
            f"“{text}” không phải số việc và dấu niêm. Chép như in: 12 90ab 12cd 34ef 56ab."
        )
    return int(first), seal
