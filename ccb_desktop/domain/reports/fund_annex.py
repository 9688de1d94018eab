"""Annex 3: what the funds of both levels did over the period, and chân quỹ by chi hội."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.figures.books import Books
from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.base_fund import BasePart, base_fund, is_base, per_member_dong
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.turnovers import NOTHING, Turnover, together
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import Annex, Band, CellKind, Column, PaperTable, Row
from ccb_desktop.domain.printing import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class FundLine:
    """One fund over the period.

    Attributes:
        lent_dong: Outstanding principal of its loans on the last day.
    """

    fund: Fund
    unit_name: str
    turnover: Turnover
    lent_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBase:
    """Chân quỹ of one chi hội on the last day."""

    unit_name: str
    part: BasePart
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FundsOfPeriod:
    """What annex 3 tells.

    Attributes:
        lines: The funds of the branch, then those of the chi hội in the order of their names.
        units: The chi hội that have a base fund.
        members: Of the whole branch, on the last day.
    """

    to_on: date
    lines: tuple[FundLine, ...]
    units: tuple[UnitBase, ...]
    branch: BasePart
    chi_hoi: BasePart
    both: BasePart
    members: int


def funds_of_period(
    books: Books, turnovers: Mapping[int, Turnover], to_on: date
) -> FundsOfPeriod | None:
    """The funds opened by the last day, with what each did; none where no fund is kept.

    Args:
        books: Funds, loans and members.
        turnovers: Fund → what it did from the first day of the period to the last.
        to_on: The last day.
    """
    names = told_names(books.roster.units, to_on)
    ended = {unit.id for unit in books.roster.units if not unit.stands_on(to_on)}
    lent = loan_state.outstanding_by_fund(books.money.loans, to_on)
    lines = [
        FundLine(
            fund=fund,
            unit_name=names.get(fund.unit_id, ""),
            turnover=turnovers.get(fund.id or 0, NOTHING),
            lent_dong=lent.get(fund.id or 0, 0),
        )
        for fund in books.money.funds
        if fund.opened_on <= to_on
    ]
    lines = [line for line in lines if line.fund.unit_id not in ended or _did_something(line)]
    if not lines:
        return None
    lines.sort(key=lambda line: (line.fund.unit_id is not None, natural_order(line.unit_name)))
    held = {line.fund.id or 0: line.turnover.closing_dong for line in lines}
    whole = base_fund((line.fund for line in lines), held, lent)
    members = Counter(one.standing.unit_id for one in books.roster.present_on(to_on))
    return FundsOfPeriod(
        to_on=to_on,
        lines=tuple(lines),
        units=tuple(_units(lines, held, lent, members)),
        branch=whole.branch,
        chi_hoi=whole.chi_hoi,
        both=whole.both,
        members=sum(members.values()),
    )


def _did_something(line: FundLine) -> bool:
    """Whether a fund of a unit that has ended still has anything to tell."""
    return line.turnover != NOTHING or line.lent_dong != 0


def _units(
    lines: Sequence[FundLine],
    held: Mapping[int, int],
    lent: Mapping[int, int],
    members: Mapping[int | None, int],
) -> Iterator[UnitBase]:
    """The chi hội with base funds, in the order of the lines."""
    of_unit: dict[int | None, list[FundLine]] = {}
    for line in lines:
        if line.fund.unit_id is not None and is_base(line.fund):
            of_unit.setdefault(line.fund.unit_id, []).append(line)
    for unit_id, found in of_unit.items():
        part = base_fund((line.fund for line in found), held, lent).chi_hoi
        name = found[0].unit_name
        yield UnitBase(unit_name=name, part=part, members=members.get(unit_id, 0))


def funds_annex(funds: FundsOfPeriod) -> Annex:
    """Both tables; the levels stand apart and are summed apart and together (rule 18)."""
    return Annex(
        number=3,
        sheet="III. Quỹ",
        title="Tình hình các quỹ của Hội và của các chi hội",
        tables=(_turnover_table(funds), _base_table(funds)),
        notes=(
            "Tồn đầu kỳ gồm cả tồn đầu của quỹ mở trong kỳ. Phiếu hủy được trừ vào chính cột của "
            "phiếu bị hủy. Dư nợ cho vay là tiền gốc các khoản vay từ quỹ chưa thu hồi.",
        ),
    )


def _turnover_table(funds: FundsOfPeriod) -> PaperTable:
    money = CellKind.MONEY
    has_moves = any(
        line.turnover.moved_in_dong or line.turnover.moved_out_dong for line in funds.lines
    )
    moves = tuple(Column(way, 28, money, group="Chuyển quỹ") for way in ("Đến", "Đi"))
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Quỹ", 52),
        Column("Đơn vị giữ", 30),
        Column("Tồn đầu kỳ", 38, money),
        Column("Thu", 31, money),
        Column("Chi", 31, money),
        *(moves if has_moves else ()),
        Column("Tồn cuối kỳ", 38, money),
        Column("Dư nợ cho vay", 31, money),
    )
    of_branch = [line for line in funds.lines if line.fund.unit_id is None]
    of_chi_hoi = [line for line in funds.lines if line.fund.unit_id is not None]
    rows: list[Row | Band] = []
    for band, lines in (("QUỸ CẤP HỘI", of_branch), ("QUỸ CỦA CÁC CHI HỘI", of_chi_hoi)):
        if lines:
            rows.append(Band(band))
            rows += [_fund_row(place, line, has_moves) for place, line in enumerate(lines, 1)]
    totals = (
        _sum_row("Cộng quỹ cấp Hội", of_branch, has_moves),
        _sum_row("Cộng quỹ các chi hội", of_chi_hoi, has_moves),
        _sum_row("Cộng cả hai cấp", funds.lines, has_moves),
    )
    return PaperTable(columns=columns, rows=rows, totals=totals, title="Thu, chi, tồn các quỹ")


def _fund_row(place: int, line: FundLine, has_moves: bool) -> Row:
    keeper = line.unit_name or "Hội"
    return place, line.fund.name, keeper, *_money(line.turnover, line.lent_dong, has_moves)


def _sum_row(label: str, lines: Iterable[FundLine], has_moves: bool) -> Row:
    found = list(lines)
    turnover = together(line.turnover for line in found)
    lent_dong = sum(line.lent_dong for line in found)
    return None, label, "", *_money(turnover, lent_dong, has_moves)


def _money(turnover: Turnover, lent_dong: int, has_moves: bool) -> tuple[int, ...]:
    moves = (turnover.moved_in_dong, turnover.moved_out_dong) if has_moves else ()
    return (
        turnover.begun_dong,
        turnover.in_dong,
        turnover.out_dong,
        *moves,
        turnover.closing_dong,
        lent_dong,
    )


def _base_table(funds: FundsOfPeriod) -> PaperTable:
    money = CellKind.MONEY
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Đơn vị", 70),
        Column("Tiền mặt, tiền gửi", 40, money),
        Column("Dư nợ cho vay", 40, money),
        Column("Chân quỹ", 40, money),
        Column("Hội viên", 28, CellKind.NUMBER),
        Column("Bình quân đồng/hội viên", 40, money),
    )
    rows: list[Row | Band] = [
        (place, *_base_cells(unit.unit_name, unit.part, unit.members))
        for place, unit in enumerate(funds.units, 1)
    ]
    totals = (
        (None, *_base_cells("Cấp Hội", funds.branch, funds.members)),
        (None, *_base_cells("Các chi hội", funds.chi_hoi, funds.members)),
        (None, *_base_cells("Toàn Hội", funds.both, funds.members)),
    )
    title = f"Chân quỹ đến hết ngày {short_date(funds.to_on)}"
    return PaperTable(columns=columns, rows=rows, totals=totals, title=title)


def _base_cells(name: str, part: BasePart, members: int) -> Row:
    each = per_member_dong(part.total_dong, members)
    return name, part.held_dong, part.lent_dong, part.total_dong, members, each
