"""K3: within a run of the operations' own tests, each is tried as every role where it is called.

Loaded by `pytest -p`. The first call of an operation that writes something is made as each role
before it is made by whoever made it; the books are put back after each.
"""

import functools
import hashlib
import inspect
import json
import os
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.store import Store
from ccb_desktop.domain.errors import Forbidden, UserError
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.paths import DataFolder
from tests.faults.role_matrix import LEFT_OUT, allowed, operations

CAME_TO = "CCB_ROLES_CAME_TO"
"""Where to write what came of it: by operation, of each role."""

OUTCOMES: dict[str, dict[str, str]] = {}
_AT_WORK: list[str] = []


class Kept:
    """The folder of a store as it is now, to be put back."""

    def __init__(self, store):
        self._store, self._user, self._keys = store, store.user, store.keys
        self._place = Path(tempfile.mkdtemp(prefix="roles-"))
        self._copy = DataFolder(self._place / "kept")
        shutil.copytree(store.folder.root, self._copy.root)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        shutil.rmtree(self._place)

    def put_back(self):
        """The books, and what lies beside them, as they were."""
        store, here = self._store, self._store.folder
        store.user = self._user
        if store.keys != self._keys:
            store.take_keys(self._keys, lambda: shutil.copyfile(self._copy.store, here.store))
        with (
            connection_to(self._copy.store, self._keys.present, "ro") as kept,
            closing(store.engine.raw_connection()) as connection,
        ):
            kept.backup(connection.dbapi_connection)
        of_the_store = {here.store, here.journal, here.lock}
        for path in here.root.rglob("*"):
            kept_path = self._copy.root / path.relative_to(here.root)
            if path.is_file() and path not in of_the_store and not kept_path.exists():
                path.unlink()
        for path in self._copy.root.rglob("*"):
            target = here.root / path.relative_to(self._copy.root)
            if path.is_file() and target not in of_the_store:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def as_role(store, role, do):
    """What became of it in this office, and whether a byte of the store changed."""
    before, last_act, at_work = _bytes_of(store), _last_act(store), store.user
    store.user = User(id=1, name="Người thử", roles=frozenset({role}))
    try:
        do()
    except Forbidden:
        came = "forbidden"
    except UserError as error:
        came = f"not possible: {error}"
    else:
        came = "done"
    finally:
        store.user = at_work
    has_changed = _bytes_of(store) != before
    if came == "done":
        return (came if _last_act(store) != last_act else "nothing to do"), has_changed
    return (f"{came}, but written" if has_changed else came), has_changed


def _last_act(store):
    with store.raw_reading() as connection:
        return connection.execute("SELECT max(id) FROM actions").fetchone()


def _bytes_of(store):
    return hashlib.sha256(store.path.read_bytes()).digest()


def try_as_each(store, name, do):
    """Role → what came of it; nothing where even who may do it does nothing this time."""
    came = {}
    with Kept(store) as kept:
        for role in sorted(Role, key=lambda role: role not in allowed(name)):
            came[role.name], has_changed = as_role(store, role, do)
            if has_changed:
                kept.put_back()
            if len(came) == 1 and came[role.name] != "done":
                kept.put_back()
                return {}
    return came


def watched(name, operation):
    """An operation that is tried as every role when it is first called."""

    @functools.wraps(operation)
    def call(store, *given, **named):
        if _AT_WORK or not isinstance(store, Store) or store.view_only:
            return operation(store, *given, **named)
        given = [tuple(one) if inspect.isgenerator(one) else one for one in given]
        _AT_WORK.append(name)  # what it calls in its turn is a part of it
        try:
            if name not in OUTCOMES:
                came = try_as_each(store, name, lambda: operation(store, *given, **named))
                OUTCOMES.update({name: came} if came else {})
            return operation(store, *given, **named)
        finally:
            _AT_WORK.clear()

    return call


if os.environ.get(CAME_TO):
    for _name, _operation in list(operations()):
        if _name not in LEFT_OUT:
            _home = sys.modules[_operation.__module__]
            setattr(_home, _operation.__name__, watched(_name, _operation))


def pytest_sessionfinish():
    Path(os.environ[CAME_TO]).write_text(json.dumps(OUTCOMES, ensure_ascii=False), "utf-8")
