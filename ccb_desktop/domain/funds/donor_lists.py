"""Lists of donors as they are typed or pasted from Excel: one line each, read into rows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.money import AmountProblem, parse_amount
from ccb_desktop.domain.people_names import normalise, search_key

_NUMBERED = re.compile(r"^\d{1,4}\s*[.)\t]\s*")
_PARTED = re.compile(r"\t|\s*[;|]\s*|\s{2,}")
_LAST_AMOUNT = re.compile(
    r"^(?P<name>.*?\D)[\s:,–-]+(?P<amount>\d[\d.,]*(?:\s*(?:k|nghìn|ngàn|triệu|tr|đồng|đ)|(?<=\d{4})|(?<=\.\d{3})))$",
    re.I,
)


class DonorLine(NamedTuple):
    """One line of a list of donors.

    Attributes:
        place: Number of the line, from 1.
        problem: What must be mended before it can be taken; empty when nothing must.
    """

    place: int
    donor: str
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    problem: str = ""


def read_donor_list(text: str) -> list[DonorLine]:
    """The lines of a list: name, amount, goods, value of the goods.

    Columns are parted by tabs (as Excel copies them), semicolons or wide gaps; a name and an
    amount may also stand side by side: `Nguyễn Văn An 200.000`. A number of the row in front,
    blank lines, a header and a row of sums are passed over.
    """
    found = [
        _read(place, line.strip("\r\n "))
        for place, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    return [line for line in found if line is not None]


def _read(place: int, line: str) -> DonorLine | None:
    cells = [normalise(cell) for cell in _PARTED.split(_NUMBERED.sub("", line))]
    if cells and len(cells) > 2 and cells[0].isdigit():
        cells = cells[1:]
    if len(cells) == 1:
        side_by_side = _LAST_AMOUNT.match(cells[0])
        if side_by_side is not None:
            cells = [side_by_side["name"].rstrip(" :,–-"), side_by_side["amount"]]
    donor, amount, goods, value = (*cells, "", "", "", "")[:4]
    if _is_no_donor(donor, amount):
        return None
    if amount and goods == "" and not any(sign.isdigit() for sign in amount):
        amount, goods = "", amount
    return _checked(place, donor, amount, goods, value)


def _is_no_donor(donor: str, amount: str) -> bool:
    """A header, or a row of sums."""
    folded = donor.casefold()
    heads = ("stt", "họ tên", "họ và tên", "người ủng hộ", "cộng", "tổng cộng", "tổng số")
    return folded in heads or (folded.startswith("tổng") and bool(amount))


def _checked(place: int, donor: str, amount: str, goods: str, value: str) -> DonorLine:
    if not donor:
        return DonorLine(place, "", problem="Chưa có tên người ủng hộ.")
    read: Callable[[str], int] = parse_amount
    try:
        money = read(amount) if amount else 0
        worth = read(value) if value else 0
    except AmountProblem as problem:
        return DonorLine(place, donor, goods=goods, problem=str(problem))
    if not money and not goods:
        return DonorLine(place, donor, problem="Chưa có số tiền hay hiện vật.")
    if worth and not goods:
        return DonorLine(place, donor, money, problem="Có giá trị mà chưa ghi hiện vật gì.")
    return DonorLine(place, donor, money, goods, worth)


def members_meant(
    lines: Iterable[DonorLine], payers: Iterable[Payer], unit_id: int | None
) -> dict[int, Payer]:
    """Number of a line → the one person of the roster whom its name can mean.

    Args:
        lines: The list.
        payers: The people of the roster.
        unit_id: The unit whose list it is; everybody is looked through when `None`.
    """
    by_name: defaultdict[str, list[Payer]] = defaultdict(list)
    for payer in payers:
        if unit_id is None or payer.unit_id == unit_id:
            by_name[search_key(payer.full_name)].append(payer)
    found = {line.place: by_name.get(search_key(line.donor), []) for line in lines}
    return {place: payers[0] for place, payers in found.items() if len(payers) == 1}
