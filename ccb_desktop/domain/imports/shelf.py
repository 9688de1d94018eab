"""Records of one kind in memory, by id, that remember which are new or changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

Record = TypeVar("Record", bound=Any)


class Shelf(Generic[Record]):
    """Records by id; `new` and `changed` are what has to be written."""

    def __init__(self, records: Iterable[Record], next_id: int) -> None:
        self.by_id: dict[int, Record] = {record.id: record for record in records}
        self._first_new = next_id
        self._next_id = next_id
        self._changed: set[int] = set()

    def __getitem__(self, record_id: int) -> Record:
        """The record of an id."""
        return self.by_id[record_id]

    def add(self, record: Record) -> Record:
        """Take in a new record; gives it back with its id."""
        added: Record = replace(record, id=self._next_id)
        self.by_id[self._next_id] = added
        self._next_id += 1
        return added

    def put(self, record: Record) -> bool:
        """Set a record over the one of its id; tells whether anything differs."""
        if self.by_id[record.id] == record:
            return False
        self.by_id[record.id] = record
        if record.id < self._first_new:
            self._changed.add(record.id)
        return True

    def remove(self, record_id: int) -> None:
        """Take back a record that was new."""
        del self.by_id[record_id]

    @property
    def new(self) -> list[Record]:
        """The records to insert, in the order in which they came."""
        return [self.by_id[i] for i in range(self._first_new, self._next_id) if i in self.by_id]

    @property
    def changed(self) -> list[Record]:
        """The records to overwrite."""
        return [self.by_id[record_id] for record_id in sorted(self._changed)]
