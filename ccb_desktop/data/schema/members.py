"""People, households, memberships and their events."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.members.memberships import EventKind, MembershipKind, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate


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
    tags: Mapped[frozenset[str]] = mapped_column(server_default="")
    consent_paper: Mapped[str] = mapped_column(server_default="")
    consent_withdrawn_on: Mapped[PartialDate | None]
    consent_withdrawn_reason: Mapped[str] = mapped_column(server_default="")


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
    ceremony_on: Mapped[PartialDate | None]
    letter_on: Mapped[PartialDate | None]


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


class ExemptionReportRow(Row):
    """A report that an exempt member gave, due every three months (rule 4)."""

    __tablename__ = "exemption_reports"
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id"), index=True)
    reported_on: Mapped[PartialDate]
    note: Mapped[str]


class NotDoubleRow(Row):
    """Two people who look alike and are not the same, as an officer has seen."""

    __tablename__ = "not_doubles"
    __table_args__ = (UniqueConstraint("first_id", "second_id"), {"sqlite_autoincrement": True})
    first_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)


class PersonMergeRow(Row):
    """A person entered twice: which record was taken up into which; the taken-up one is gone."""

    __tablename__ = "person_merges"
    kept_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    absorbed_id: Mapped[int]
    absorbed_name: Mapped[str]
    merged_on: Mapped[date]
