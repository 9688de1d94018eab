"""Keep the statistics of the policy bank's savings-and-loan groups; no money of the Hội moves."""

from datetime import date

from ccb_desktop.data.funds import loans
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.bank_loans import check_count
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.domain.people_names import normalise


def list_bank_counts(store: Store) -> list[BankLoanCount]:
    """Every count, in the order of days and groups."""
    with store.reading() as session:
        return loans.list_bank_counts(session)


def save_bank_count(store: Store, count: BankLoanCount, form_id: str | None = None) -> Change:
    """Enter or correct what a group stood at on a day.

    Raises:
        Invalid: By field; another count of the group stands for that day.
    """
    check_count(count, date.today())
    label = f"Ghi số liệu NHCSXH: {count.group_name}, ngày {count.counted_on:%d/%m/%Y}"
    with store.writing(label, form_id) as session:
        other = loans.find_bank_count(session, normalise(count.group_name), count.counted_on)
        if other is not None and other.id != count.id:
            raise Invalid(
                {
                    "counted_on": f"{other.group_name} đã có số liệu ngày "
                    f"{other.counted_on:%d/%m/%Y}. Mở dòng ấy ra sửa."
                }
            )
        loans.save_bank_count(session, count)
    return session.change


def remove_bank_count(store: Store, count: BankLoanCount) -> Change:
    """Take a count out."""
    label = f"Bỏ số liệu NHCSXH: {count.group_name}, ngày {count.counted_on:%d/%m/%Y}"
    with store.writing(label) as session:
        loans.delete_bank_count(session, count.id or 0)
    return session.change
