"""Where the program keeps its data, backups, logs, and finds its own resources."""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder of one branch: everything the program writes by itself lies in it."""

    root: Path

    @property
    def store(self) -> Path:
        """The store file with all books of the branch."""
        return self.root / "so-lieu.ccb"

    @property
    def journal(self) -> Path:
        """Beside the store file: what an unfinished act would take back."""
        return self.root / "so-lieu.ccb-journal"

    @property
    def key_ring(self) -> Path:
        """Beside the store: by which passwords it opens, once the branch has users."""
        return self.root / "khoa.json"

    @property
    def second_key_ring(self) -> Path:
        """The same once more, among the backups: without it encrypted books are lost."""
        return self.backups / "khoa.json"

    @property
    def wrong_tries(self) -> Path:
        """How often in a row a wrong password was given."""
        return self.root / "dang-nhap.json"

    @property
    def lock(self) -> Path:
        """The side file by which one program at a time holds the store."""
        return self.root / "dang-mo.lock"

    @property
    def backups(self) -> Path:
        """Where the automatic backups go."""
        return self.root / "sao-luu"

    @property
    def backup_notes(self) -> Path:
        """What is remembered of backups, such as their second place, outside the store."""
        return self.root / "sao-luu.json"

    @property
    def set_aside(self) -> Path:
        """Where damaged stores are kept; nothing in it is ever deleted by the program."""
        return self.root / "de-rieng"

    @property
    def templates(self) -> Path:
        """The branch's own Word templates, in the place of those that come with the program."""
        return self.root / "mau-van-ban"

    @property
    def logs(self) -> Path:
        """Where the program notes its own faults, without personal data."""
        return self.root / "nhat-ky"

    @property
    def drafts(self) -> Path:
        """Where forms that are open are kept until they are saved or left."""
        return self.root / "ban-nhap"

    @property
    def opened(self) -> Path:
        """Copies of attached papers that were looked at; cleared at every start."""
        return self.root / "mo-xem"

    @property
    def looked_at(self) -> Path:
        """Papers that are made only to be looked at, each removed as soon as it is read."""
        return self.root / "xem-truoc"

    @property
    def opened_on(self) -> Path:
        """The note on which PC, in which folder, the books were open last."""
        return self.root / "noi-mo.json"

    @property
    def packing(self) -> Path:
        """Where the files of a package lie until it is written; cleared at every start."""
        return self.root / "dong-goi"


def default_data_folder() -> DataFolder:
    """The data folder of the person at this PC."""
    return DataFolder(user_data_path("CCB Desktop", appauthor=False, roaming=False))


def machine_file() -> Path:
    """Where this installation keeps the chance number by which it knows itself again."""
    return user_config_path("CCB Desktop", appauthor=False, roaming=False) / "ma-may.txt"


def resources() -> Path:
    """The folder of icons, templates, fonts and the handbook that comes with the program."""
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled is not None:
        return Path(bundled) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


def flush_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some media know no flushing of folders
            os.fsync(handle)
    finally:
        os.close(handle)
