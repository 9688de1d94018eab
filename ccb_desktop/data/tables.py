"""The schema on one page: every mapped class; none of them leaves this floor.

Tables in `DERIVED` are worked out from others and are not part of the history; tables in
`HISTORY` are the history itself. Everything else is recorded on every change.
"""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    DateTime,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ccb_desktop.data.column_types import CodeSet, PartialDateText
from ccb_desktop.domain.members.memberships import EventKind, MembershipKind, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import PostScope, UnitKind
from ccb_desktop.domain.partial_dates import PartialDate


class Row(DeclarativeBase):
    """Base of all mapped classes; texts are never null, numbers and dates may be."""

    metadata = MetaData()
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy's own name and form)
        str: Text,
        date: Date,
        datetime: DateTime,
        PartialDate: PartialDateText,
        frozenset[str]: CodeSet,
        enum.Enum: Enum(enum.Enum, native_enum=False, create_constraint=False),
    }
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012 (SQLAlchemy's form)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)


class SettingRow(Row):
    """One setting of the branch, kept as JSON text."""

    __tablename__ = "settings"
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class CodeRow(Row):
    """One entry of a code list."""

    __tablename__ = "codes"
    __table_args__ = (UniqueConstraint("list_name", "code"), {"sqlite_autoincrement": True})
    list_name: Mapped[str]
    code: Mapped[str]
    label: Mapped[str]
    position: Mapped[int]
    retired: Mapped[bool]
    built_in: Mapped[bool]


class UnitRow(Row):
    """A chi hội, phân hội or club."""

    __tablename__ = "units"
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[UnitKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    former_ward: Mapped[str]
    founded_on: Mapped[PartialDate | None]
    ended_on: Mapped[PartialDate | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    note: Mapped[str]


class UnitNameRow(Row):
    """A name that a unit bore from a day on."""

    __tablename__ = "unit_names"
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), index=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    from_on: Mapped[PartialDate | None]


class TermRow(Row):
    """A term of the branch's board."""

    __tablename__ = "terms"
    number: Mapped[str]
    from_on: Mapped[PartialDate]
    to_on: Mapped[PartialDate | None]


class HouseholdRow(Row):
    """A household."""

    __tablename__ = "households"
    head_name: Mapped[str]
    head_key: Mapped[str] = mapped_column(index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    address: Mapped[str]
    business_kind: Mapped[str]
    business_name: Mapped[str]
    business_revenue_dong: Mapped[int | None]
    business_workers: Mapped[int | None]
    business_income_dong: Mapped[int | None]
    land_clearance: Mapped[str]


class HouseholdYearRow(Row):
    """What was found about a household in a year."""

    __tablename__ = "household_years"
    __table_args__ = (UniqueConstraint("household_id", "year"), {"sqlite_autoincrement": True})
    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"))
    year: Mapped[int]
    poverty: Mapped[str]
    house_state: Mapped[str]
    cultural_family: Mapped[bool | None]


class PersonRow(Row):
    """A person; `name_key` is the folded name, `sort_key` gives the Vietnamese order."""

    __tablename__ = "persons"
    full_name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    sort_key: Mapped[str] = mapped_column(index=True)
    other_name: Mapped[str]
    sex: Mapped[Sex | None]
    born_on: Mapped[PartialDate | None]
    citizen_id: Mapped[str | None] = mapped_column(unique=True)
    citizen_id_issued_on: Mapped[PartialDate | None]
    phone: Mapped[str]
    home_town: Mapped[str]
    address: Mapped[str]
    street_group: Mapped[str]
    old_address: Mapped[str]
    ethnicity: Mapped[str]
    religion: Mapped[str]
    education: Mapped[str]
    qualification: Mapped[str]
    political_theory: Mapped[str]
    occupation: Mapped[str]
    health_note: Mapped[str]
    consent_on: Mapped[PartialDate | None]
    consent_note: Mapped[str]
    died_on: Mapped[PartialDate | None]
    lunar_death_day: Mapped[str]
    burial_place: Mapped[str]
    note: Mapped[str]
    sort_by_first_word: Mapped[bool]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"), index=True)
    enlisted_on: Mapped[PartialDate | None]
    discharged_on: Mapped[PartialDate | None]
    rank: Mapped[str]
    military_post: Mapped[str]
    military_unit: Mapped[str]
    training: Mapped[str]
    periods: Mapped[frozenset[str]]
    theatres: Mapped[str]
    party_joined_on: Mapped[PartialDate | None]
    party_official_on: Mapped[PartialDate | None]
    party_cell: Mapped[str]
    party_badge: Mapped[int | None]
    insurance_no: Mapped[str]
    insurance_entitled: Mapped[bool | None]
    medal_year: Mapped[int | None]
    commendations: Mapped[str]


class PolicyRow(Row):
    """A policy that a person falls under."""

    __tablename__ = "policies"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    kind: Mapped[str]
    grade: Mapped[str]
    rate_percent: Mapped[int | None]
    from_on: Mapped[PartialDate | None]
    to_on: Mapped[PartialDate | None]
    note: Mapped[str]


class MembershipRow(Row):
    """A membership of the Hội or of a club."""

    __tablename__ = "memberships"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    kind: Mapped[MembershipKind]
    admission_category: Mapped[int | None]
    joined_on: Mapped[PartialDate | None]
    card_no: Mapped[str | None] = mapped_column(unique=True)
    card_issued_on: Mapped[PartialDate | None]
    card_reissued_on: Mapped[PartialDate | None]
    on_roll_from: Mapped[PartialDate | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    sub_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    ended_on: Mapped[PartialDate | None]
    note: Mapped[str]


class MembershipEventRow(Row):
    """A dated event of a membership of the Hội."""

    __tablename__ = "membership_events"
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id"), index=True)
    kind: Mapped[EventKind]
    happened_on: Mapped[PartialDate] = mapped_column(index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    sub_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    from_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    elsewhere: Mapped[str]
    until_on: Mapped[PartialDate | None]
    decision_no: Mapped[str]
    decision_on: Mapped[PartialDate | None]
    reason: Mapped[str]
    note: Mapped[str]


class StandingRow(Row):
    """Derived: how a membership of the Hội stands from one day up to another (excluded)."""

    __tablename__ = "standings"
    __table_args__ = (Index("ix_standings_days", "from_on", "to_on"),)
    membership_id: Mapped[int] = mapped_column(
        ForeignKey("memberships.id", ondelete="CASCADE"), index=True
    )
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    status: Mapped[Status]
    unit_id: Mapped[int | None]
    sub_unit_id: Mapped[int | None]


class PostRow(Row):
    """A post held by a person."""

    __tablename__ = "posts"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    title: Mapped[str]
    scope: Mapped[PostScope]
    organisation: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    from_on: Mapped[PartialDate | None]
    to_on: Mapped[PartialDate | None]
    elected: Mapped[bool | None]
    note: Mapped[str]


class ManualFigureRow(Row):
    """A figure typed in by hand for exactly one period."""

    __tablename__ = "manual_figures"
    __table_args__ = (
        UniqueConstraint("indicator", "from_on", "to_on"),
        {"sqlite_autoincrement": True},
    )
    indicator: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date]
    value: Mapped[str]
    source_note: Mapped[str]


class ReportTextRow(Row):
    """The officer's own text in one section of one report."""

    __tablename__ = "report_texts"
    __table_args__ = (
        UniqueConstraint("report_kind", "period", "section"),
        {"sqlite_autoincrement": True},
    )
    report_kind: Mapped[str]
    period: Mapped[str]
    section: Mapped[str]
    text: Mapped[str]


class ImportBatchRow(Row):
    """One import: which file brought what, and by which act of the history."""

    __tablename__ = "import_batches"
    file_name: Mapped[str]
    sha256: Mapped[str]
    imported_at: Mapped[datetime]
    summary: Mapped[str]
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"))


class ImportMappingRow(Row):
    """The columns an officer matched by hand, remembered for files of that shape."""

    __tablename__ = "import_mappings"
    shape_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    columns: Mapped[str]


class ActionRow(Row):
    """History: one committed act; `chain_hash` seals it together with all before it."""

    __tablename__ = "actions"
    label: Mapped[str]
    done_at: Mapped[datetime]
    done_by: Mapped[str]
    form_id: Mapped[str | None] = mapped_column(unique=True)
    kinds: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    chain_hash: Mapped[str]


class RecordChangeRow(Row):
    """History: one record before and after an act, as JSON of the columns concerned."""

    __tablename__ = "record_changes"
    __table_args__ = (
        Index("ix_record_changes_record", "kind", "record_id"),
        {"sqlite_autoincrement": True},
    )
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]


DERIVED = frozenset({"standings"})
HISTORY = frozenset({"actions", "record_changes"})
