"""Whole tables in memory and back, for imports: few statements, however many rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import (
    BankLoanCountRow,
    CampaignRow,
    FundRow,
    HouseholdRow,
    LoanRow,
    PersonRow,
    Row,
    VisitRow,
)
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.members.people import keys_of
from ccb_desktop.domain.people_names import search_key

Value = TypeVar("Value")
Piece = TypeVar("Piece")
Pulse = Callable[[], object]
"""Called between two pieces of work; may raise to stop, and then nothing is to be kept."""

_AT_ONCE = 2000
_KEYS: Mapping[type[Row], Callable[[Any], dict[str, str]]] = {
    PersonRow: keys_of,
    HouseholdRow: lambda home: {"head_key": search_key(home.head_name)},
    FundRow: lambda fund: {"name_key": search_key(fund.name)},
    CampaignRow: lambda campaign: {"name_key": search_key(campaign.name)},
    LoanRow: lambda loan: {"code_key": search_key(loan.code)},
    BankLoanCountRow: lambda count: {"group_key": search_key(count.group_name)},
    VisitRow: lambda visit: {"recipient_key": search_key(visit.recipient)},
}
"""Table → the folded texts that stand beside those of its records."""


def read_all(session: Session, table: type[Row], kind: type[Value]) -> list[Value]:
    """Every record of a table, in the order of entering."""
    return rows.list_values(session, kind, select(table.__table__).order_by(table.id))


def next_ids(session: Session, tables: Iterable[type[Row]]) -> dict[str, int]:
    """Table → the id its next record may bear."""
    return {one.__tablename__: rows.free_ids(session, one, 1)[0] for one in tables}


def write_shelf(
    session: Session, table: type[Row], shelf: Shelf[Any], pulse: Pulse = lambda: None
) -> None:
    """Write what is new on a shelf, under the ids it was given, and what changed."""
    for new in in_pieces(shelf.new, pulse):
        insert_records(session, table, new)
    for changed in in_pieces(shelf.changed, pulse):
        columns = [columns_with_keys(record, table) for record in changed]
        rows.update_many(session, table, {one.pop("id"): one for one in columns})


def insert_records(session: Session, table: type[Row], records: Iterable[Any]) -> None:
    """Insert records under the ids they were given."""
    rows.insert_many(session, table, [columns_with_keys(record, table) for record in records])


def columns_with_keys(record: Any, table: type[Row]) -> rows.Columns:
    """The columns that a record fills, with the folded texts beside its own."""
    keys_of_record = _KEYS.get(table)
    return rows.columns_of(record, table, **(keys_of_record(record) if keys_of_record else {}))


def in_pieces(whole: Sequence[Piece], pulse: Pulse) -> Iterator[Sequence[Piece]]:
    """A long list piece by piece, with a pulse before each."""
    for start in range(0, len(whole), _AT_ONCE):
        pulse()
        yield whole[start : start + _AT_ONCE]
