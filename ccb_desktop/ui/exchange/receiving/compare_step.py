"""The list beside the books: of each field, take what the file says or keep what stands."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.imports.choices import Choices
from ccb_desktop.domain.imports.comparing import ComparedLine, chosen
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label

_ADVICE = (
    "Mỗi dòng là một chỗ tệp nói khác với sổ. Bấm Enter để đổi giữa lấy mới và giữ cũ. "
    "Ô trống trong tệp không bao giờ xóa số liệu đang có."
)
_MORE = "Cả mục"


class CompareStep(QWidget):
    """One line for each thing that is taken or left."""

    def __init__(self, choose: Callable[[Choices], object]) -> None:
        """Build it empty.

        Args:
            choose: Gets all choices after each of them.
        """
        super().__init__()
        self._choose = choose
        self._choices: Choices = {}
        self._lines: Sequence[ComparedLine] = ()
        self._count = label("", "soft")
        self.table: RecordTable[ComparedLine] = RecordTable(
            "import-compare",
            [
                Column("choice", "Chọn", self._said, width=12),
                Column("who", "Ai, đơn vị nào", lambda line: line.who, width=18, named=True),
                Column("field", "Mục", lambda line: line.field, width=14),
                Column("before", "Trong sổ", lambda line: line.before or "(trống)", width=16),
                Column(
                    "after",
                    "Trong tệp",
                    lambda line: line.after,
                    tooltip=lambda line: line.after,
                    width=18,
                ),
                Column("place", "Ở đâu", _place, lambda line: line.id, width=16),
            ],
            id_of=lambda line: line.id,
            acts=self._acts(),
            noun="chỗ khác",
        )
        self.table.add_choice(
            "Xem",
            [
                (None, "Tất cả"),
                ("changed", "Có khác"),
                ("new", "Dòng mới"),
                ("left", "Không lấy"),
            ],
            self._sorts_of,
        )
        self.table.setToolTip(_ADVICE)
        self.table.view.setAccessibleDescription(_ADVICE)
        layout = column(self, spacing=4)
        self.table.add_to_foot(self._count)
        layout.addWidget(self.table, 1)

    def _acts(self) -> list[Act[ComparedLine]]:
        def take(lines: list[ComparedLine]) -> None:
            self._set(lines, taken=True)

        def keep(lines: list[ComparedLine]) -> None:
            self._set(lines, taken=False)

        def act(
            text: str, run: Callable[[list[ComparedLine]], object], widen: Widen
        ) -> Act[ComparedLine]:
            return Act(text, lambda lines: run(widen(self, lines)), needs="some", group=_MORE)

        return [
            Act("Giữ cũ", keep, needs="some", icon="close", shortcut="Delete"),
            Act("Lấy mới", take, needs="some", icon="check", shortcut="Insert"),
            Act("Đổi lựa chọn (Enter)", self._turn, needs="some", main=True, group=_MORE),
            act("Giữ cũ cả dòng này của tệp", keep, CompareStep._rows_of),
            act("Lấy mới cả dòng này của tệp", take, CompareStep._rows_of),
            act("Giữ cũ mục này ở mọi dòng", keep, CompareStep._fields_of),
            act("Lấy mới mục này ở mọi dòng", take, CompareStep._fields_of),
            act("Giữ cũ tất cả những dòng đang thấy", keep, CompareStep._seen),
            act("Lấy mới tất cả những dòng đang thấy", take, CompareStep._seen),
        ]

    def show_lines(self, lines: Sequence[ComparedLine], choices: Choices) -> None:
        """Show what can be chosen, and what is chosen of it so far."""
        self._lines, self._choices = lines, choices
        self.table.set_lines(lines)
        self._tell()

    def take_keyboard(self) -> None:
        """The keyboard stands on the first line."""
        if self._lines and not self.table.chosen():
            self.table.choose_ids([self.table.seen_lines()[0].id])
        self.table.view.setFocus()

    def _said(self, line: ComparedLine) -> str:
        if line.is_taken(self._choices):
            return "☑ Lấy, ghi mới" if line.is_new else "☑ Lấy mới"
        return "☐ Để lại" if line.is_new else "☐ Giữ cũ"

    def _sorts_of(self, line: ComparedLine) -> set[str]:
        """Under which choices of the filter it is seen."""
        taken = line.is_taken(self._choices)
        return {"new" if line.is_new else "changed", "taken" if taken else "left"}

    def _turn(self, lines: list[ComparedLine]) -> None:
        """The other of the two, for all of them alike."""
        self._set(lines, taken=not lines[0].is_taken(self._choices))

    def _set(self, lines: Iterable[ComparedLine], *, taken: bool) -> None:
        self._choices = chosen(self._choices, lines, taken=taken)
        self.table.set_lines(self._lines)
        self._tell()
        self._choose(self._choices)

    def _rows_of(self, lines: list[ComparedLine]) -> list[ComparedLine]:
        rows = {(line.sheet, line.row) for line in lines}
        return [line for line in self._lines if (line.sheet, line.row) in rows]

    def _fields_of(self, lines: list[ComparedLine]) -> list[ComparedLine]:
        fields = {(line.sheet, line.field) for line in lines}
        return [line for line in self._lines if (line.sheet, line.field) in fields]

    def _seen(self, _lines: list[ComparedLine]) -> list[ComparedLine]:
        return self.table.seen_lines()

    def _tell(self) -> None:
        """How much is taken, in one sentence."""
        taken = {new: [0, 0] for new in (False, True)}
        for line in self._lines:
            taken[line.is_new][line.is_taken(self._choices)] += 1
        (kept, changed), (left, new) = taken[False], taken[True]
        parts = [
            (changed, f"lấy mới {changed} chỗ"),
            (kept, f"giữ cũ {kept} chỗ"),
            (new, f"ghi thêm {new} dòng mới"),
            (left, f"để lại {left} dòng mới"),
        ]
        said = ", ".join(text for count, text in parts if count)
        self._count.setText(f"{said[:1].upper()}{said[1:]}.")


Widen = Callable[[CompareStep, list[ComparedLine]], list[ComparedLine]]


def _place(line: ComparedLine) -> str:
    return f"{line.sheet[1]}, dòng {line.row}"
