"""The units of an import, found by code and by name through an index made when it is asked."""

from collections import defaultdict

from ccb_desktop.domain.exchange.unit_names import unit_key
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.members.units import Unit, UnitKind


class UnitShelf(Shelf[Unit]):
    """Every row of a list names a unit, and hardly any row makes or changes one."""

    _by_code: dict[str, Unit] | None = None
    _by_name: dict[tuple[UnitKind, str], list[Unit]]

    def add(self, record: Unit) -> Unit:
        """Take in a new unit; gives it back with its id."""
        self._by_code = None
        return super().add(record)

    def put(self, record: Unit) -> bool:
        """Set a unit over the one of its id; tells whether anything differs."""
        self._by_code = None
        return super().put(record)

    def remove(self, record_id: int) -> None:
        """Take back a unit that was new."""
        self._by_code = None
        super().remove(record_id)

    def of_code(self, code: str) -> Unit | None:
        """The unit with this code."""
        return self._codes().get(code.strip().casefold())

    def named(self, text: str, kind: UnitKind, parent_id: int | None = None) -> Unit | None:
        """The unit of a kind meant by a code or a name; phân hội within their chi hội."""
        of_code = self.of_code(text)
        if of_code is not None and of_code.kind is kind:
            return of_code
        named = self._by_name.get((kind, unit_key(text)), [])
        if kind is UnitKind.PHAN_HOI:
            named = [unit for unit in named if unit.parent_id == parent_id]
        return max(named, key=lambda unit: unit.ended_on is None, default=None)

    def _codes(self) -> dict[str, Unit]:
        """Code → unit, the first of a code; the names are indexed with them."""
        if self._by_code is None:
            self._by_code, self._by_name = {}, defaultdict(list)
            for unit in self.by_id.values():
                self._by_code.setdefault(unit.code.casefold(), unit)
                for key in {unit_key(name.name) for name in unit.names}:
                    self._by_name[unit.kind, key].append(unit)
        return self._by_code
