"""Funds, vouchers, the ledger that follows from them, locks and counted cash."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.funds.funds import FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind


class FundRow(Row):
    """A fund of the branch, or of one chi hội."""

    __tablename__ = "funds"
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[FundPurpose]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    bank_account: Mapped[str]
    note: Mapped[str]


class VoucherRow(Row):
    """A voucher; guards of the store keep it as it was posted.

    `unit_id`, `person_id` and `campaign_id` are links, not words of the paper: they follow
    when people or units are merged.
    """

    __tablename__ = "vouchers"
    __table_args__ = (
        UniqueConstraint("kind", "number_year", "number"),
        Index("ix_vouchers_drafts", "id", sqlite_where=text("posted_at IS NULL")),
        Index("ix_vouchers_fund", "fund_id", "issued_on"),
        {"sqlite_autoincrement": True},
    )
    kind: Mapped[VoucherKind]
    number_year: Mapped[int | None]
    number: Mapped[int | None]
    issued_on: Mapped[date] = mapped_column(index=True)
    posted_at: Mapped[datetime | None]
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    to_fund_id: Mapped[int | None] = mapped_column(ForeignKey("funds.id"))
    to_place: Mapped[MoneyPlace | None]
    amount_dong: Mapped[int]
    payer: Mapped[str]
    address: Mapped[str]
    content: Mapped[str]
    category: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), index=True)
    voids_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), unique=True)
    reason: Mapped[str]
    old_number: Mapped[str]
    note: Mapped[str]


class LedgerEntryRow(Row):
    """Derived: what a posted voucher does to one account."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        Index("ix_ledger_entries_account", "fund_id", "place", "happened_on", "amount_dong"),
        {"sqlite_autoincrement": True},
    )
    voucher_id: Mapped[int] = mapped_column(ForeignKey("vouchers.id"), index=True)
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    happened_on: Mapped[date]
    amount_dong: Mapped[int]


class FundMonthRow(Row):
    """Derived: the sum of an account's entries in one month, so that balances are quick."""

    __tablename__ = "fund_months"
    __table_args__ = (
        UniqueConstraint("fund_id", "place", "year", "month"),
        {"sqlite_autoincrement": True},
    )
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"))
    place: Mapped[MoneyPlace]
    year: Mapped[int]
    month: Mapped[int]
    amount_dong: Mapped[int]


class PeriodLockRow(Row):
    """A month, or a whole year, that takes no voucher."""

    __tablename__ = "period_locks"
    year: Mapped[int]
    month: Mapped[int | None]
    locked_on: Mapped[date]
    note: Mapped[str]


class CashCountRow(Row):
    """Cash counted; `pieces` is JSON of value and number."""

    __tablename__ = "cash_counts"
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"), index=True)
    counted_on: Mapped[date]
    book_dong: Mapped[int]
    counted_dong: Mapped[int]
    pieces: Mapped[str]
    counted_by: Mapped[str]
    witness: Mapped[str]
    reason: Mapped[str]
