"""Text size and theme, applied at once to everything."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.text_size import STEPS
from ccb_desktop.ui.kit.theme import THEMES
from ccb_desktop.ui.kit.widgets import FlowLayout, column, label

_SAMPLE = "Hội Cựu chiến binh"
_GAP = 48  # between sizes and colours


class LookTab(QWidget):
    """Sample sentences to choose from."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sizes = QButtonGroup(self)
        self._themes = QButtonGroup(self)
        layout = column(self, margin=12)
        sides = FlowLayout(spacing=_GAP, at_top=True)
        sides.addWidget(self._size_choices())
        sides.addWidget(self._theme_choices())
        layout.addLayout(sides)
        layout.addStretch(1)
        self._sizes.idClicked.connect(look.set_percent)
        self._themes.idClicked.connect(lambda place: look.set_theme(list(THEMES)[place]))
        look.changed.connect(self._show)

    def _size_choices(self) -> QWidget:
        side = QWidget()
        layout = column(side, spacing=10)
        layout.addWidget(label("Cỡ chữ", "heading"))
        for percent in STEPS:
            choice = QRadioButton(f"{percent} %: {_SAMPLE}")
            choice.setAccessibleName(f"Cỡ chữ {percent} %")
            choice.setStyleSheet(f"font-size: {11 * percent / 100}pt")
            choice.setChecked(percent == self._look.percent)
            self._sizes.addButton(choice, percent)
            layout.addWidget(choice)
        return side

    def _theme_choices(self) -> QWidget:
        side = QWidget()
        layout = column(side, spacing=10)
        layout.addWidget(label("Màu", "heading"))
        for place, theme in enumerate(THEMES.values()):
            choice = QRadioButton(theme.label)
            choice.setChecked(theme is self._look.theme)
            self._themes.addButton(choice, place)
            layout.addWidget(choice)
        return side

    def _show(self) -> None:
        chosen = self._sizes.button(self._look.percent)
        if chosen is not None:
            chosen.setChecked(True)
        place = list(THEMES.values()).index(self._look.theme)
        self._themes.button(place).setChecked(True)
