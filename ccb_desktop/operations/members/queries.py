"""Puts the filters that officers build of the roster to work in lists on paper."""

from dataclasses import replace
from datetime import date

from ccb_desktop.data import saved_views
from ccb_desktop.data.members.own_fields import load_own_texts
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.own_queries import own_query_fields
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.queries import Group, QueryField, by_id, from_json, in_words, sieve
from ccb_desktop.domain.roster_queries import member_query_fields
from ccb_desktop.domain.saved_views import ViewKind
from ccb_desktop.operations.members.roster_words import words_in

MEMBERS = "members"
"""The list under which filters of the roster are kept."""


def query_fields(store: Store, on: date) -> list[QueryField]:
    """Everything a filter of members can ask about, as the words stand on a day."""
    with store.reading() as session:
        return _fields(session, on)


def _fields(session: Session, on: date) -> list[QueryField]:
    words = words_in(session, on)
    texts = load_own_texts(session)
    own = own_query_fields(words.own_fields, lambda person_id: texts.get(person_id, {}))
    return [*member_query_fields(words), *own]


def asking(session: Session, source: ListSource) -> ListSource:
    """The source of a list with what its query asks.

    Raises:
        Invalid: Something that is asked cannot be understood, or is not in the books any more.
    """
    order = source.order
    if order.query.is_empty:
        return source
    fields = by_id(_fields(session, order.on))
    asked = order.query_name or in_words(order.query, fields)
    return replace(source, asked=asked, fits=sieve(order.query, fields))


def kept_query(store: Store, name: str) -> Group:
    """The filter of the roster that is kept under a name, written with or without marks.

    Raises:
        NotFound: There is none.
        Invalid: It cannot be read.
    """
    with store.reading() as session:
        kept = saved_views.list_views(session, MEMBERS)
    filters = [view for view in kept if view.kind is ViewKind.FILTER]
    for view in filters:
        if search_key(view.name) == search_key(name):
            return from_json(view.content)
    known = "; ".join(view.name for view in filters) or "chưa lưu bộ lọc nào"
    raise NotFound(f"Không có bộ lọc hội viên tên “{name}”. Các bộ lọc đã lưu: {known}.")
