"""What a package says in figures, held against the books: of the branch, a unit, an old ward."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.store import Store
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import FigureRecord
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.submissions.compared_figures import ComparedFigure, compared
from ccb_desktop.domain.submissions.manifest import Manifest
from ccb_desktop.operations.figures import as_json

_WHOLE = "Cả Hội"
_MEMBERS = "members_closing"


@dataclass(frozen=True, slots=True)
class PartOfBooks:
    """Of whom in the books the figures of a package are: all, one unit, the units of a ward.

    Attributes:
        known_as: What a sender calls himself who is this part.
        units: Empty where it is the whole branch.
    """

    name: str
    known_as: str = ""
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """The figures of a package beside those of a part of the books."""

    part: PartOfBooks
    lines: tuple[ComparedFigure, ...]


def parts_of_books(store: Store, manifest: Manifest) -> list[PartOfBooks]:
    """Everything the sender of a package can be in the books.

    What bears his name comes first, and before it what has as many members in the end.
    """
    with store.reading() as session:
        books = load_figure_books(session)
    units = books.roster.units
    wards: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.former_ward and unit.parent_id is None and unit.kind is not UnitKind.BRANCH:
            wards.setdefault(unit.former_ward, []).append(unit)
    parts = [PartOfBooks(_WHOLE)]
    parts += [PartOfBooks(f"Các đơn vị của {ward}", ward, tuple(of)) for ward, of in wards.items()]
    own = [one for one in units if one.kind is not UnitKind.BRANCH]
    parts += [PartOfBooks(one.name, one.name, (one,)) for one in own]
    wanted = search_key(manifest.branch)
    likely = [part for part in parts if _is_named(part, wanted) or not part.units]
    same = [part for part in likely if _is_as_large(books, manifest, part)]
    return sorted(parts, key=lambda part: (part not in same, not _is_named(part, wanted)))


def _is_as_large(books: Books, manifest: Manifest, part: PartOfBooks) -> bool:
    """Whether a part of the books has as many members in the end as the package says."""
    counted = count_figures(books, _query(manifest, part, _MEMBERS)).by_code[_MEMBERS].value
    return isinstance(counted, int) and counted == manifest.figures.get(_MEMBERS)


def _is_named(part: PartOfBooks, wanted: str) -> bool:
    name = search_key(part.known_as)
    return bool(name) and f" {name} " in f" {wanted} "


def held_against(store: Store, manifest: Manifest, part: PartOfBooks) -> HeldAgainst:
    """The figures of a package beside those of the same days in a part of the books.

    Several units are counted together; who belongs to two of them is counted once.
    """
    with store.reading() as session:
        books = load_figure_books(session, one_by_one=False)
    ours = as_json(count_figures(books, _query(manifest, part)))["figures"]
    return HeldAgainst(part, tuple(compared(manifest.figures, ours)))


def records_behind(
    store: Store, manifest: Manifest, part: PartOfBooks, code: str
) -> Sequence[FigureRecord]:
    """Whom or what the books count behind one of the figures."""
    with store.reading() as session:
        books = load_figure_books(session, one_by_one=True)
    query = _query(manifest, part, code, with_records=True)
    return count_figures(books, query).by_code[code].records


def _query(
    manifest: Manifest, part: PartOfBooks, code: str | None = None, *, with_records: bool = False
) -> FigureQuery:
    last: date = min(manifest.to_on, manifest.cut_off)
    return FigureQuery(
        from_on=manifest.from_on,
        to_on=max(last, manifest.from_on),
        unit=part.units[0] if part.units else None,
        beside=part.units[1:],
        codes=None if code is None else frozenset({code}),
        with_records=with_records,
    )
