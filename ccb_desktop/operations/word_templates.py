"""Which Word template a paper is made from: the branch's own, or the one of the program."""

from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.paths import resources


def template_of(store: Store, name: str) -> Path:
    """The template of a file name; the branch's own where there is one in its folder."""
    own = store.folder.templates / name
    return own if own.exists() else resources() / "templates" / name
