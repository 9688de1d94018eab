"""What a subject says about its list: columns, and acts on the chosen rows.

Public: `Column`, `Act`, `SeenTable`. See `record_table.py` for their use.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.users.duties import Duty

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a list.

    Attributes:
        id: Under what its width and place are remembered.
        label: Head of the column, from `domain.labels`.
        text: What a row shows.
        sort_key: What rows are ordered by; None sorts last. Without it, the order of the
            Vietnamese alphabet of the text.
        align: Amounts and numbers stand `right`.
        tooltip: What more is told about a cell.
        shown: Whether it is seen before anybody has chosen columns.
        width: In letters.
        total: Foot of the column for the rows that are seen, as a sum of money.
        searched: Whether the search box of the list looks into it.
        named: Whether rows are known by it, as by name and card number. Where a list has such
            columns, the search box looks into the others only when none of these fits.
        wrong: Whether what a row shows is written in the colour of problems; its words must say
            so as well, for colour alone is not enough.
    """

    id: str
    label: str
    text: Callable[[T], str]
    sort_key: Callable[[T], Any] | None = None
    align: Literal["left", "right", "center"] = "left"
    tooltip: Callable[[T], str] | None = None
    shown: bool = True
    width: int = 14
    total: Callable[[Sequence[T]], str] | None = None
    searched: bool = True
    named: bool = False
    wrong: Callable[[T], bool] | None = None

    def order_of(self, line: T) -> Any:
        """What this row is ordered by in this column; None sorts last."""
        if self.sort_key is not None:
            return self.sort_key(line)
        text = self.text(line)
        return sort_key(text, by_first_word=True) if text else None


@dataclass(frozen=True, slots=True)
class Act(Generic[T]):
    """Something to be done with the chosen rows of a list.

    Attributes:
        label: The act in the officer's words.
        run: Called with the chosen rows in the order they are seen.
        needs: `none`, `one` or `some` chosen rows.
        icon: Name of a drawing.
        shortcut: Works while the list has the keyboard, as `Delete`; that of an act which needs
            no row, as `Ctrl+N`, wherever in the window the keyboard is.
        main: Enter and double-click do it.
        group: Acts of one group share a button that opens their menu.
        allowed: Whether the act makes sense for these rows; not asked when too few are chosen.
        reads: Whether it leaves the books as they are: looks, prints, exports, leads elsewhere.
        duties: Whose act it is, where it is not that of the page or tab; nothing is everybody's.
    """

    label: str
    run: Callable[[list[T]], object]
    needs: Literal["none", "one", "some"] = "one"
    icon: str = ""
    shortcut: str = ""
    main: bool = False
    group: str = ""
    allowed: Callable[[list[T]], bool] | None = None
    reads: bool = False
    duties: tuple[Duty, ...] | None = None

    def fits(self, chosen: list[T]) -> bool:
        """Whether the act can be done with these rows."""
        enough = {"none": True, "one": len(chosen) == 1, "some": bool(chosen)}[self.needs]
        return enough and (self.allowed is None or self.allowed(chosen))


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A list as it is seen: columns and rows in their order, every cell as text."""

    headers: list[str]
    rows: list[list[str]]
    aligns: list[str]
