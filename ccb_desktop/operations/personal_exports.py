"""The log of files with personal data that leave: every writer goes through `leaving`.

What is only looked at inside the program does not leave. A log that cannot be written hinders
no paper: it is left out.
"""

import contextlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from pathlib import Path

from ccb_desktop.data.members import people as members
from ccb_desktop.data.personal_data import books
from ccb_desktop.data.store import Store
from ccb_desktop.domain.errors import Forbidden, UserError
from ccb_desktop.domain.personal_data.exports import LOGGED, PersonalExport, without_name
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.domain.users.seeing import sees_all
from ccb_desktop.operations.left_overs import noting

_READERS = (
    "Người xem chỉ xuất được giấy tờ che số. Tệp chưa ghi, sổ không đổi. Chọn che số, hoặc nhờ "
    "Thư ký đăng nhập rồi xuất."
)

_waiting: ContextVar[list[PersonalExport] | None] = ContextVar("waiting", default=None)


@contextmanager
def leaving(
    store: Store,
    out: Path,
    what: str,
    *,
    people: int | None = None,
    person_ids: Collection[int] = (),
    masked: bool = True,
) -> Iterator[None]:
    """While the block writes a file, note where, as `noting`; once it is there, log it.

    Args:
        store: The books.
        out: The file.
        what: What kind of paper it is; no name of a member.
        people: How many people stand in it; as many as `person_ids` where not told.
        person_ids: Whose data it is, as far as that is known.
        masked: Its numbers of identity cards and telephones are masked, or it has none.
    """
    _see_that_it_may_leave(store, out, masked=masked)
    with noting(store.folder, out.parent):
        yield
    log_export(store, out, what, people=people, person_ids=person_ids, masked=masked)


def log_export(
    store: Store,
    out: Path | None,
    what: str,
    *,
    people: int | None = None,
    person_ids: Collection[int] = (),
    masked: bool = True,
    hides_name: bool = False,
) -> None:
    """Enter a file that was written into the log of exports.

    Args:
        store: The books.
        out: The file; None for what leaves without one, on paper or by the clipboard.
        what: As `leaving`, and so on.
        people: See there.
        person_ids: See there.
        masked: See there.
        hides_name: Its name may be that of somebody who is not told in `person_ids`.
    """
    _see_that_it_may_leave(store, out, masked=masked)
    if store.view_only or _is_within(store, out):
        return
    ids = frozenset(person_ids)
    export = PersonalExport(
        made_at=datetime.now().replace(microsecond=0),
        done_by=store.user.name if store.user is not None else "",
        what=what,
        file_name="" if out is None or hides_name else _file_name(store, out.name, ids),
        people=len(ids) if people is None and ids else people,
        person_ids=ids,
        masked=masked,
    )
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(export)
    else:
        _write(store, [export])


def _see_that_it_may_leave(store: Store, out: Path | None, *, masked: bool) -> None:
    """Who sees numbers masked on the screen does not get them whole in a file.

    Raises:
        Forbidden: Whoever is at work only reads.
    """
    if not _is_within(store, out):
        see_masked(store, masked=masked)


def see_masked(store: Store, *, masked: bool) -> None:
    """Who only reads sees no numbers whole, in a file or on a page.

    Raises:
        Forbidden: They are whole, and whoever is at work only reads.
    """
    if not masked and not sees_all(store.user):
        raise Forbidden(_READERS)


def hides_numbers(store: Store, form: str, *, masked: bool = True) -> bool:
    """Whether the numbers of a form are masked: as asked, but never where it demands them whole.

    Whoever only reads sees them masked even there, and on the pages of a preview too.

    Args:
        store: The books.
        form: Of `FORM_KINDS`.
        masked: What was asked.

    Raises:
        Forbidden: Somebody who only reads asks for whole numbers.
    """
    see_masked(store, masked=masked)
    return not sees_all(store.user) or (masked and not FORM_KINDS[form].whole_because)


def _is_within(store: Store, out: Path | None) -> bool:
    return out is not None and store.folder.root.absolute() in out.absolute().parents


def _file_name(store: Store, name: str, ids: frozenset[int]) -> str:
    """The name of a single member does not stand in the log, which nobody can change."""
    if len(ids) != 1:
        return name
    with store.reading() as session:
        for full_name in members.names_of(session, ids).values():
            name = without_name(name, full_name)
    return name


def log_copied(store: Store, what: str, rows: int) -> None:
    """Enter rows that were copied to be pasted elsewhere into the log; their numbers are masked.

    Args:
        store: The books.
        what: What the list counts, as `hội viên`.
        rows: How many.
    """
    log_export(store, None, f"Chép {number(rows)} dòng từ danh sách: {what}")


@contextmanager
def after_the_act(store: Store) -> Iterator[None]:
    """What is written while an act is open is logged once it is closed, if it comes to that."""
    mark = _waiting.set([])
    try:
        yield
        exports = _waiting.get() or []
    finally:
        _waiting.reset(mark)
    _write(store, exports)


@contextmanager
def unlogged() -> Iterator[None]:
    """Papers of a whole that is logged as one leave no lines of their own."""
    mark = _waiting.set([])
    try:
        yield
    finally:
        _waiting.reset(mark)


def _write(store: Store, exports: Collection[PersonalExport]) -> None:
    if not exports:
        return
    with contextlib.suppress(UserError), store.writing(LOGGED) as session:
        for export in exports:
            books.add_export(session, export)


def list_exports(
    store: Store, from_on: date | None = None, to_on: date | None = None
) -> list[PersonalExport]:
    """The files that left, the newest first; bounds inclusive."""
    with store.reading() as session:
        return books.list_exports(session, from_on, to_on)
