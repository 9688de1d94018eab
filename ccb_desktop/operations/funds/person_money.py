"""What the books of money say of one person, read for the person's form and file."""

from datetime import date

from ccb_desktop.data.funds import campaigns, loans, voucher_lists
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.funds.person_money import PersonGift, PersonMoney
from ccb_desktop.operations.funds.dues import arrears_of_person_in


def load_person_money(store: Store, person_id: int, on: date) -> PersonMoney:
    """Dues, loans, gifts and vouchers of a person, as at a day."""
    with store.reading() as session:
        return person_money_in(session, person_id, on)


def person_money_in(session: Session, person_id: int, on: date) -> PersonMoney:
    """As `load_person_money`, within a block that reads more."""
    gifts = campaigns.list_contributions(session, person_id=person_id)
    names = {one.id: one.name for one in campaigns.list_campaigns(session)} if gifts else {}
    return PersonMoney(
        on=on,
        dues=arrears_of_person_in(session, person_id, on),
        loans=tuple(loans.list_loans_of(session, person_id)),
        gifts=tuple(PersonGift(gift, names.get(gift.campaign_id, "")) for gift in gifts),
        vouchers=tuple(voucher_lists.list_vouchers_of(session, person_id)),
    )
