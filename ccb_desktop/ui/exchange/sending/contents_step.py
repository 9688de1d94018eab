"""Second step of a sending: what goes along with the report."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.list_kinds import LIST_KINDS
from ccb_desktop.operations.submissions.log import OFFERED_LISTS
from ccb_desktop.ui.exchange.sending.more_lists import MoreListsDialog
from ccb_desktop.ui.kit.choice_fields import ChecklistField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_ADVICE = "Báo cáo Word và phụ lục Excel luôn có trong gói. Đánh dấu những gì gửi kèm."
_MORE_LISTS = "Thêm sổ, danh sách khác…"
_MASKED, _DATA = "masked", "data"


class ContentsStep(QWidget):
    """Lists, filled forms, files, and how personal numbers are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self._offered: tuple[str, ...] = ()
        self._lists = ChecklistField("lists", "Sổ, danh sách", [])
        self._fillings = ChecklistField("fillings", "Biểu mẫu của cấp trên đã điền", [])
        self._private = ChecklistField(
            "private",
            "Dữ liệu cá nhân",
            [
                (_MASKED, "Che bớt số CCCD, số điện thoại trong danh sách"),
                (_DATA, "Kèm toàn bộ sổ dữ liệu để nơi nhận nhập vào máy (không che được)"),
            ],
        )
        self._files = PathsField("files", "Tệp khác")
        self.form.add([self._lists])
        self.form.add_widget(self._more_button())
        self.form.add([self._fillings, self._private, self._files])
        layout = column(self, spacing=12)
        layout.addWidget(label(_ADVICE, "soft"))
        layout.addWidget(self.form, 1)

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that go along."""
        return self._lists.value()

    @property
    def filling_ids(self) -> tuple[int, ...]:
        """The filled forms that go along."""
        return self._fillings.value()

    @property
    def masked(self) -> bool:
        """Whether numbers in lists are masked."""
        return _MASKED in self._private.value()

    @property
    def data(self) -> bool:
        """Whether the data workbook goes along."""
        return _DATA in self._private.value()

    @property
    def files(self) -> tuple[Path, ...]:
        """The officer's own files."""
        return self._files.value()

    def begin(self, lists: Sequence[str]) -> None:
        """Start anew, with some lists ticked."""
        more = (name for name in lists if name in LIST_KINDS and name not in OFFERED_LISTS)
        self._offer((*OFFERED_LISTS, *more), lists)
        self._private.set_value((_MASKED,))
        self._files.set_value(())

    def offer_fillings(self, fillings: Sequence[tuple[int, str]]) -> None:
        """The filled forms of the period; all are ticked."""
        self._fillings.set_choices(fillings)
        self._fillings.set_value(tuple(own for own, _ in fillings))
        self._fillings.setVisible(bool(fillings))

    def take_keyboard(self) -> None:
        """The keyboard stands in the first list."""
        self._lists.focus()

    def add_lists(self, names: Sequence[str]) -> None:
        """Offer more lists than the usual ones, ticked."""
        more = tuple(name for name in names if name not in self._offered)
        self._offer((*self._offered, *more), (*self.lists, *names))

    def _offer(self, names: tuple[str, ...], ticked: Sequence[str]) -> None:
        self._offered = names
        self._lists.set_choices([(name, LIST_KINDS[name].label) for name in names])
        self._lists.set_value(tuple(name for name in ticked if name in names))

    def _more_button(self) -> QWidget:
        ground = QWidget()
        FlowLayout(ground).addWidget(
            button(_MORE_LISTS, lambda: self._ask_for_more().open(), icon="add")
        )
        return ground

    def _ask_for_more(self) -> MoreListsDialog:
        return MoreListsDialog(self, self._offered, self.add_lists)
