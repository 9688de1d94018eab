"""Makes the store of the present schema that is kept here for ever once it is released.

Run `python -m tests.old_stores.build` after the schema changed: a new schema gets its file; the
file of a released schema is never made anew.
"""

import shutil
import tempfile
from pathlib import Path

from ccb_desktop.data.migrations.steps import LATEST
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.paths import DataFolder
from tests.books import fill
from tests.conftest import BRANCH

OLD_STORES = Path(__file__).resolve().parent


def store_of_schema(schema):
    """Where the stored file of a schema lies."""
    return OLD_STORES / f"schema-{schema:04}.ccb"


def build():
    """Write the file of the present schema."""
    with tempfile.TemporaryDirectory() as root:
        folder = DataFolder(Path(root) / "branch")
        with start_branch(folder, BRANCH) as store:
            fill(store)
        shutil.copyfile(folder.store, store_of_schema(LATEST))


if __name__ == "__main__":
    build()
