"""Ticks above the preview by which rows of money that are likely repeats are taken all the same."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from ccb_desktop.ui.exchange.receiving.import_draft import SheetKey
from ccb_desktop.ui.kit.widgets import FlowLayout, clear

_ADVICE = (
    "Dòng tiền giống hệt dòng đã có trong sổ thì chương trình bỏ qua, vì có thể là nhập trùng. "
    "Nếu đó đúng là khoản khác, đánh dấu để nhập cả."
)


class RepeatsNotice(QWidget):
    """One tick for each sheet that has such rows; hidden where there is none."""

    def __init__(self, chosen: Callable[[SheetKey, bool], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self._flow = FlowLayout()
        self._boxes: dict[SheetKey, QCheckBox] = {}
        self.setLayout(self._flow)
        self.setVisible(False)

    def show_repeats(self, repeats: Mapping[SheetKey, int], taken: Sequence[SheetKey]) -> None:
        """Show the sheets with their number of such rows, those of `taken` ticked."""
        if repeats.keys() != self._boxes.keys():
            self._build(list(repeats))
        several = len({path for path, _sheet in repeats}) > 1
        for key, count in repeats.items():
            place = f"{key[1]}, tệp {key[0].name}" if several else key[1]
            box = self._boxes[key]
            box.blockSignals(True)
            box.setText(f"{place}: nhập cả {count} dòng trùng".replace("&", "&&"))
            box.setChecked(key in taken)
            box.blockSignals(False)
        self.setVisible(bool(repeats))

    def _build(self, keys: Sequence[SheetKey]) -> None:
        clear(self._flow)
        self._boxes = {}
        for key in keys:
            box = QCheckBox()
            box.setToolTip(_ADVICE)
            box.setAccessibleDescription(_ADVICE)
            box.toggled.connect(partial(self._chosen, key))
            self._flow.addWidget(box)
            self._boxes[key] = box
