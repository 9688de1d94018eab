"""Members in groups: by age, by period of service, by policy, and those in the Party."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.home import AGE_BANDS
from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster import present_members
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import AgeRule, Sex
from ccb_desktop.domain.papers import Band, Cell, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, percentage

_PLAIN, _NUMBER, _DATE = CellKind.PLAIN, CellKind.NUMBER, CellKind.DATE
_WHO = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, _DATE),
    Column(FIELD["age"], 13, _PLAIN),
    Column(FIELD["sex"], 14),
    Column(FIELD["unit"], 27),
)
_WHERE = (Column(FIELD["address"], 46), Column(FIELD["phone"], 28))
_OF_AGE = (*_WHO, *_WHERE, Column(FIELD["joined_on"], 25, _DATE))
_OF_PERIOD = (
    *_WHO,
    Column(FIELD["enlisted_on"], 25, _DATE),
    Column(FIELD["discharged_on"], 25, _DATE),
    Column(FIELD["military_unit"], 40),
    Column(FIELD["theatres"], 34),
)
_OF_POLICY = (*_WHO, Column(FIELD["policy_rate"], 20, _NUMBER), *_WHERE)
_OF_PARTY = (
    *_WHO,
    Column(FIELD["party_joined_on"], 25, _DATE),
    Column(FIELD["party_official_on"], 25, _DATE),
    Column(FIELD["party_badge"], 22, _PLAIN),
    Column(FIELD["hoi_post"], 40),
)
_SUMS = (
    Column("STT", 12, _PLAIN),
    Column("Nhóm", 80),
    Column("Hội viên", 24, _NUMBER),
    Column("Tỷ lệ", 26, CellKind.PERCENT),
    Column("Nữ", 20, _NUMBER),
    Column("Đảng viên", 24, _NUMBER),
)
_SOME_TWICE = "Một người thuộc nhiều nhóm thì có tên ở từng nhóm."

Members = Sequence[MemberLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """One of these lists: title, columns, and what of a member stands in them."""

    title: str
    columns: tuple[Column, ...]
    cells: Callable[[ListSource, MemberLine], tuple[Cell, ...]]


def members_by_age(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members in the age bands of the figures; those without a year of birth stand last."""
    rule = AgeRule(source.branch.age_rule)
    members = present_members(source, lines)
    age_of = {
        one.person_id: rule.age(one.born_on, source.order.on) for one in members if one.born_on
    }
    groups = {
        f"{label} tuổi": [one for one in members if first <= age_of.get(one.person_id, -1) <= last]
        for label, first, last in AGE_BANDS
    }
    groups["Chưa ghi năm sinh"] = [one for one in members if one.born_on is None]
    shape = _Shape(
        title="DANH SÁCH HỘI VIÊN THEO ĐỘ TUỔI",
        columns=_OF_AGE,
        cells=lambda source, line: (*_where(source, line), line.joined_on),
    )
    return _paper(source, shape, members, groups)


def members_by_period(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members by the periods in which they served."""
    members = present_members(source, lines)
    groups = _by_code(source, "PERIOD", members, lambda line: line.periods)
    groups["Chưa ghi thời kỳ"] = [one for one in members if not one.periods]
    shape = _Shape(
        title="DANH SÁCH HỘI VIÊN THEO THỜI KỲ THAM GIA QUÂN ĐỘI",
        columns=_OF_PERIOD,
        cells=lambda _source, line: (
            line.enlisted_on,
            line.discharged_on,
            line.military_unit,
            line.theatres,
        ),
    )
    return _paper(source, shape, members, groups)


def members_by_policy(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members who fall under a policy, by policy."""
    members = present_members(source, lines)
    groups = _by_code(source, "POLICY", members, lambda line: line.policies)
    shape = _Shape(
        title="DANH SÁCH HỘI VIÊN THEO DIỆN CHÍNH SÁCH",
        columns=_OF_POLICY,
        cells=lambda source, line: (line.policy_rate, *_where(source, line)),
    )
    return _paper(source, shape, members, groups)


def party_members(source: ListSource, lines: Iterable[MemberLine]) -> ListPaper:
    """Members of the Hội who are in the Party, by chi hội."""
    members = present_members(source, lines)
    groups: dict[str, list[MemberLine]] = {}
    for one in members:
        if one.party_joined_on is not None:
            groups.setdefault(one.unit_name or "Chưa ghi chi hội", []).append(one)
    shape = _Shape(
        title="DANH SÁCH HỘI VIÊN LÀ ĐẢNG VIÊN",
        columns=_OF_PARTY,
        cells=lambda _source, line: (
            line.party_joined_on,
            line.party_official_on,
            f"{line.party_badge} năm" if line.party_badge else "",
            line.hoi_posts,
        ),
    )
    return _paper(source, shape, members, groups)


def _by_code(
    source: ListSource,
    name: str,
    members: Members,
    codes_of: Callable[[MemberLine], frozenset[str]],
) -> dict[str, list[MemberLine]]:
    """Label → those of whom the code holds, in the order of the list of codes."""
    labels = source.labels.get(name, {})
    return {label: [one for one in members if c in codes_of(one)] for c, label in labels.items()}


def _where(source: ListSource, line: MemberLine) -> tuple[Cell, Cell]:
    return line.address, source.secret(line.phone)


def _paper(
    source: ListSource, shape: _Shape, members: Members, groups: Mapping[str, Members]
) -> ListPaper:
    """The names in their groups, and behind them how many each group has."""
    rule = AgeRule(source.branch.age_rule)
    filled = {label: found for label, found in groups.items() if found}
    rows: list[Row | Band] = []
    for label, found in filled.items():
        rows.append(Band(f"{label} ({number(len(found))} người)"))
        for place, line in enumerate(found, 1):
            age = rule.age(line.born_on, source.order.on) if line.born_on else None
            sex = SEX[line.sex] if line.sex else ""
            who = place, line.full_name, line.born_on, age, sex, line.unit_name
            rows.append((*who, *shape.cells(source, line)))
    named = PaperTable(columns=shape.columns, rows=rows, note=_note(members, filled))
    return source.paper(shape.title, source.as_at, named, _sums(members, filled))


def _note(members: Members, groups: Mapping[str, Members]) -> str:
    told = {line.person_id for found in groups.values() for line in found}
    twice = sum(map(len, groups.values())) > len(told)
    counted = f"Tổng cộng: {number(len(told))} người trong {number(len(members))} hội viên."
    return f"{counted} {_SOME_TWICE}" if twice else counted


def _sums(members: Members, groups: Mapping[str, Members]) -> PaperTable:
    def counts(found: Members) -> tuple[Cell, ...]:
        rate = percentage(len(found), len(members)) if members else None
        women = sum(line.sex is Sex.FEMALE for line in found)
        return len(found), rate, women, sum(line.party_joined_on is not None for line in found)

    rows = [
        (place, label, *counts(found)) for place, (label, found) in enumerate(groups.items(), 1)
    ]
    whole = ("", "Toàn Hội" if groups else "Tổng số hội viên", *counts(members))
    return PaperTable(columns=_SUMS, rows=rows, totals=(whole,), title="Tổng hợp")
