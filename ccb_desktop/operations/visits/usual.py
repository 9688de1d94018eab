"""The table of usual amounts: read, changed."""

from dataclasses import replace

from ccb_desktop.data.store import Store
from ccb_desktop.data.visits import usual
from ccb_desktop.data.visits.visits import occasion_names
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.usual import check_usual


def list_usual_amounts(store: Store) -> list[UsualAmount]:
    """Every usual amount, by occasion, the newest first."""
    with store.reading() as session:
        return usual.list_usual_amounts(session)


def save_usual_amount(store: Store, amount: UsualAmount, form_id: str | None = None) -> Change:
    """Add or correct what is usually given; visits made before stay as they are.

    Raises:
        Invalid: By field.
        NotFound: It is not there any more.
    """
    amount = replace(amount, goods=amount.goods.strip())
    with store.reading() as session:
        name = occasion_names(session).get(amount.occasion, amount.occasion)
    with store.writing(f"Ghi mức chi thường lệ: {name}", form_id) as session:
        check_usual(amount, usual.list_usual_amounts(session))
        usual.save_usual_amount(session, amount)
    return session.change


def remove_usual_amount(store: Store, amount: UsualAmount) -> Change:
    """Take out what is usually given."""
    with store.writing("Bỏ một mức chi thường lệ") as session:
        usual.delete_usual_amount(session, amount.id or 0)
    return session.change
