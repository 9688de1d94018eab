"""What is to go into a package, and where the package is to go."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.package_names import MOST_LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOrder:
    """What goes into a package beside the report and its annex.

    Attributes:
        frozen_id: The frozen report; without one the report is frozen now.
        lists: Names of `LIST_NAMES`.
        masked: Whether CCCD and phone numbers in the lists are masked.
        data: Whether the data workbook goes along, which others can take in; nothing in it
            can be masked.
        filling_ids: Filled forms of the superior.
        files: Other files of the officer.
    """

    kind: ReportKind
    period: Period
    frozen_id: int | None = None
    lists: tuple[str, ...] = ()
    masked: bool = True
    data: bool = False
    filling_ids: tuple[int, ...] = ()
    files: tuple[Path, ...] = ()

    def cut_off_on(self, today: date) -> date:
        """Up to which day a report counts that is frozen on a day."""
        return today if today in self.period else self.period.to_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a package goes.

    Attributes:
        packed: Whether it becomes one file; with a password it does in any case.
        password: Guards it; empty for none.
        address: E-mail address, for which a draft is written beside it; empty for none.
        recipient: To whom it goes, for the log.
        replace: Whether an older package of that name is replaced; else another name is taken
            where `other_name`, and nothing is written otherwise.
    """

    folder: Path
    packed: bool = False
    password: str = ""
    address: str = ""
    recipient: str = ""
    replace: bool = False
    other_name: bool = False

    @property
    def is_one_file(self) -> bool:
        """Whether the package becomes one packed file."""
        return self.packed or bool(self.password)


def package_name(branch: Branch, period: Period, cut_off: date, count: int = 1) -> str:
    """`Goi-BC-6T-2026_Phuong-Thanh-Khe_2026-06-05`, a folder or before `.zip`.

    Args:
        branch: Whose it is.
        period: Of its report.
        cut_off: Of its report.
        count: 2 and more where names before it are taken.
    """
    stem = file_name(f"Goi BC {period.file_name}", branch, cut_off, "").rstrip(".")
    tail = f"_{count}" if count > 1 else ""
    return stem[: MOST_LETTERS - len(tail) - len(".zip")] + tail
