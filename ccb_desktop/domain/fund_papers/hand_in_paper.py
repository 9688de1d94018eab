"""The list behind the receipt of a chi hội's dues: who paid, for what, how much."""

from collections.abc import Sequence

from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, short_date

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 56),
    Column("Nộp cho", 40),
    Column("Số tiền", 30, CellKind.MONEY),
    Column("Ghi chú", 40),
)


def hand_in_paper(
    source: ListSource,
    hand_in: DuesHandIn,
    number_text: str,
    unit_name: str,
    payments: Sequence[tuple[DuesPayment, str]],
) -> ListPaper:
    """The list that goes with a receipt.

    Args:
        source: Branch and day of the paper.
        hand_in: What was handed in.
        number_text: Number of its receipt.
        unit_name: Who handed in.
        payments: What each paid, with his name, in the order of the grid.
    """
    by_person: dict[int, list[DuesPayment]] = {}
    names = {payment.person_id: name for payment, name in payments}
    for payment, _name in payments:
        by_person.setdefault(payment.person_id, []).append(payment)
    rows: list[Row] = [
        (
            place,
            names[person_id],
            _said(hand_in.year, paid),
            sum(one.amount_dong for one in paid),
            "; ".join(one.note for one in paid if one.note),
        )
        for place, (person_id, paid) in enumerate(by_person.items(), 1)
    ]
    total = sum(payment.amount_dong for payment, _name in payments)
    day = hand_in.voided_on
    voided = f" Lần nộp này ĐÃ HỦY ngày {short_date(day)}." if day else ""
    table = PaperTable(
        columns=_COLUMNS,
        rows=rows,
        totals=((None, "Cộng", "", total, ""),),
        note=f"{number(len(rows))} người. Bằng chữ: {in_words(total)}.{voided}",
    )
    subtitle = f"Kèm phiếu thu {number_text} ngày {short_date(hand_in.handed_on)}"
    title = f"DANH SÁCH NỘP HỘI PHÍ NĂM {hand_in.year} - {unit_name.upper()}"
    return source.paper(title, subtitle, table, landscape=False)


def _said(year: int, paid: Sequence[DuesPayment]) -> str:
    """`Năm 2026`, `Tháng 1, 2, 3`."""
    months = sorted(one.month for one in paid if one.month is not None)
    told = [f"Tháng {', '.join(map(str, months))}"] if months else []
    if any(one.month is None for one in paid):
        told.append(f"Năm {year}")
    return "; ".join(told)
