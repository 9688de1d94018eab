"""Disclosure sheets (công khai quỹ): what a fund had, took in, spent and has, for the board."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.funds.turnovers import Flow, Turnover
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import (
    BoldRow,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
)
from ccb_desktop.domain.printing import number, roman, short_date

_COLUMNS = (
    Column("STT", 14, CellKind.PLAIN),
    Column("Nội dung", 66),
    Column("Số tiền (đồng)", 40, CellKind.MONEY),
    Column("Ghi chú", 45),
)
_UNNAMED = "Không ghi khoản mục"
_MOVED_IN, _MOVED_OUT = "Chuyển từ quỹ khác", "Chuyển sang quỹ khác"


@dataclass(frozen=True, slots=True, kw_only=True)
class FundDisclosure:
    """One fund over a period.

    Attributes:
        level: Whose it is: `Hội cơ sở`, or the chi hội.
        flows: What it took in and paid out in the period.
        by_place: What it holds at the end of the last day.
        lent_dong: Outstanding principal of its loans on the last day.
        has_lent: Whether it ever lent money, so that loans are told even where none stands.
    """

    fund: Fund
    level: str
    turnover: Turnover
    flows: Sequence[Flow]
    by_place: Mapping[MoneyPlace, int] = field(default_factory=dict)
    lent_dong: int = 0
    has_lent: bool = False


def disclosure(source: ListSource, funds: Sequence[FundDisclosure]) -> ListPaper:
    """The sheets of some funds, each on a page of its own."""
    tables = [_sheet(source, one) for one in funds]
    return source.paper(
        "CÔNG KHAI QUỸ",
        source.period,
        *(tables or [PaperTable(columns=_COLUMNS, rows=[], note="Chưa có quỹ nào trong kỳ này.")]),
        signatures=(
            Signature(("THỦ QUỸ",), hint="(Ký, ghi rõ họ tên)"),
            board_signature(source.branch),
        ),
        landscape=False,
        apart=True,
    )


def _sheet(source: ListSource, one: FundDisclosure) -> PaperTable:
    closing = one.turnover.closing_dong
    said = f" ({in_words(closing)})" if closing >= 0 else ""
    return PaperTable(
        columns=_COLUMNS,
        rows=list(_rows(source, one)),
        title=f"{one.fund.name} ({one.level})",
        note=f"Tồn quỹ đến hết ngày {short_date(source.order.on)}: {number(closing)} đồng{said}.",
    )


def _rows(source: ListSource, one: FundDisclosure) -> Iterator[Row]:
    turnover = one.turnover
    came, went = _parts(one.flows, comes_in=True), _parts(one.flows, comes_in=False)
    parts = [
        ("Tồn đầu kỳ", turnover.begun_dong, ()),
        ("Thu trong kỳ", turnover.in_dong + turnover.moved_in_dong, came),
        ("Chi trong kỳ", turnover.out_dong + turnover.moved_out_dong, went),
        ("Tồn cuối kỳ", turnover.closing_dong, tuple(_places(one))),
    ]
    if one.has_lent:
        lent = one.lent_dong
        parts.append((f"Dư nợ cho vay đến {short_date(source.order.on)}", lent, ()))
        parts.append(("Cộng tồn quỹ và dư nợ cho vay", turnover.closing_dong + lent, ()))
    for place, (label, amount, lines) in enumerate(parts, 1):
        yield BoldRow((roman(place), label, amount, ""))
        yield from ((at, name, dong, "") for at, (name, dong) in enumerate(lines, 1))


def _places(one: FundDisclosure) -> Iterator[tuple[str, int]]:
    for place in MoneyPlace:
        yield PLACE_OF_MONEY[place], one.by_place.get(place, 0)


def _parts(flows: Iterable[Flow], *, comes_in: bool) -> tuple[tuple[str, int], ...]:
    """Categories with what came in or went out, the largest first, what was moved last."""
    sums: Counter[str] = Counter()
    for flow in flows:
        if flow.comes_in is comes_in and flow.deed is not VoucherKind.OPENING:
            sums[_name_of(flow)] += flow.dong
    last = (_MOVED_IN, _MOVED_OUT)
    found = sorted(sums.items(), key=lambda part: (part[0] in last, -part[1], part[0]))
    return tuple((name, dong) for name, dong in found if dong)


def _name_of(flow: Flow) -> str:
    if flow.deed is VoucherKind.TRANSFER:
        return _MOVED_IN if flow.comes_in else _MOVED_OUT
    return flow.category or _UNNAMED
