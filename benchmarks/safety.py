"""Who comes in, what is kept safe: signing in, encrypting, checking, trying a backup, erasing."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.daily import pages_checked
from benchmarks.made_data import ON, Place
from benchmarks.measure import Compared, Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data import backup as copies
from ccb_desktop.data.engine import OPEN_KEY, connect, set_pragmas
from ccb_desktop.data.users import wrapping
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations import checking, going_back, protection, rehearsals
from ccb_desktop.operations.backups import back_up, back_up_here
from ccb_desktop.operations.branch import Store, open_branch
from ccb_desktop.operations.handover_kit import write_kit
from ccb_desktop.operations.papers import ListOrder, write_list
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.operations.personal_exports import unlogged
from ccb_desktop.operations.users.signing_in import sign_in
from ccb_desktop.operations.users.users import begin_users
from ccb_desktop.paths import DataFolder

_SIGN_GOAL, _SIGN_SECONDS = 1.5, 1.0
_KEY_GOAL, _DEEP_GOAL, _BACK_GOAL, _TRIAL_GOAL, _ERASE_GOAL = 6, 6, 8, 3, 6
_LOG_GOAL, _KIT_GOAL, _GROWTH_GOAL = 1.5, 8, 11
_CHAIRMAN = User(name="Chủ tịch Hội", roles=frozenset({Role.CHAIRMAN}))
_PASSWORD = "quê ở Nam Đàn"


def signing_in(place: Place) -> Iterator[Result]:
    """A name and a password, until the keys of the books are known."""
    with closing(open_branch(place.fresh_branch())) as store:
        begin_users(store, _CHAIRMAN, _PASSWORD, _PASSWORD, new_code())
        folder = store.folder
    cost = wrapping.calibrated()
    found = compare(
        lambda: timed(lambda: wrapping.derive(b"x", bytes(16), cost)),
        lambda: timed(lambda: sign_in(folder, _CHAIRMAN.name, _PASSWORD)),
        place.sizes.turns,
    )
    case = f"signing in, Argon2id of {cost.memory_kib // 1024} MiB and {cost.passes} passes"
    yield Result(
        case,
        "Argon2id alone",
        found.floor,
        found.ours,
        _SIGN_GOAL,
        found.memory_mb,
        most=_SIGN_SECONDS,
    )


# --- Encrypting ---------------------------------------------------------------------------------


def encryption(place: Place) -> Iterator[Result]:
    """The books under a key of their own and back, each with its backups before and after."""
    members = place.sizes.roster
    few, lots = (_with_user(place, each) for each in (members // 10, members))
    size = lots.path.stat().st_size / 1_000_000
    with closing(few), closing(lots):
        turns = min(place.sizes.turns, 3)
        least = _rekeyed(lots.folder)
        on = _compare_after(lots, least, protection.encrypt, protection.take_encryption_off, turns)
        off = _compare_after(lots, least, protection.take_encryption_off, protection.encrypt, turns)
        protection.take_encryption_off(lots)
        growth = compare(
            lambda: timed(lambda: protection.encrypt(few)),
            lambda: timed(lambda: protection.encrypt(lots)),
            1,
        )
    floor, case = "copied, its key changed", f"books of {size:.0f} MB encrypted"
    yield Result(case, floor, on.floor, on.ours, _KEY_GOAL, on.memory_mb)
    yield Result(f"{case}: taken off again", floor, off.floor, off.ours, _KEY_GOAL, off.memory_mb)
    yield _growth(case, members, growth)


def _with_user(place: Place, members: int) -> Store:
    store = _books(place, members)
    begin_users(store, _CHAIRMAN, _PASSWORD, _PASSWORD, new_code())
    return store


def _compare_after(
    store: Store,
    least: Turn,
    ours: Callable[[Store], None],
    back: Callable[[Store], None],
    turns: int,
) -> Compared:
    """Ours each time from where `back` has left the books."""

    def turn() -> float:
        back(store)
        return timed(lambda: ours(store))

    return compare(least, turn, turns)


def _rekeyed(folder: DataFolder) -> Turn:
    """By the raw store: a copy of the file as it was begun, every page under another key."""
    begun = folder.root / "begun.ccb"
    shutil.copyfile(folder.store, begun)
    copy = folder.root / "copy.ccb"

    def rekey() -> None:
        shutil.copyfile(begun, copy)
        copies.give_key(copy, OPEN_KEY, "ab" * 32)
        copy.unlink()

    return lambda: timed(rekey)


def _growth(case: str, members: int, found: Compared) -> Result:
    return Result(
        f"{case}: ten times the rows",
        f"with {members // 10:,} members",
        found.floor,
        found.ours,
        _GROWTH_GOAL,
    )


# --- Backups and checks -------------------------------------------------------------------------


def deep_check(place: Place) -> Iterator[Result]:
    """Everything worked out again that can be worked out."""
    members, turns = place.sizes.roster, min(place.sizes.turns, 3)
    few, lots = (_books(place, each) for each in (members // 10, members))
    with closing(few), closing(lots):
        deep = compare(_structure(lots), _checked(lots), turns)
        growth = compare(_checked(few), _checked(lots), turns)
    case = f"deep check, {members:,} members"
    floor = "each page's checksum and SQLite's integrity check"
    yield Result(case, floor, deep.floor, deep.ours, _DEEP_GOAL, deep.memory_mb)
    yield _growth(case, members, growth)


def restoring(place: Place) -> Iterator[Result]:
    """What restoring would change, and a backup restored in trial."""
    members, turns = place.sizes.roster, min(place.sizes.turns, 3)
    with closing(_books(place, members)) as store:
        file = back_up_here(store).path

        def look() -> object:
            return going_back.look_back(store, file, ON)

        def rehearse() -> object:
            return rehearsals.rehearse(store, file, lambda *_said: None)

        back = compare(pages_checked(store.folder), lambda: timed(look), turns)
        trial = compare(_checked(store), lambda: timed(rehearse), turns)
    for case, floor, found, goal in (
        ("what restoring would change", "each page's checksum", back, _BACK_GOAL),
        ("a backup rehearsed", "the deep check alone", trial, _TRIAL_GOAL),
    ):
        yield Result(
            f"{case}, {members:,} members", floor, found.floor, found.ours, goal, found.memory_mb
        )


def _books(place: Place, members: int) -> Store:
    """Books of one's own, as large as those of a branch of so many."""
    return open_branch(place.copied(place.practice_branch(members), f"books-{members}"))


def _checked(store: Store) -> Turn:
    return lambda: timed(lambda: checking.check(store, deep=True))


def _structure(store: Store) -> Turn:
    def check() -> None:
        with closing(_raw(store)) as connection:
            for pragma in ("cipher_integrity_check", "integrity_check"):
                connection.execute(f"PRAGMA {pragma}").fetchall()

    return lambda: timed(check)


def _raw(store: Store) -> Any:
    connection = connect(store.path, mode="ro")
    set_pragmas(connection)
    return connection


# --- Personal data ------------------------------------------------------------------------------


def personal_data(place: Place) -> Iterator[Result]:
    """Somebody erased from books and history; a list that leaves, with its line in the log."""
    members = place.sizes.roster
    few, lots = (_books(place, each) for each in (members // 10, members))
    with closing(few), closing(lots):
        turns = min(place.sizes.turns, 3)
        erased = compare(_history_passed(lots), _erased(lots), turns)
        growth = compare(_erased(few), _erased(lots), 1)
        logged = compare(_listed(lots, place.root, logs=False), _listed(lots, place.root), turns)
    case = f"a person erased, {members:,} members"
    yield Result(
        case,
        "one pass over the history",
        erased.floor,
        erased.ours,
        _ERASE_GOAL,
        erased.memory_mb,
    )
    yield _growth(case, members, growth)
    yield Result(
        f"a list of {members:,} members with its line in the log of exports",
        "the same list without it",
        logged.floor,
        logged.ours,
        _LOG_GOAL,
        logged.memory_mb,
    )


def _history_passed(store: Store) -> Turn:
    query = "SELECT count(*) FROM record_changes WHERE instr(before, 'ỹ') OR instr(after, 'ỹ')"

    def look() -> None:
        with closing(_raw(store)) as connection:
            connection.execute(query).fetchall()

    return lambda: timed(look)


def _erased(store: Store) -> Turn:
    """Each time another one who left, and is bound by nothing any more."""

    def turn() -> float:
        free = (
            one.person_id
            for one in erasing.list_departed(store)
            if not erasing.plan_erasure(store, one.person_id).bonds
        )
        person_id = next(free)
        return timed(lambda: erasing.erase(store, person_id, "1/QĐ", "Đã ra Hội"))

    return turn


def _listed(store: Store, root: Path, *, logs: bool = True) -> Turn:
    out = root / "leaves.xlsx"

    def write() -> None:
        write_list(store, ListOrder(name="roster", on=ON), out)

    def quietly() -> None:
        with unlogged():
            write()

    return lambda: timed(write if logs else quietly)


def kit(place: Place) -> Iterator[Result]:
    """Everything for a successor: sealed copy, booklet, papers, workbook; read back and checked."""
    members, turns = place.sizes.roster, min(place.sizes.turns, 3)
    out, target = place.root / "kits", place.root / "kit-copies"
    with closing(_books(place, members)) as store:

        def least() -> float:
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            return timed(lambda: back_up(store, target))

        def ours() -> float:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            return timed(
                lambda: write_kit(store, Sides(), out, on=date.today(), password=_PASSWORD)
            )

        found = compare(least, ours, turns)
    yield Result(
        f"handover kit, {members:,} members",
        "a verified backup alone",
        found.floor,
        found.ours,
        _KIT_GOAL,
        found.memory_mb,
    )
