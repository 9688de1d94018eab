"""The rows of money that are likely repeats, told above the preview, with a tick to take them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from ccb_desktop.ui.exchange.import_draft import SheetKey
from ccb_desktop.ui.kit.widgets import clear, column, label

_ADVICE = (
    "Những dòng tiền giống hệt dòng đã có trong sổ thì chương trình bỏ qua, vì có thể là nhập "
    "trùng. Nếu đó đúng là khoản khác, đánh dấu để nhập cả."
)


class RepeatsNotice(QWidget):
    """One tick for each sheet that has such rows; hidden where there is none."""

    def __init__(self, chosen: Callable[[SheetKey, bool], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self._rows = column(self, spacing=0)
        self.setVisible(False)

    def show_repeats(self, repeats: Mapping[SheetKey, int], taken: Sequence[SheetKey]) -> None:
        """Show the sheets with their number of such rows, those of `taken` ticked."""
        clear(self._rows)
        self.setVisible(bool(repeats))
        if not repeats:
            return
        self._rows.addWidget(label(_ADVICE, "soft"))
        several = len({path for path, _sheet in repeats}) > 1
        for (path, sheet), count in repeats.items():
            place = f"{sheet} của tệp {path.name}" if several else sheet
            box = QCheckBox(f"Nhập cả {count} dòng trùng ở bảng {place}".replace("&", "&&"))
            box.setChecked((path, sheet) in taken)
            box.toggled.connect(lambda ticked, key=(path, sheet): self._chosen(key, ticked))
            self._rows.addWidget(box)
