"""One section of the draft: what the figures say, and the box for the officer's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.seat import place_of
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label


class OwnTextField(LongTextField):
    """Tells when it is left, so that its words can be kept."""

    left = Signal()

    def __init__(self, heading: str) -> None:
        """Build it for the section of this heading, which a screen reader says too."""
        self._heading = heading
        super().__init__("text", "Lời của Hội viết thêm", lines=2)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever may not keep words types none."""
        place = place_of(self)
        self.box.setReadOnly(not place.seat.may(place.duties))
        super().showEvent(event)

    def leave(self) -> None:
        """The officer goes on to something else."""
        super().leave()
        self.left.emit()

    def _tell_reader(self, sentence: str) -> None:
        super()._tell_reader(sentence)
        self.box.setAccessibleName(f"{self.text}: {self._heading}")


class SectionView(QWidget):
    """Heading and sentences follow the figures; typed words stay until they are kept."""

    save_wanted = Signal()
    figures_wanted = Signal()
    """The figures in its sentences shall be shown."""

    def __init__(self, heading: str, *, has_box: bool) -> None:
        """Build it empty.

        Args:
            heading: As the report prints it.
            has_box: Whether the officer may add words of his own.
        """
        super().__init__()
        self._kept = ""
        self._earlier = ""
        self._sentences = label("")
        self.field = OwnTextField(heading)
        self._state = label("", "soft", wrap=False)
        self._figures = button("Xem các con số", self.figures_wanted.emit, icon="members")
        self._figures.setAccessibleName(f"Xem các con số của mục {heading}")
        self._again = button("Lấy lời kỳ trước", self._take_earlier, icon="undo", writes=True)
        layout = column(self, spacing=6)
        layout.addWidget(label(heading, "heading"))
        layout.addWidget(self._sentences)
        layout.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignLeft)
        feet = FlowLayout()
        feet.addWidget(button("Lưu lời viết thêm", self.save_wanted.emit, icon="save", writes=True))
        feet.addWidget(self._again)
        feet.addWidget(self._state)
        if has_box:
            layout.addWidget(self.field)
            layout.addLayout(feet)
        self.field.left.connect(self.save_wanted)
        self.field.changed.connect(self._tell)

    @property
    def unsaved(self) -> str | None:
        """What was typed and is not kept yet; None when all is."""
        typed = self.field.value()
        return None if typed == self._kept else str(typed)

    def show_section(
        self, sentences: str, own: str, earlier: str, *, has_figures: bool = False
    ) -> None:
        """Show what the books say now; words that are being typed stay as they are."""
        self._figures.setVisible(has_figures)
        typing = self.unsaved is not None
        self._kept, self._earlier = own, earlier
        self._sentences.setText(sentences)
        self._sentences.setVisible(bool(sentences))
        if not typing and self.field.value() != own:
            self.field.set_value(own)
        self._tell()

    def settle(self) -> None:
        """What stands there now is kept."""
        self._kept = str(self.field.value())
        self._tell()

    @property
    def offers_earlier(self) -> bool:
        """Whether nothing stands here, and something did the last time."""
        return bool(self._earlier) and not self.field.value()

    def take_earlier(self) -> None:
        """Write what stood here the last time, without keeping it yet."""
        self.field.set_value(self._earlier)
        self._tell()

    def _take_earlier(self) -> None:
        self.take_earlier()
        self.save_wanted.emit()

    def _tell(self) -> None:
        self._again.setVisible(self.offers_earlier)
        said = "Đã lưu" if self._kept else ""
        self._state.setText("Chưa lưu" if self.unsaved is not None else said)
