"""The list on which recipients of a gift round sign: each chi hội on a page of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.labels import RECIPIENT_KIND
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
from ccb_desktop.domain.visits.visits import RecipientKind

OUTSIDE = "Ngoài các chi hội"
"""The page of those who belong to no chi hội."""

_MONEY = CellKind.MONEY
_SIGN = Column("Ký nhận", 24)
_ROOM_TO_SIGN = " \n "
_HANDS_OUT = Signature(("NGƯỜI PHÁT QUÀ",), hint="(Ký, ghi rõ họ tên)")


def signature_list(
    source: ListSource,
    gift_round: GiftRound,
    lines: Iterable[RoundRecipient],
    unit_names: Mapping[int | None, str],
    born: Mapping[int, PartialDate],
) -> ListPaper:
    """The list of a round to be signed; numbers run through all pages.

    Args:
        source: What was asked for.
        gift_round: The round.
        lines: Its list without absentees.
        unit_names: As they are called on its day.
        born: Person → when he was born.
    """
    by_unit: defaultdict[str, list[RoundRecipient]] = defaultdict(list)
    for line in lines:
        by_unit[unit_names.get(line.unit_id, "") or OUTSIDE].append(line)
    names = sorted(by_unit, key=lambda name: (name == OUTSIDE, unit_order(name)))
    with_goods = any(line.goods for of in by_unit.values() for line in of)
    tables, begun = [], 0
    for name in names:
        of = sorted(by_unit[name], key=lambda line: sort_key(line.recipient))
        tables.append(_table(name, of, begun, born, with_goods=with_goods))
        begun += len(of)
    return source.paper(
        f"DANH SÁCH KÝ NHẬN\n{gift_round.title.upper()}",
        f"Ngày phát quà: {short_date(gift_round.paid_on or gift_round.planned_on)}",
        *(tables or [_empty("Chưa có ai trong danh sách.")]),
        signatures=(_HANDS_OUT, board_signature(source.branch)),
        landscape=False,
        apart=True,
    )


def no_list(source: ListSource) -> ListPaper:
    """What stands in its place where there is no round."""
    table = _empty("Chưa có đợt tặng quà nào.")
    return source.paper("DANH SÁCH KÝ NHẬN", source.as_at, table, landscape=False)


def _empty(note: str) -> PaperTable:
    return PaperTable(columns=_columns(with_goods=False), rows=(), note=note)


def unit_order(name: str) -> tuple[str, int, str]:
    """By what units are put in order: `Chi hội 2` before `Chi hội 10`."""
    words = name.split()
    last = int(words[-1]) if words and words[-1].isdecimal() else 0
    return (" ".join(words[:-1]) if last else name, last, name)


def _columns(*, with_goods: bool) -> tuple[Column, ...]:
    goods = (Column("Hiện vật", 22),) if with_goods else ()
    return (
        Column("STT", 12, CellKind.PLAIN),
        Column("Họ và tên", 40),
        Column("Năm sinh", 14, CellKind.PLAIN),
        Column("Nơi ở, tổ dân phố", 40),
        Column("Diện", 28),
        Column("Số tiền (đồng)", 22, _MONEY),
        *goods,
        _SIGN,
    )


def _table(
    name: str,
    lines: Sequence[RoundRecipient],
    begun: int,
    born: Mapping[int, PartialDate],
    *,
    with_goods: bool,
) -> PaperTable:
    total = sum(line.amount_dong for line in lines)
    blank = ("",) * (2 if with_goods else 1)
    said = f"{name}: {number(len(lines))} người"
    if total:
        said += f", {number(total)} đồng ({in_words(total)})"
    return PaperTable(
        columns=_columns(with_goods=with_goods),
        rows=[
            _row(place, line, born, with_goods=with_goods)
            for place, line in enumerate(lines, begun + 1)
        ],
        totals=(("", "Cộng", "", "", f"{number(len(lines))} người", total, *blank),),
        title=name,
        note=f"{said}.",
    )


def _row(
    place: int, line: RoundRecipient, born: Mapping[int, PartialDate], *, with_goods: bool
) -> Row:
    day = born.get(line.person_id or 0)
    why = line.why
    if not why and line.recipient_kind is not RecipientKind.MEMBER:
        why = RECIPIENT_KIND[line.recipient_kind]
    goods = (line.goods,) if with_goods else ()
    return (
        place,
        line.recipient,
        day.year if day is not None else "",
        line.address,
        why,
        line.amount_dong or None,
        *goods,
        _ROOM_TO_SIGN,
    )
