"""Gathers what goes into a package: the frozen report, lists, forms, files; all in one folder."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ccb_desktop.data import settings, superior_forms
from ccb_desktop.data.store import Store
from ccb_desktop.documents.packages.writing import described
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import BadFile, NotFound
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.member_papers.order import LIST_NAMES, ListOrder
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.frozen import FrozenReport
from ccb_desktop.domain.reports.list_kinds import LIST_KINDS, Timing
from ccb_desktop.domain.submissions.manifest import MOST_FILES, FileRole, PackageFile
from ccb_desktop.domain.submissions.orders import PackageOrder
from ccb_desktop.domain.submissions.package_names import safe_name
from ccb_desktop.domain.submissions.personal import PersonalData, personal_data
from ccb_desktop.operations import frozen_reports, papers
from ccb_desktop.operations.figures import plain_value

_DATA_TITLE = "Sổ dữ liệu của Hội"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a package, lying in a folder of this PC.

    Attributes:
        files: Each with where it lies.
        figures: By code, as the manifest keeps them.
    """

    frozen: FrozenReport
    files: tuple[tuple[PackageFile, Path], ...]
    figures: Mapping[str, Any]
    masked: bool

    @property
    def content_sha256(self) -> str:
        """Hash of what all of it says, whenever and wherever it was written."""
        told = {
            "period": self.frozen.period,
            "cut_off": self.frozen.cut_off.isoformat(),
            "masked": self.masked,
            "figures": self.figures,
            "files": sorted([one.role, one.title, one.content] for one, _ in self.files),
        }
        plain = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()


def gather(
    store: Store, order: PackageOrder, report_id: int, folder: Path, report: Tell
) -> Contents:
    """Write everything that goes into a package into a folder.

    Raises:
        NotFound: The frozen report, a list, a form or a file is not there (any more).
        Damaged: What was kept is not there, or is not what was kept.
        BadFile: There are too many files.
        DiskFull, ReadOnly: The folder has no room.
    """
    frozen = frozen_reports.load_frozen(store, report_id)
    gathering = _Gathering(store, frozen, folder, report, _count(order))
    gathering.take_report(report_id)
    for name in order.lists:
        gathering.take_list(name, masked=order.masked)
    if order.data:
        gathering.take_data()
    for filling_id in order.filling_ids:
        gathering.take_filling(filling_id)
    for path in order.files:
        gathering.take_file(path)
    return Contents(
        frozen=frozen,
        files=tuple(gathering.files),
        figures=_figures(store, report_id),
        masked=order.masked and not order.data,
    )


def _count(order: PackageOrder) -> int:
    count = 2 + len(order.lists) + int(order.data) + len(order.filling_ids) + len(order.files)
    if count > MOST_FILES:
        raise BadFile(f"Gói nhận nhiều nhất {MOST_FILES} tệp. Hãy bớt tệp rồi làm lại.")
    return count


def _figures(store: Store, report_id: int) -> dict[str, Any]:
    content = frozen_reports.load_content(store, report_id)
    return {
        code: plain_value(INDICATOR[code], figure.value)
        for code, figure in content.figures.items()
        if code in INDICATOR
    }


class _Gathering:
    """Takes one file after the other, each under a name of its own."""

    def __init__(
        self, store: Store, frozen: FrozenReport, folder: Path, report: Tell, count: int
    ) -> None:
        self.files: list[tuple[PackageFile, Path]] = []
        self._store = store
        self._frozen = frozen
        self._folder = folder
        self._report = report
        self._count = count
        with store.reading() as session:
            self._branch = settings.load_branch(session)

    def take_report(self, report_id: int) -> None:
        (word, word_bytes), (excel, excel_bytes) = frozen_reports.frozen_files(
            self._store, report_id
        )
        subject = f"Báo cáo {Period.parse(self._frozen.period).name}"
        self._keep(word, word_bytes, FileRole.REPORT, subject)
        self._keep(
            excel, excel_bytes, FileRole.ANNEX, f"Phụ lục {subject[:1].lower()}{subject[1:]}"
        )

    def take_list(self, name: str, *, masked: bool) -> None:
        order = list_order(name, self._frozen.from_on, self._frozen.cut_off, masked=masked)
        title = LIST_NAMES[name]
        target = self._target(papers.suggested_name(self._store, order, "xlsx"), title)
        papers.write_list(self._store, order, target)
        said = _rows_hash(papers.list_rows(self._store, order))
        made = described(target, target.name, FileRole.LIST, title)
        self.files.append((replace(made, content=said), target))

    def take_data(self) -> None:
        name = file_name("So lieu", self._branch, self._frozen.cut_off, "xlsx")
        target = self._target(name, _DATA_TITLE)
        papers.write_template(self._store, [], True, target, masked=False)
        self._add(target, FileRole.DATA, _DATA_TITLE)

    def take_filling(self, filling_id: int) -> None:
        with self._store.reading() as session:
            filling = superior_forms.load_filling(session, filling_id)
            form = superior_forms.load_form(session, filling.form_id)
            content = superior_forms.load_bytes(session, filling.content_sha256, form.title)
        self._keep(filling.file_name, content, FileRole.FORM, form.title)

    def take_file(self, path: Path) -> None:
        """A file of the officer stays where it lies, and is read again when it is packed."""
        self._report(len(self.files), self._count, path.name)
        if not path.is_file():
            raise NotFound(
                f"Không thấy tệp “{path}”. Số liệu trong máy vẫn nguyên. Hãy bỏ tệp "
                "ấy ra, hoặc chọn lại."
            )
        name = safe_name(path.name, self._names())
        self.files.append((described(path, name, FileRole.OTHER, path.name), path))

    def _keep(self, name: str, content: bytes, role: FileRole, title: str) -> None:
        target = self._target(name, title)
        write_bytes(target, content)
        self._add(target, role, title)

    def _target(self, name: str, title: str) -> Path:
        self._report(len(self.files), self._count, title)
        return self._folder / safe_name(name, self._names())

    def _names(self) -> list[str]:
        return [one.name for one, _ in self.files]

    def _add(self, path: Path, role: FileRole, title: str) -> None:
        self.files.append((described(path, path.name, role, title), path))


def _rows_hash(paper: ListPaper) -> str:
    """Hash of the tables of a list; seals of the history at its foot change with every act."""
    told = [
        (one.title, [column.label for column in one.columns], list(one.rows), one.totals)
        for one in paper.tables
    ]
    return hashlib.sha256(f"{paper.title}\n{paper.subtitle}\n{told}".encode()).hexdigest()


def list_order(name: str, from_on: date, cut_off: date, *, masked: bool) -> ListOrder:
    """A list as it goes along with a report: of its days, or of what comes after the last."""
    is_ahead = name in LIST_KINDS and LIST_KINDS[name].timing is Timing.AHEAD
    return ListOrder(name=name, on=cut_off, from_on=None if is_ahead else from_on, masked=masked)


def personal_data_in(store: Store, order: PackageOrder) -> list[PersonalData]:
    """Which lists of a package name people, with what of them, in how many lines.

    Raises:
        NotFound: There is no list of that name, or the frozen report is not there any more.
    """
    from_on, cut_off = _days_of(store, order)
    found = []
    for name in order.lists:
        asked = list_order(name, from_on, cut_off, masked=order.masked)
        paper = papers.list_rows(store, asked)
        found.append(personal_data(LIST_NAMES[name], paper, masked=order.masked))
    if order.data:
        everybody = ListOrder(name="roster", on=date.today(), masked=False)
        roster = papers.list_rows(store, everybody)
        found.append(personal_data(_DATA_TITLE, roster, masked=False))
    return [one for one in found if one is not None]


def _days_of(store: Store, order: PackageOrder) -> tuple[date, date]:
    """First and last day of the report, frozen or to be frozen."""
    if order.frozen_id is None:
        return order.period.from_on, order.cut_off_on(date.today())
    frozen = frozen_reports.load_frozen(store, order.frozen_id)
    return frozen.from_on, frozen.cut_off
