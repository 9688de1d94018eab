"""Dues, campaigns and loans: what stands behind vouchers, and what never passed the cash book."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.funds.campaigns import DonorKind
from ccb_desktop.domain.funds.dues import DuesPeriod
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.members.memberships import Status


class DuesRateRow(Row):
    """What a member owes from a day on."""

    __tablename__ = "dues_rates"
    from_on: Mapped[date] = mapped_column(unique=True)
    period: Mapped[DuesPeriod]
    amount_dong: Mapped[int]
    chi_hoi_percent: Mapped[int]
    upper_percent: Mapped[int]
    note: Mapped[str]


class DuesExemptionRow(Row):
    """Who owes nothing, from a day to a day."""

    __tablename__ = "dues_exemptions"
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    status: Mapped[Status | None]
    age_from: Mapped[int | None]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    reason: Mapped[str]


class DuesHandInRow(Row):
    """What a chi hội handed in at once."""

    __tablename__ = "dues_hand_ins"
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    year: Mapped[int]
    handed_on: Mapped[date]
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    amount_dong: Mapped[int]
    voucher_id: Mapped[int] = mapped_column(ForeignKey("vouchers.id"), index=True)
    share_voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    voided_on: Mapped[date | None]


class DuesPaymentRow(Row):
    """What one member paid for one year or month."""

    __tablename__ = "dues_payments"
    __table_args__ = (
        Index("ix_dues_payments_year", "year", "person_id", "amount_dong"),
        Index(
            "ix_dues_payments_person",
            *("person_id", "year", "month", "amount_dong", "paid_on", "voided_on"),
        ),
        {"sqlite_autoincrement": True},
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    year: Mapped[int]
    month: Mapped[int | None]
    amount_dong: Mapped[int]
    paid_on: Mapped[date] = mapped_column(index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    hand_in_id: Mapped[int | None] = mapped_column(ForeignKey("dues_hand_ins.id"), index=True)
    voided_on: Mapped[date | None]
    note: Mapped[str]


class CampaignRow(Row):
    """A campaign."""

    __tablename__ = "campaigns"
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    document_no: Mapped[str]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    per_head_dong: Mapped[int | None]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    note: Mapped[str]


class CampaignTargetRow(Row):
    """What one unit is to bring in."""

    __tablename__ = "campaign_targets"
    __table_args__ = (UniqueConstraint("campaign_id", "unit_id"), {"sqlite_autoincrement": True})
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    target_dong: Mapped[int]


class ContributionRow(Row):
    """What somebody gave."""

    __tablename__ = "contributions"
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    given_on: Mapped[date]
    donor: Mapped[str]
    donor_kind: Mapped[DonorKind]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    amount_dong: Mapped[int]
    goods: Mapped[str]
    goods_value_dong: Mapped[int]
    through_book: Mapped[bool]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    voided_on: Mapped[date | None]
    note: Mapped[str]


class LoanRow(Row):
    """Money lent from a fund."""

    __tablename__ = "loans"
    code: Mapped[str]
    code_key: Mapped[str] = mapped_column(index=True)
    borrower: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    principal_dong: Mapped[int]
    rate_thousandths: Mapped[int]
    lent_on: Mapped[date]
    due_on: Mapped[date | None]
    instalments: Mapped[int]
    purpose: Mapped[str]
    guarantor: Mapped[str]
    decision_no: Mapped[str]
    voucher_id: Mapped[int] = mapped_column(ForeignKey("vouchers.id"), index=True)
    written_off_on: Mapped[date | None]
    written_off_dong: Mapped[int]
    write_off_decision: Mapped[str]
    voided_on: Mapped[date | None]
    note: Mapped[str]


class RepaymentRow(Row):
    """What came back of a loan at once."""

    __tablename__ = "repayments"
    loan_id: Mapped[int] = mapped_column(ForeignKey("loans.id"), index=True)
    paid_on: Mapped[date]
    principal_dong: Mapped[int]
    interest_dong: Mapped[int]
    voucher_id: Mapped[int] = mapped_column(ForeignKey("vouchers.id"), index=True)
    voided_on: Mapped[date | None]
    note: Mapped[str]


class LoanExtensionRow(Row):
    """A later last day for paying back."""

    __tablename__ = "loan_extensions"
    loan_id: Mapped[int] = mapped_column(ForeignKey("loans.id"), index=True)
    extended_on: Mapped[date]
    due_on: Mapped[date]
    decision_no: Mapped[str]


class BankLoanCountRow(Row):
    """What a savings-and-loan group of the policy bank stood at on a day."""

    __tablename__ = "bank_loan_counts"
    __table_args__ = (UniqueConstraint("counted_on", "group_key"), {"sqlite_autoincrement": True})
    counted_on: Mapped[date]
    group_name: Mapped[str]
    group_key: Mapped[str]
    households: Mapped[int]
    balance_dong: Mapped[int]
    overdue_dong: Mapped[int]
    note: Mapped[str]
