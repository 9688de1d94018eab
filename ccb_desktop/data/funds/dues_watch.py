"""What the book of dues tells the charter watch: until when each member has paid (rule 5)."""

from datetime import date
from functools import lru_cache

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds.dues import load_rules, stands_on
from ccb_desktop.data.funds.dues_books import load_payers
from ccb_desktop.data.tables import DuesPaymentRow, MembershipRow
from ccb_desktop.domain.charter import charter_on, months_after
from ccb_desktop.domain.funds.dues_rules import month_index
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.partial_dates import PartialDate


def kept_since(session: Session, on: date) -> date | None:
    """The first day for which dues were paid by a day; `None` while none are kept."""
    payment = DuesPaymentRow
    year = session.scalar(
        select(payment.year).where(*stands_on(on)).order_by(payment.year).limit(1)
    )
    if year is None:
        return None
    months = select(func.min(func.coalesce(payment.month, 1)))
    month = session.scalar(months.where(payment.year == year, *stands_on(on)))
    return date(year, month or 1, 1)


def paid_lately(on: date) -> Select[int]:
    """Those who paid within the months of rule 5, or for the last year as a whole."""
    payment = DuesPaymentRow
    lately = months_after(on, -charter_on(on).strike_off_months)
    whole_year = and_(payment.month.is_(None), payment.year >= on.year)
    return select(payment.person_id).where(
        *stands_on(on), or_(payment.paid_on > lately, whole_year)
    )


def paid_until(session: Session, on: date) -> dict[int, date]:
    """Membership → the last day for which dues were paid by a day, or on which they were.

    For one who owed nothing in the months of rule 5, being exempt from dues, it is the day
    itself.
    """
    membership_of = dict(_memberships(session))
    found = {
        membership_of[person_id]: max(paid_on, _last_day(month))
        for person_id, paid_on, month in rows.raw(session).execute(_last_paid(on))
        if person_id in membership_of
    }
    rules = load_rules(session)
    if rules.exemptions and rules.first_month is not None:
        months = month_index(on) - charter_on(on).strike_off_months, month_index(on)
        for payer in load_payers(session):
            owes = months[1] <= rules.first_month or rules.due_by_year(payer, months)
            if not owes and payer.person_id in membership_of:
                found[membership_of[payer.person_id]] = on
    return found


def _last_paid(on: date) -> Select[int, date, int]:
    """Person, the day on which he last paid, and the number of the last month he paid for."""
    payment = DuesPaymentRow
    month = payment.year * 12 + func.coalesce(payment.month, 12) - 1
    return (
        select(payment.person_id, func.max(payment.paid_on), func.max(month))
        .where(*stands_on(on))
        .group_by(payment.person_id)
    )


@lru_cache(maxsize=1024)
def _last_day(month: int) -> date:
    return PartialDate(month // 12, month % 12 + 1).last_day


def _memberships(session: Session) -> list[tuple[int, int]]:
    query = select(MembershipRow.person_id, MembershipRow.id).where(
        MembershipRow.kind == MembershipKind.HOI
    )
    return [(person_id, own) for person_id, own in rows.raw(session).execute(query)]
