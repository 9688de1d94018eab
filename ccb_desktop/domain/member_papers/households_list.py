"""Households of members that are poor, near-poor, or live in a house that is falling down."""

from collections.abc import Iterable, Sequence

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["household_head"], 40),
    Column("Hội viên trong hộ", 46),
    Column(FIELD["unit"], 27),
    Column(FIELD["address"], 46),
    Column(FIELD["phone"], 28),
    Column(FIELD["policies"], 36),
    Column(FIELD["poverty"], 24),
    Column(FIELD["house_state"], 27),
)
_GROUPS = (("Hộ nghèo", "POOR"), ("Hộ cận nghèo", "NEAR_POOR"))
_FRAIL_HOUSE, _FRAIL = "Hộ khác ở nhà tạm, dột nát", "DILAPIDATED"

Home = Sequence[MemberLine]


def households(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Each such household once, under its poverty, else under the state of its house (rule 13).

    A member of whom no household is known is a household by himself.
    """
    homes: dict[int, list[MemberLine]] = {}
    for line in present_members(source, lines):
        homes.setdefault(line.household_id or -line.person_id, []).append(line)
    groups = {label: [h for h in homes.values() if h[0].poverty == c] for label, c in _GROUPS}
    told = {id(home) for found in groups.values() for home in found}
    frail = [home for home in homes.values() if home[0].house_state == _FRAIL]
    groups[_FRAIL_HOUSE] = [home for home in frail if id(home) not in told]
    rows: list[Row | Band] = []
    place = 0
    for label, found in groups.items():
        if found:
            rows.append(Band(f"{label} ({number(len(found))} hộ)"))
        for home in found:
            place += 1
            rows.append(_row(source, place, home))
    counted = ", ".join(f"{label.lower()} {number(len(found))}" for label, found in groups.items())
    note = (
        f"Tổng cộng: {number(place)} hộ: {counted}. "
        f"Nhà tạm, dột nát cả thảy {number(len(frail))} hộ."
    )
    table = PaperTable(columns=_COLUMNS, rows=rows, note=note)
    title = "DANH SÁCH HỘ HỘI VIÊN NGHÈO, CẬN NGHÈO, NHÀ TẠM, DỘT NÁT"
    return source.paper(title, source.as_at, table)


def _row(source: ListSource, place: int, home: Home) -> Row:
    first = home[0]
    policies = frozenset[str]().union(*(line.policies for line in home))
    return (
        place,
        first.household_head or first.full_name,
        ", ".join(line.full_name for line in home),
        first.unit_name,
        first.address,
        source.secret(first.phone),
        source.codes("POLICY", policies),
        source.labels["POVERTY"].get(first.poverty, ""),
        source.labels["HOUSE"].get(first.house_state, ""),
    )
