"""Who took his consent back and would stand with sensitive data in what is about to leave."""

from collections.abc import Collection, Iterable

from ccb_desktop.data.personal_data import books
from ccb_desktop.data.store import Store
from ccb_desktop.domain.masking import SENSITIVE_LABELS
from ccb_desktop.domain.papers import PaperTable, row_texts
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.reports.form_kinds import FormOrder, Need
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.domain.reports.list_kinds import LIST_KINDS
from ccb_desktop.domain.submissions.orders import PackageOrder
from ccb_desktop.operations import papers
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.submissions.contents import list_order

Names = tuple[str, ...]


def withdrawn_among(store: Store, person_ids: Collection[int] | None = None) -> Names:
    """Those of some people, or of everybody in the books, in the order of names."""
    with store.reading() as session:
        found = books.withdrawn_people(session)
    return tuple(name for own, name in found.items() if person_ids is None or own in person_ids)


def withdrawn_in_list(store: Store, order: ListOrder) -> Names:
    """Those whom a list of sensitive data names; of other lists none.

    Raises:
        NotFound, Invalid: As `papers.list_rows`.
    """
    everybody = withdrawn_among(store) if _tells_sensitive(order.name) else ()
    return _named_in(papers.list_rows(store, order).tables, everybody) if everybody else ()


def withdrawn_in_table(store: Store, table: PaperTable) -> Names:
    """Those whom a table from the screen names beside columns of sensitive data."""
    if not SENSITIVE_LABELS & {column.label for column in table.columns}:
        return ()
    return _named_in((table,), withdrawn_among(store))


def withdrawn_in_form(store: Store, order: FormOrder) -> Names:
    """Those for whom a form with sensitive data is made; of other forms none."""
    kind = FORM_KINDS[order.name]
    if not kind.has_sensitive:
        return ()
    chosen = {own for own in order.chosen if isinstance(own, int)}
    is_of_people = kind.need in (Need.MEMBERS, Need.THE_DEAD) and chosen
    return withdrawn_among(store, chosen if is_of_people else None)


def withdrawn_in_package(store: Store, order: PackageOrder) -> Names:
    """Those whom a package names in its lists of sensitive data, or in the whole workbook."""
    if order.data:
        return withdrawn_among(store)
    first, last = order.period.from_on, order.period.to_on
    asked = [list_order(name, first, last, masked=True) for name in order.lists]
    found = [name for one in asked for name in withdrawn_in_list(store, one)]
    return tuple(dict.fromkeys(found))


def _tells_sensitive(name: str) -> bool:
    return name in LIST_KINDS and LIST_KINDS[name].has_sensitive


def _named_in(tables: Iterable[PaperTable], everybody: Names) -> Names:
    cells = {search_key(cell) for table in tables for row in row_texts(table) for cell in row}
    return tuple(name for name in everybody if search_key(name) in cells)
