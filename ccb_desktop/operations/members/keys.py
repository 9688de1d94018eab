"""People named from outside the window: by card number, CCCD, or the key that figures give."""

from collections.abc import Iterable

from ccb_desktop.data.members import memberships, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.errors import NotFound


def people_of_keys(store: Store, keys: Iterable[str]) -> list[int]:
    """The people meant by some keys, in that order.

    Raises:
        NotFound: A key means nobody.
    """
    with store.reading() as session:
        return [_person_of(session, key.strip()) for key in keys]


def _person_of(session: Session, key: str) -> int:
    held = memberships.find_by_card_no(session, key)
    if held is not None and held.person_id is not None:
        return held.person_id
    found = people.find_by_citizen_id(session, key)
    if found is None and key.isdecimal() and people.names_of(session, [int(key)]):
        found = int(key)
    if found is None:
        raise NotFound(f"Không tìm thấy ai có số thẻ, số CCCD hoặc mã {key}.")
    return found
