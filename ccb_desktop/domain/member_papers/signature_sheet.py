"""A list on which chosen members sign: for an allowance, a document, a present."""

from collections.abc import Sequence
from dataclasses import dataclass

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.members.lines import MemberLine
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
from ccb_desktop.domain.printing import number

LABEL = "Danh sách ký nhận"

_WHO = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 46),
    Column("Năm sinh", 18, CellKind.PLAIN),
    Column(FIELD["unit"], 28),
    Column(FIELD["address"], 44),
)
_AMOUNT = Column("Số tiền (đồng)", 28, CellKind.MONEY)
_SIGN = (Column("Ký nhận", 28), Column("Ghi chú", 20))
_ROOM_TO_SIGN = " \n "
_HANDS_OUT = Signature(("NGƯỜI PHÁT",), hint="(Ký, ghi rõ họ tên)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureOrder:
    """What is signed for, and how much each gets in đồng, where it is money."""

    about: str = ""
    amount_dong: int | None = None


def signature_sheet(
    source: ListSource, order: SignatureOrder, members: Sequence[MemberLine]
) -> ListPaper:
    """The list, in the order of the members given."""
    paid = order.amount_dong
    rows: list[Row] = [
        (
            place,
            line.full_name,
            line.born_on.year if line.born_on else None,
            line.unit_name,
            line.address,
            *(() if paid is None else (paid,)),
            _ROOM_TO_SIGN,
            "",
        )
        for place, line in enumerate(members, 1)
    ]
    about = order.about.strip()
    table = PaperTable(
        columns=(*_WHO, *(() if paid is None else (_AMOUNT,)), *_SIGN),
        rows=rows,
        totals=() if paid is None else (("", "Tổng cộng", "", "", "", paid * len(rows), "", ""),),
        note=_note(len(rows), paid),
    )
    return source.paper(
        f"DANH SÁCH KÝ NHẬN\n{about.upper()}" if about else "DANH SÁCH KÝ NHẬN",
        source.as_at,
        table,
        signatures=(_HANDS_OUT, board_signature(source.branch)),
        landscape=False,
    )


def _note(people: int, paid: int | None) -> str:
    told = f"Tổng cộng: {number(people)} người"
    if not paid or not people:
        return f"{told}."
    return f"{told}, {number(paid * people)} đồng ({in_words(paid * people)})."
