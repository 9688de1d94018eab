"""A field for files that are to be attached when the form is saved."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.file_dialogs import choose_files
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.papers_list import PAPERS_IN
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label


class PathsField(Field):
    """A tuple of paths; the files are read only when the form is saved."""

    def __init__(
        self, name: str, text: str, *, kinds: str = PAPERS_IN, most: int | None = None, **rest: Any
    ) -> None:
        """Build it; for the rest see `Field`.

        Args:
            name: Key of its value.
            text: Label.
            kinds: Which files are asked for, as `file_dialogs` has them.
            most: How many it takes, the last ones chosen; any number by itself.
            rest: For `Field`.
        """
        super().__init__(name, text, **{"wide": True, **rest})
        self._kinds = kinds
        self._most = most
        self._paths: tuple[Path, ...] = ()
        self._names = label("")
        self._adder = button("Chọn tệp", self._choose, icon="add")
        self._remover = button("Bỏ các tệp này", self._remove)
        ground = QWidget()
        flow = FlowLayout(ground)
        for widget in (self._adder, self._remover):
            flow.addWidget(widget)
        self._use(self._adder, ground)
        self._adder.setAccessibleName(f"{text}: chọn tệp")
        self._layout.insertWidget(2, self._names)
        self._say()

    def value(self) -> tuple[Path, ...]:
        """The files."""
        return self._paths

    def set_value(self, value: Any) -> None:
        """Show other files."""
        paths = tuple(value or ())
        self._paths = paths if self._most is None else paths[-self._most :]
        self._say()

    def typed(self) -> list[str]:
        """As JSON keeps them."""
        return [str(path) for path in self._paths]

    def set_typed(self, raw: Any) -> None:
        """What a draft kept."""
        self.set_value(Path(text) for text in raw)

    def add(self, paths: Sequence[Path]) -> None:
        """Take some more files."""
        self.set_value(dict.fromkeys((*self._paths, *paths)))
        self.changed.emit()

    def _choose(self) -> None:
        choose_files(
            self.window(), f"Chọn {self.text[:1].lower()}{self.text[1:]}", self._kinds, self.add
        )

    def _remove(self) -> None:
        self.set_value(())
        self.changed.emit()

    def _say(self) -> None:
        self._names.setText(", ".join(path.name for path in self._paths))
        self._names.setVisible(bool(self._paths))
        self._remover.setVisible(bool(self._paths))
