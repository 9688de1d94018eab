"""Notes where files are being written, so that the next start can clear up after a crash."""

import contextlib
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ccb_desktop.documents.safe_write import remove_left_overs
from ccb_desktop.paths import DataFolder

_NOTE = "dang-ghi.txt"


@contextmanager
def noting(folder: DataFolder, place: Path) -> Iterator[None]:
    """While the block writes into a place, a note in the data folder says so.

    The note lasts only where the program ends in the midst of it; so a start looks into no
    other folder, which may lie on a stick that is away.
    """
    note = folder.root / _NOTE
    with contextlib.suppress(OSError):  # a data folder that cannot be written to keeps no note
        note.write_text(f"{place.absolute()}\n", encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def clear_up(folder: DataFolder) -> int:
    """Remove the temporary files of programs that ended in the midst of writing.

    Returns:
        How many were removed.
    """
    note = folder.root / _NOTE
    places = [folder.root, folder.backups]
    with contextlib.suppress(OSError, UnicodeDecodeError):
        places += [Path(line) for line in note.read_text(encoding="utf-8").splitlines() if line]
        note.unlink()
    for made in (folder.opened, folder.looked_at):
        _remove_copies(made)
    shutil.rmtree(folder.packing, ignore_errors=True)
    return sum(remove_left_overs(place) for place in places)


def _remove_copies(place: Path) -> None:
    """Remove papers that were only looked at; one that is still open stays until next time."""
    copies: list[Path] = []
    with contextlib.suppress(OSError):  # a place with too long a name holds none
        copies = list(place.glob("*/*"))
    for copy in copies:
        with contextlib.suppress(OSError):
            copy.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows removes no read-only file
            copy.unlink()
            copy.parent.rmdir()
