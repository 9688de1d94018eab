"""What the tab Ghi trùng shows: pairs to be looked at, and what was decided about others."""

from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.doubles.decisions import Merge, NotDouble
from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.doubles import Candidate, list_candidates, list_decisions
from ccb_desktop.operations.members.units import list_units
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.members.columns import printed

MERGED, APART = "Đã gộp", "Không phải một người"


class Decision(NamedTuple):
    """One pair that an officer has decided about."""

    what: Merge | NotDouble
    first_name: str
    second_name: str

    @property
    def id(self) -> tuple[str, int]:
        """Tells it from all others."""
        return self.said, self.what.id

    @property
    def said(self) -> str:
        """What was decided."""
        return MERGED if isinstance(self.what, Merge) else APART

    @property
    def on(self) -> date | None:
        """When they were merged."""
        return self.what.merged_on if isinstance(self.what, Merge) else None


class FoundDoubles(NamedTuple):
    """Everything the tab shows, read in one go by the worker."""

    candidates: list[Candidate]
    decisions: list[Decision]
    units: list[tuple[int | None, str]]


def read_doubles(store: Store, progress: Progress) -> FoundDoubles:
    """Look through the books of today; the officer may stop it."""
    today = date.today()
    merges, apart = list_decisions(store)
    decisions = [Decision(merge, merge.kept_name, merge.absorbed_name) for merge in merges]
    decisions += [Decision(pair, pair.first_name, pair.second_name) for pair in apart]
    units: list[tuple[int | None, str]] = [(None, "Tất cả")]
    units += [
        (unit.id, unit.name_on(today))
        for unit in list_units(store)
        if unit.kind is not UnitKind.PHAN_HOI and unit.stands_on(today)
    ]
    return FoundDoubles(list_candidates(store, today, progress.report), decisions, units)


def units_of(pair: Candidate) -> frozenset[int | None]:
    """Where the two stand."""
    return frozenset({pair.first.unit_id, pair.second.unit_id})


def _named(person: KnownPerson) -> str:
    return f"{person.full_name} ({printed(person.born_on)})" if person.born_on else person.full_name


CANDIDATE_COLUMNS: list[Column[Candidate]] = [
    Column(
        "score",
        "Độ giống",
        lambda pair: str(pair.score),
        lambda pair: -pair.score,
        align="right",
        width=8,
        searched=False,
    ),
    Column(
        "first",
        "Người thứ nhất",
        lambda pair: _named(pair.first),
        lambda pair: sort_key(pair.first.full_name),
        width=23,
        named=True,
    ),
    Column("first_unit", FIELD["unit"], lambda pair: pair.first.unit_name, width=12),
    Column(
        "second",
        "Người thứ hai",
        lambda pair: _named(pair.second),
        lambda pair: sort_key(pair.second.full_name),
        width=24,
        named=True,
    ),
    Column("second_unit", "Chi hội của người ấy", lambda pair: pair.second.unit_name, width=14),
    Column(
        "why",
        "Vì sao",
        lambda pair: ", ".join(pair.reasons),
        tooltip=lambda pair: ", ".join(pair.reasons),
        width=34,
    ),
    Column("against", "Khác nhau", lambda pair: ", ".join(pair.against), width=24),
]

DECISION_COLUMNS: list[Column[Decision]] = [
    Column("said", "Đã quyết định", lambda one: one.said, width=20),
    Column(
        "first",
        "Người thứ nhất",
        lambda one: one.first_name,
        lambda one: sort_key(one.first_name),
        width=26,
        named=True,
    ),
    Column(
        "second",
        "Người thứ hai",
        lambda one: one.second_name,
        lambda one: sort_key(one.second_name),
        width=26,
        named=True,
    ),
    Column(
        "on",
        "Ngày gộp",
        lambda one: short_date(one.on) if one.on else "",
        lambda one: one.on,
        width=12,
    ),
]
