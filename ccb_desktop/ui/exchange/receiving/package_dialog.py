"""A package looked into: who signed it, its papers, its figures against the books."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ccb_desktop.domain.figures.values import FigureRecord
from ccb_desktop.domain.submissions.compared_figures import ComparedFigure
from ccb_desktop.domain.submissions.manifest import FileRole, Manifest, PackageFile
from ccb_desktop.domain.submissions.submissions import PackageSigner
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.submissions import package_figures, received
from ccb_desktop.operations.submissions.package_figures import HeldAgainst, PartOfBooks
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.names_dialog import NamesDialog, name_lines
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import labelled

_LETTERS = (62, 40)  # wide and high, in heights of the text
_WORD = ".docx"
_PAPERS = "Tệp trong gói"
_MORE = "Việc khác"

GetFile = Callable[[PackageFile], Path | None]
"""Where a file of the package lies now; `None` where it was not kept."""


class PackageDialog(ListDialog):
    """The figures as a list; what else can be done with the package as acts above it."""

    noted = Signal()
    """It shall be noted that the package came, without taking anything in."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        manifest: Manifest,
        *,
        told: str,
        signer: PackageSigner | None,
        get_file: GetFile,
        can_be_noted: bool = False,
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: To work with.
            store: The books.
            manifest: What the package says of itself.
            told: What it is, in sentences.
            signer: Who signed it, where he can be trusted from here.
            get_file: Gives a file of it.
            can_be_noted: Whether it can be noted as received from here.
        """
        super().__init__(parent, "Gói báo cáo đã nhận")
        self._desk = desk
        self._store = store
        self._manifest = manifest
        self._signer = signer
        self._get_file = get_file
        self._part = PartOfBooks("")
        self.parts = CalmComboBox()
        self.parts.setAccessibleName("So với")
        self.parts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.parts.setMinimumContentsLength(14)
        self.table = self._figures(can_be_noted=can_be_noted)
        self.table.filters.bar.put_first([labelled("So với", self.parts)])
        self.show_list(self.table, [], told, _LETTERS)
        self.parts.activated.connect(lambda place: self._compare(self.parts.itemData(place)))
        self._load()

    def _figures(self, *, can_be_noted: bool) -> RecordTable[ComparedFigure]:
        table: RecordTable[ComparedFigure] = RecordTable(
            "package-figures",
            [
                Column("label", "Số liệu", lambda one: one.indicator.label, width=26),
                Column("unit", "Đơn vị", lambda one: one.indicator.unit, width=8),
                Column("theirs", "Nơi gửi ghi", lambda one: one.theirs, align="right", width=12),
                Column("ours", "Trong sổ", lambda one: one.ours, align="right", width=12),
                Column(
                    "told", "Kết quả", lambda one: one.told, width=14, wrong=lambda one: one.differs
                ),
            ],
            id_of=lambda one: one.indicator.code,
            acts=[
                Act("Xem tên trong sổ", self._see_names, icon="members", main=True, reads=True),
                *self._acts_on_papers(),
                *self._more_acts(can_be_noted=can_be_noted),
            ],
            noun="số liệu",
            empty=EmptyText("Gói này không kèm số liệu", "Xem các tệp trong gói ở nút trên."),
            state=self._desk.state,
        )
        table.add_choice("Xem", [(None, "Tất cả"), (True, "Khác nhau")], lambda one: one.differs)
        return table

    def _acts_on_papers(self) -> list[Act[ComparedFigure]]:
        return [
            Act(
                f"Mở {one.title}",
                partial(self._open, one),
                needs="none",
                group=_PAPERS,
                icon="open",
                reads=True,
            )
            for one in self._manifest.files
            if one.role is not FileRole.DATA
        ]

    def _more_acts(self, *, can_be_noted: bool) -> list[Act[ComparedFigure]]:
        acts: list[Act[ComparedFigure]] = []
        if self._signer is not None and not self._signer.trusted:
            acts.append(Act("Tin nơi này", self._trust, needs="none", group=_MORE))
        if can_be_noted:
            acts.append(Act("Ghi nhận đã nhận gói", self._note, needs="none", group=_MORE))
        data = [one for one in self._manifest.files if one.role is FileRole.DATA]
        if data:
            acts.append(Act("Nhập cả phường cũ…", self._merge_ward, needs="none", group=_MORE))
        return acts

    # Figures

    def _load(self) -> None:
        self._desk.background.run(
            lambda _progress: package_figures.parts_of_books(self._store, self._manifest),
            self._have_parts,
            label="Đang đọc sổ",
            owner=self,
        )

    def _have_parts(self, parts: list[PartOfBooks]) -> None:
        for part in parts:
            self.parts.addItem(part.name, part)
        self._compare(parts[0])

    def _compare(self, part: PartOfBooks) -> None:
        self._desk.background.run(
            lambda _progress: package_figures.held_against(self._store, self._manifest, part),
            self._show,
            label="Đang so số liệu",
            owner=self,
        )

    def _show(self, held: HeldAgainst) -> None:
        self._part = held.part
        self.table.set_lines(held.lines)

    def _see_names(self, chosen: list[ComparedFigure]) -> None:
        one = chosen[0]
        self._desk.background.run(
            lambda _progress: package_figures.records_behind(
                self._store, self._manifest, self._part, one.indicator.code
            ),
            partial(self._show_names, one),
            label="Đang tìm tên trong sổ",
            owner=self,
        )

    def _show_names(self, one: ComparedFigure, records: list[FigureRecord]) -> None:
        dialog = NamesDialog(
            self,
            f"{one.indicator.label}, trong sổ: {self._part.name}",
            name_lines(records),
            self._desk.state,
            note=f"Nơi gửi ghi {one.theirs}, trong sổ {one.ours}. Đối chiếu từng tên với họ.",
        )
        dialog.place_wanted.connect(self._leave_for)
        dialog.open()

    # Everything else

    def _open(self, one: PackageFile, _chosen: list[ComparedFigure]) -> None:
        path = self._get_file(one)
        if path is None:
            messages.tell(self, f"Tệp “{one.title}” không được giữ lại, chỉ có trong gói gốc.")
            return
        if path.suffix.lower() != _WORD:
            open_with_pc(self, path)
            return
        dialog = PaperDialog(self, self._desk, self._store, one.title)
        dialog.paper.show_file(path)
        dialog.open()

    def _trust(self, _chosen: list[ComparedFigure]) -> None:
        signer = self._signer
        if signer is None:
            return
        messages.ask_before(
            self,
            f"Tin chữ ký này là của {signer.name}?\nChỉ đồng ý khi đã gọi điện hỏi và nơi gửi đọc "
            "đúng mã chữ ký. Từ nay gói ký bằng chữ ký này được ghi là của nơi đã tin.",
            "Tin nơi này",
            lambda: self._desk.broadcast.send(received.trust(self._store, signer)),
        )

    def _note(self, _chosen: list[ComparedFigure]) -> None:
        self.noted.emit()
        self.accept()

    def _merge_ward(self, _chosen: list[ComparedFigure]) -> None:
        data = [one for one in self._manifest.files if one.role is FileRole.DATA]
        files = [path for one in data if (path := self._get_file(one)) is not None]
        if not files:
            messages.tell(self, "Tệp số liệu chỉ có trong gói gốc. Hãy chọn lại gói ở Nhận tệp.")
            return
        self._leave_for(Place("units", filters={"act": "ward", "files": files}))

    def _leave_for(self, place: Place) -> None:
        self.accept()
        self._desk.broadcast.go_to(place)
