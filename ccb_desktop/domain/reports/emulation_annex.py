"""Annex 6: what units and their members came to in each year, and the awards of the period."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT, RATING
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.emulation_figures import awards_within, exemplary_of, years_of
from ccb_desktop.domain.figures.household_figures import count_households
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.figures.work_book import Awarded
from ccb_desktop.domain.figures.work_units import belonging
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit, UnitKind, natural_order
from ccb_desktop.domain.papers import Annex, Cell, CellKind, Column, PaperTable, Row

_FAMILIES = "cultural_families"
_COUNT = CellKind.NUMBER
_NONE = Share(0, 0)


@dataclass(frozen=True, slots=True)
class UnitYear:
    """What one unit came to in one year; empty texts and shares of 0 where nothing was found."""

    name: str
    rating: str
    strength: str
    members: Share
    families: Share

    @property
    def is_told(self) -> bool:
        """Whether anything was found of it."""
        shares = self.members.whole or self.families.whole
        return bool(self.rating or self.strength or shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulationOfPeriod:
    """What annex 6 tells.

    Attributes:
        years: Year → its units, those without any finding left out, then the whole branch.
        awards: Name of a unit, or of the branch → its awards, chi hội first.
    """

    years: Mapping[int, tuple[tuple[UnitYear, ...], UnitYear]]
    awards: Mapping[str, tuple[Awarded, ...]]


def emulation_of_period(
    books: Books, strengths: Mapping[str, str], from_on: date, to_on: date
) -> EmulationOfPeriod | None:
    """What was found and given in a period; `None` where it is nothing.

    Args:
        books: Gradings, awards, households and units.
        strengths: Code of the list UNIT_STRENGTH → what the branch calls it.
        from_on: First day.
        to_on: Last day.
    """
    query = FigureQuery(from_on=from_on, to_on=to_on)
    years = {}
    for year in years_of(query):
        found = _units_of_year(books, strengths, year, to_on)
        whole = _unit_year(books, strengths, None, year, to_on)
        if found:
            years[year] = (found, whole)
    awards = _awards_by_unit(books, query)
    return EmulationOfPeriod(years=years, awards=awards) if years or awards else None


def _in_order(books: Books) -> list[Unit]:
    kinds = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)
    units = [unit for unit in books.roster.units if unit.kind in kinds]
    return sorted(units, key=lambda unit: (kinds.index(unit.kind), natural_order(unit.code)))


def _units_of_year(
    books: Books, strengths: Mapping[str, str], year: int, to_on: date
) -> tuple[UnitYear, ...]:
    """Chi hội with anything found; phân hội and clubs only where they were rated themselves."""
    found = [(unit, _unit_year(books, strengths, unit, year, to_on)) for unit in _in_order(books)]
    return tuple(
        one for unit, one in found if one.is_told and (one.rating or unit.kind is UnitKind.CHI_HOI)
    )


def _unit_year(
    books: Books, strengths: Mapping[str, str], unit: Unit | None, year: int, to_on: date
) -> UnitYear:
    """Of one unit, or of the whole branch."""
    last = date(year, 12, 31)
    query = FigureQuery(from_on=date(year, 1, 1), to_on=last, unit=unit)
    belongs = belonging(books, query)
    graded = [
        one
        for one in books.work.graded
        if one.year == year and belongs(one.unit_id, one.person_id, last)
    ]
    wanted = unit.id if unit else None
    rated = next((r for r in books.work.rated if (r.unit_id, r.year) == (wanted, year)), None)
    return UnitYear(
        name=told_names(books.roster.units, last)[unit.id] if unit else "Toàn Hội",
        rating=RATING[rated.rating] if rated else "",
        strength=strengths.get(rated.strength, rated.strength) if rated else "",
        members=Share(len(exemplary_of(graded)), len(graded)),
        families=_families(books, unit, year, to_on),
    )


def _families(books: Books, unit: Unit | None, year: int, to_on: date) -> Share:
    """Households of the members who stood there at the end of the year, as the figure has it."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), to_on)
    if unit is not None and unit.kind is UnitKind.CLUB:
        return _NONE
    query = FigureQuery(from_on=first, to_on=last, unit=unit, codes=frozenset({_FAMILIES}))
    counted = count_households(books, query).get(_FAMILIES)
    value = counted.value if counted else None
    share = value.get(str(year)) if isinstance(value, Mapping) else None
    return share if isinstance(share, Share) else _NONE


def _awards_by_unit(books: Books, query: FigureQuery) -> dict[str, tuple[Awarded, ...]]:
    """Each award under the unit it belongs to; under the branch what belongs to none."""
    awards = awards_within(books, query)
    names = told_names(books.roster.units, query.to_on)
    found: dict[str, tuple[Awarded, ...]] = {}
    told: set[int] = set()
    for unit in _in_order(books):
        if unit.kind is UnitKind.PHAN_HOI:
            continue
        asked = FigureQuery(from_on=query.from_on, to_on=query.to_on, unit=unit)
        belongs = belonging(books, asked)
        own = [one for one in awards if belongs(one.unit_id, one.person_id, one.awarded_on)]
        if own:
            found[names[unit.id]] = tuple(own)
            told |= {one.id for one in own}
    rest = tuple(one for one in awards if one.id not in told)
    return found | ({"Hội, các tập thể và cá nhân khác": rest} if rest else {})


def emulation_annex(emulation: EmulationOfPeriod) -> Annex:
    """A table for each year with findings, then the awards by unit and by form."""
    tables = [_year_table(year, *found) for year, found in emulation.years.items()]
    if emulation.awards:
        tables += [_unit_awards_table(emulation.awards), _forms_table(emulation.awards)]
    return Annex(
        number=6,
        sheet="VI. Thi đua",
        title="Thi đua, khen thưởng theo đơn vị",
        tables=tuple(tables),
        notes=(
            "Tỷ lệ CCB gương mẫu tính trên số hội viên được bình xét trong năm (người miễn sinh "
            "hoạt không bình xét); tỷ lệ gia đình văn hóa tính trên số hộ được xét.",
        ),
    )


def _year_table(year: int, units: Sequence[UnitYear], whole: UnitYear) -> PaperTable:
    columns = [Column("STT", 13, CellKind.PLAIN), Column("Đơn vị", 58)]
    parts: list[Callable[[UnitYear], Row]] = []
    if any(one.rating for one in units):
        columns.append(Column("Xếp loại", 44))
        parts.append(lambda one: (one.rating,))
    if any(one.strength for one in units):
        columns.append(Column("Trong sạch, vững mạnh", 44))
        parts.append(lambda one: (one.strength,))
    if any(one.members.whole for one in units):
        columns += _share_columns("CCB gương mẫu", "Bình xét")
        parts.append(lambda one: _share_cells(one.members))
    if any(one.families.whole for one in units):
        columns += _share_columns("Gia đình văn hóa", "Số hộ xét")
        parts.append(lambda one: _share_cells(one.families))

    def cells(one: UnitYear) -> Row:
        return tuple(cell for part in parts for cell in part(one))

    rows: list[Row] = [(place, one.name, *cells(one)) for place, one in enumerate(units, 1)]
    total: Row = (None, whole.name, *cells(whole))
    return PaperTable(
        columns=tuple(columns), rows=rows, totals=(total,), title=f"Bình xét, xếp loại năm {year}"
    )


def _share_columns(group: str, whole: str) -> list[Column]:
    return [
        Column(whole, 22, _COUNT, group=group),
        Column("Đạt", 20, _COUNT, group=group),
        Column("%", 22, CellKind.PERCENT, group=group),
    ]


def _share_cells(share: Share) -> Row:
    if not share.whole:
        return None, None, None
    return share.whole, share.part, share.percent


def _unit_awards_table(awards: Mapping[str, Sequence[Awarded]]) -> PaperTable:
    """Units × forms, in lượt."""
    forms = sorted({one.form for ones in awards.values() for one in ones})
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Đơn vị", 58),
        *(Column(form, 24, _COUNT) for form in forms),
        Column("Cộng", 20, _COUNT),
    )
    rows: list[Row] = [
        (place, name, *_counts(ones, forms), len(ones))
        for place, (name, ones) in enumerate(awards.items(), 1)
    ]
    every = [one for ones in awards.values() for one in ones]
    total: Row = (None, "Cộng", *_counts(every, forms), len(every))
    return PaperTable(
        columns=columns, rows=rows, totals=(total,), title="Khen thưởng theo đơn vị (lượt)"
    )


def _counts(ones: Sequence[Awarded], forms: Sequence[str]) -> list[Cell]:
    given = [one.form for one in ones]
    return [given.count(form) or None for form in forms]


def _forms_table(awards: Mapping[str, Sequence[Awarded]]) -> PaperTable:
    """Forms × kinds of recipients, in lượt."""
    every = [one for ones in awards.values() for one in ones]
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Hình thức", 58),
        *(Column(label, 30, _COUNT) for label in AWARD_RECIPIENT.values()),
        Column("Cộng", 26, _COUNT),
    )
    forms = sorted({one.form for one in every})
    rows: list[Row] = [
        (place, form, *_by_recipient([one for one in every if one.form == form]))
        for place, form in enumerate(forms, 1)
    ]
    total: Row = (None, "Cộng", *_by_recipient(every))
    return PaperTable(
        columns=columns, rows=rows, totals=(total,), title="Khen thưởng theo hình thức (lượt)"
    )


def _by_recipient(ones: Sequence[Awarded]) -> list[Cell]:
    kinds = [one.recipient_kind for one in ones]
    return [*(kinds.count(kind) or None for kind in AwardRecipient), len(ones)]
