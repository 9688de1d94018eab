"""Visits, rounds, housing, illnesses, relatives, deaths and days of remembrance."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.housing import HousingKind
from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind


class VisitRow(Row):
    """One visit or gift to one recipient."""

    __tablename__ = "visits"
    visited_on: Mapped[date] = mapped_column(index=True)
    occasion: Mapped[str]
    theme: Mapped[str]
    recipient_kind: Mapped[RecipientKind]
    recipient: Mapped[str]
    recipient_key: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    paid_by: Mapped[PaidBy]
    amount_dong: Mapped[int]
    goods: Mapped[str]
    goods_value_dong: Mapped[int]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    returned_voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("gift_rounds.id"), index=True)
    visitors: Mapped[str]
    voided_on: Mapped[date | None]
    note: Mapped[str]


class GiftRoundRow(Row):
    """One round of gifts."""

    __tablename__ = "gift_rounds"
    title: Mapped[str]
    occasion: Mapped[str]
    theme: Mapped[str]
    planned_on: Mapped[date]
    criteria: Mapped[str]
    paid_by: Mapped[PaidBy]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    amount_dong: Mapped[int]
    goods: Mapped[str]
    goods_value_dong: Mapped[int]
    paid_on: Mapped[date | None]
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"))
    note: Mapped[str]


class RoundRecipientRow(Row):
    """One line of the list of a round."""

    __tablename__ = "round_recipients"
    round_id: Mapped[int] = mapped_column(ForeignKey("gift_rounds.id"), index=True)
    recipient: Mapped[str]
    recipient_kind: Mapped[RecipientKind]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    address: Mapped[str]
    why: Mapped[str]
    amount_dong: Mapped[int]
    goods: Mapped[str]
    goods_value_dong: Mapped[int]
    handed: Mapped[Handed]
    note: Mapped[str]


class UsualAmountRow(Row):
    """What is usually given, from a day on."""

    __tablename__ = "usual_amounts"
    occasion: Mapped[str]
    recipient_kind: Mapped[RecipientKind | None]
    from_age: Mapped[int | None]
    amount_dong: Mapped[int]
    goods: Mapped[str]
    goods_value_dong: Mapped[int]
    from_on: Mapped[date]


class HousingSupportRow(Row):
    """Help for the house of one family."""

    __tablename__ = "housing_supports"
    head_name: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    kind: Mapped[HousingKind | None]
    started_on: Mapped[date | None]
    handed_over_on: Mapped[date | None]
    cost_dong: Mapped[int]
    branch_dong: Mapped[int]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    voided_on: Mapped[date | None]
    note: Mapped[str]


class HousingSourceRow(Row):
    """Money of others for a house."""

    __tablename__ = "housing_sources"
    housing_id: Mapped[int] = mapped_column(ForeignKey("housing_supports.id"), index=True)
    source: Mapped[str]
    amount_dong: Mapped[int]


class IllnessRow(Row):
    """A time for which somebody is ill."""

    __tablename__ = "illnesses"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    what: Mapped[str]
    hospital: Mapped[str]
    note: Mapped[str]


class RelativeRow(Row):
    """One of a person's family."""

    __tablename__ = "relatives"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    full_name: Mapped[str]
    relation: Mapped[str]
    born_on: Mapped[PartialDate | None]
    died_on: Mapped[PartialDate | None]
    lunar_death_day: Mapped[str]
    is_martyr: Mapped[bool]
    phone: Mapped[str]
    address: Mapped[str]
    note: Mapped[str]


class DeathCaseRow(Row):
    """What is done when somebody dies."""

    __tablename__ = "death_cases"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), unique=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"))
    committee: Mapped[str]
    held_where: Mapped[str]
    papers: Mapped[frozenset[str]]
    papers_sent_on: Mapped[date | None]
    card_returned_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    note: Mapped[str]


class CommemorativeDayRow(Row):
    """A day of the year on which the Hội remembers or gives."""

    __tablename__ = "commemorative_days"
    name: Mapped[str]
    day: Mapped[int]
    month: Mapped[int]
    lunar: Mapped[bool]
    occasion: Mapped[str]
    usually: Mapped[str]
