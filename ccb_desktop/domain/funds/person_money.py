"""All that the books of money say of one person: dues, loans, gifts, vouchers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.dues_arrears import YearOfDues
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.loans import LoanFile
from ccb_desktop.domain.printing import number, short_date


@dataclass(frozen=True, slots=True)
class PersonGift:
    """What the person gave to a campaign."""

    gift: Contribution
    campaign_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMoney:
    """The money of one person, as at a day.

    Attributes:
        dues: Year by year, the oldest first.
        loans: The oldest first, voided ones too.
        gifts: The newest first, voided ones too.
        vouchers: Those that name the person, the newest first.
    """

    on: date
    dues: tuple[YearOfDues, ...] = ()
    loans: tuple[LoanFile, ...] = ()
    gifts: tuple[PersonGift, ...] = ()
    vouchers: tuple[VoucherLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no book of money tells of the person."""
        return not (self.dues or self.loans or self.gifts or self.vouchers)

    @property
    def lacking_dong(self) -> int:
        """What lacks of the dues of all years."""
        return sum(year.lacking_dong for year in self.dues)

    @property
    def owed_dong(self) -> int:
        """Outstanding principal."""
        return sum(loan_state.outstanding_dong(file, self.on) for file in self.loans)

    @property
    def given_dong(self) -> int:
        """Money and goods given to campaigns by the day."""
        return sum(one.gift.worth_dong for one in self.gifts if one.gift.counts_on(self.on))


def summary(money: PersonMoney) -> str:
    """How the person stands, in one sentence for each book."""
    return " ".join(_sentences(money))


def _sentences(money: PersonMoney) -> Iterator[str]:
    if money.lacking_dong:
        years = ", ".join(str(year.year) for year in money.dues if year.lacking_dong)
        yield f"Hội phí còn thiếu {number(money.lacking_dong)} đồng (năm {years})."
    elif money.dues:
        yield "Hội phí đã nộp đủ."
    if money.owed_dong:
        overdue = sum(loan_state.overdue_dong(file, money.on) for file in money.loans)
        late = f", trong đó quá hạn {number(overdue)} đồng" if overdue else ""
        yield f"Đang vay, còn nợ {number(money.owed_dong)} đồng{late}."
    if money.given_dong:
        yield f"Đã ủng hộ {number(money.given_dong)} đồng (cả hiện vật)."


def dues_words(year: YearOfDues) -> str:
    """How the dues of a year stand, in words."""
    if year.lacking_dong:
        return "Còn thiếu" if year.paid_dong else "Chưa nộp"
    if year.ahead_dong:
        return f"Đủ, nộp trước {number(year.ahead_dong)}"
    return "Đủ"


def loan_words(file: LoanFile, on: date) -> str:
    """Where a loan stands, in words: what is owed, until when, or how it ended."""
    loan = file.loan
    if loan.voided_on is not None and loan.voided_on <= on:
        return f"ĐÃ HỦY ngày {short_date(loan.voided_on)}"
    owed, last = loan_state.outstanding_dong(file, on), loan_state.due_on(file, on)
    if not owed:
        given_up = loan_state.written_off_dong(file, on)
        return "Đã xóa nợ" if given_up else "Đã trả xong"
    late = loan_state.days_overdue(file, on)
    if late:
        return f"Quá hạn {number(late)} ngày"
    return f"Hạn {short_date(last)}" if last else "Không ghi hạn"


def gift_words(gift: Contribution, on: date) -> str:
    """What is to be said about a gift beside its sum."""
    if gift.voided_on is not None and gift.voided_on <= on:
        return f"ĐÃ HỦY ngày {short_date(gift.voided_on)}"
    told = [gift.goods] if gift.goods else []
    return "; ".join([*told, *([] if gift.through_book else ["Không qua sổ quỹ"])])


def voided_words(line: VoucherLine) -> str:
    """That a voucher was voided, or what it voided."""
    if line.voided_by:
        return f"ĐÃ HỦY bằng {line.voided_by}"
    return f"Hủy phiếu {line.voids}" if line.voids else ""
