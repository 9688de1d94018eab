"""The recovery code: 25 symbols and a check symbol, printed once, that open the books."""

import secrets

from ccb_desktop.domain.errors import Invalid

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that is easily taken for another (0 O, 1 I L); 31 is a prime, as the check needs."""

LENGTH = 25
_GROUP = 5


def new_code() -> str:
    """A code by chance, of some 123 bits, with its check symbol, in groups of five."""
    chosen = "".join(secrets.choice(SYMBOLS) for _ in range(LENGTH))
    return in_groups(chosen + check_symbol(chosen))


def in_groups(code: str) -> str:
    """As it is printed: `ABCDE-FGHJK-…`, the check symbol at the end of the last group."""
    groups = [code[at : at + _GROUP] for at in range(0, LENGTH, _GROUP)]
    return "-".join(groups) + code[LENGTH:]


def check_symbol(code: str) -> str:
    """Shows every single wrong symbol, and every two neighbours exchanged."""
    weighed = sum(place * SYMBOLS.index(sign) for place, sign in enumerate(code, start=1))
    return SYMBOLS[weighed % len(SYMBOLS)]


def read_code(typed: str) -> str:
    """What was typed from the paper, in capitals and without strokes.

    Raises:
        Invalid: Field `code`; a sign or the length is wrong, or they do not fit together.
    """
    code = "".join(sign for sign in typed.upper() if not sign.isspace() and sign not in "-–.")
    foreign = [(place, sign) for place, sign in enumerate(code, start=1) if sign not in SYMBOLS]
    if foreign:
        place, sign = foreign[0]
        problem = f"Ký tự thứ {place} “{sign}” không có trong mã. Xem lại tờ giấy và gõ lại."
    elif len(code) != LENGTH + 1:
        problem = f"Mã có {LENGTH + 1} ký tự, bác mới gõ {len(code)}. Xem lại tờ giấy và gõ lại."
    elif check_symbol(code[:LENGTH]) != code[LENGTH]:
        problem = "Mã gõ chưa đúng: có ký tự nhầm hoặc đổi chỗ. So từng nhóm năm ký tự với giấy."
    else:
        return code
    raise Invalid({"code": problem})
