"""The records of all members held against what is needed: by person, by field, by chi hội."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.consent import Consent
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.record_gaps.needed import gaps_of

NO_UNIT = "Chưa rõ chi hội"


@dataclass(frozen=True, slots=True)
class RecordGaps:
    """One member and the fields that his record lacks."""

    line: MemberLine
    missing: tuple[str, ...]

    @property
    def said(self) -> str:
        """What is missing, as officers call it."""
        return ", ".join(FIELD[name] for name in self.missing)


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many records lack a field."""

    field: str
    missing: int


@dataclass(frozen=True, slots=True)
class UnitShare:
    """How many records of a chi hội are whole."""

    unit_id: int | None
    name: str
    whole: int
    people: int


@dataclass(frozen=True)
class GapsReview:
    """Every member of the Hội on a day, by chi hội and in the order of names."""

    on: date
    needed: tuple[str, ...]
    records: tuple[RecordGaps, ...]

    @cached_property
    def incomplete(self) -> tuple[RecordGaps, ...]:
        """Those whose records lack something."""
        return tuple(record for record in self.records if record.missing)

    @cached_property
    def without_consent(self) -> tuple[MemberLine, ...]:
        """Those who have not agreed that their data is kept, or took it back."""
        members = (record.line for record in self.records)
        return tuple(line for line in members if line.consent is not Consent.GIVEN)

    @property
    def by_field(self) -> tuple[FieldCount, ...]:
        """Each needed field with the number of records that lack it, the most first."""
        counts = dict.fromkeys(self.needed, 0)
        for record in self.incomplete:
            for name in record.missing:
                counts[name] += 1
        found = (FieldCount(name, count) for name, count in counts.items())
        return tuple(sorted(found, key=lambda one: -one.missing))

    @property
    def by_unit(self) -> tuple[UnitShare, ...]:
        """Each chi hội with the number of its records that are whole."""
        whole: dict[tuple[int | None, str], list[bool]] = {}
        for record in self.records:
            unit = record.line.unit_id, record.line.unit_name or NO_UNIT
            whole.setdefault(unit, []).append(not record.missing)
        return tuple(
            UnitShare(unit_id, name, sum(records), len(records))
            for (unit_id, name), records in whole.items()
        )


def review_gaps(lines: Iterable[MemberLine], needed: tuple[str, ...], on: date) -> GapsReview:
    """Hold the members of the Hội among some lines against what is needed."""
    members = sorted(
        (line for line in lines if line.status in IN_HOI),
        key=lambda line: (natural_order(line.unit_name), line.sort_key),
    )
    return GapsReview(on, needed, tuple(RecordGaps(m, gaps_of(m, needed)) for m in members))
