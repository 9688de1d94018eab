"""What the book of dues tells the charter watch: until when each member has paid (rule 5)."""

from datetime import date

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
    found: dict[int, date] = {}
    for person_id, paid_on, year, month in session.execute(_last_paid(on)):
        if person_id in membership_of:
            covers = PartialDate(year, month).last_day
            own = membership_of[person_id]
            found[own] = max(paid_on, covers, found.get(own, date.min))
    rules = load_rules(session)
    if rules.exemptions and rules.first_month is not None:
        months = month_index(on) - charter_on(on).strike_off_months, month_index(on)
        for payer in load_payers(session):
            owes = months[1] <= rules.first_month or rules.due_by_year(payer, months)
            if not owes and payer.person_id in membership_of:
                found[membership_of[payer.person_id]] = on
    return found


def _last_paid(on: date) -> Select[int, date, int, int | None]:
    payment = DuesPaymentRow
    return (
        select(
            payment.person_id,
            func.max(payment.paid_on),
            payment.year,
            func.max(payment.month),
        )
        .where(*stands_on(on))
        .group_by(payment.person_id, payment.year, payment.month.is_(None))
    )


def _memberships(session: Session) -> list[tuple[int, int]]:
    query = select(MembershipRow.person_id, MembershipRow.id).where(
        MembershipRow.kind == MembershipKind.HOI
    )
    return [(person_id, own) for person_id, own in rows.raw(session).execute(query)]
