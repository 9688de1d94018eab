"""The score sheet of a year: criteria added, corrected, moved, taken out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.labels import CRITERION_KIND, EVIDENCE, FIELD, LABELS
from ccb_desktop.domain.emulation.score_sheets import most_of
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind, Evidence
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import scores
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField
from ccb_desktop.ui.kit.widgets import label

_TEXT, _KIND, _NUMBER = (LABELS["score_criteria", name] for name in ("text", "kind", "number"))


class CriteriaList(ListDialog):
    """What the units of a year are scored by."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store, year: int) -> None:
        """Read and show the sheet of a year."""
        super().__init__(parent, f"Bảng điểm thi đua năm {year}")
        self._desk, self._store, self._year = desk, store, year
        before = scores.sheet_before(store, year)
        begin = f"Chép bảng điểm năm {before}" if before else "Lấy bảng điểm mẫu"
        self._sum = label("", "heading")
        self.table: RecordTable[Criterion] = RecordTable(
            "score-criteria",
            _columns(),
            id_of=lambda one: one.id,
            acts=[
                Act("Thêm tiêu chí", lambda _none: self._edit(None), needs="none", icon="add"),
                Act("Sửa", lambda chosen: self._edit(chosen[0]), icon="edit", main=True),
                Act("Lên", lambda chosen: self._move(chosen[0], -1), shortcut="Alt+Up"),
                Act("Xuống", lambda chosen: self._move(chosen[0], 1), shortcut="Alt+Down"),
                Act("Bỏ", self._remove, icon="delete", shortcut="Delete"),
            ],
            noun="tiêu chí",
            empty=EmptyText(
                f"Năm {year} chưa có bảng điểm",
                "Lấy bảng có sẵn rồi sửa cho hợp.",
                begin,
                self._begin,
            ),
            state=desk.state,
        )
        self.show_list(self.table, (), letters=(60, 34))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self._sum)  # above the button that closes
        self._read()

    def _read(self) -> None:
        sheet = scores.list_criteria(self._store, self._year)
        self.table.set_lines(sheet)
        self._sum.setText(f"Tổng điểm tối đa, không kể điểm thưởng: {number(most_of(sheet))}")

    def _begin(self) -> None:
        self._do(lambda: scores.begin_sheet(self._store, self._year))

    def _edit(self, criterion: Criterion | None) -> None:
        place = len(self.table.seen_lines()) + 1
        dialog = criterion_dialog(self, self._store, self._year, place, criterion)
        dialog.saved.connect(self._tell)
        dialog.open()

    def _move(self, criterion: Criterion, steps: int) -> None:
        self._do(lambda: scores.move_criterion(self._store, criterion, steps))

    def _remove(self, chosen: list[Criterion]) -> None:
        self._do(lambda: scores.remove_criterion(self._store, chosen[0]))

    def _do(self, act: Any) -> None:
        try:
            self._tell(act())
        except UserError as error:
            messages.tell(self, error)

    def _tell(self, change: Change) -> None:
        self._read()
        self._desk.broadcast.send(change)


def criterion_dialog(
    parent: QWidget, store: Store, year: int, place: int, criterion: Criterion | None
) -> FormDialog:
    """The form of a criterion."""
    form = Form()
    form.add([LongTextField("text", _TEXT, required=True, wide=True)])
    form.add(
        [
            ChoiceField("kind", _KIND, list(CRITERION_KIND.items()), required=True),
            NumberField("most_points", FIELD["most_points"], most=1000, decimals=2, required=True),
            ChoiceField(
                "evidence",
                FIELD["evidence"],
                [(one, text) for one, text in EVIDENCE.items() if one is not Evidence.NONE],
                none=EVIDENCE[Evidence.NONE],
                empty=Evidence.NONE,
                hint="Số liệu trong sổ hiện bên cạnh khi chấm; là tỷ lệ thì có điểm đề nghị",
                wide=True,
            ),
        ]
    )
    shown = criterion or Criterion(year=year, number=place, text="", most_points=Decimal(10))
    form.set_values({name: getattr(shown, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        typed = values | {
            "most_points": Decimal(values["most_points"]),
            "kind": CriterionKind(values["kind"]),
            "evidence": Evidence(values["evidence"]),
        }
        return scores.save_criterion(store, replace(shown, **typed), form_id)

    title = f"Sửa tiêu chí {shown.number}" if criterion else "Thêm tiêu chí"
    return FormDialog(parent, title, form, save, more=criterion is None)


def _columns() -> list[Column[Criterion]]:
    return [
        Column(
            "number",
            _NUMBER,
            lambda one: str(one.number),
            lambda one: one.number,
            align="right",
            width=7,
        ),
        Column("text", _TEXT, lambda one: one.text, tooltip=lambda one: one.text, width=52),
        Column("kind", _KIND, lambda one: CRITERION_KIND[one.kind], width=12),
        Column(
            "most_points",
            FIELD["most_points"],
            lambda one: number(one.most_points),
            lambda one: one.most_points,
            align="right",
            width=10,
        ),
        Column("evidence", FIELD["evidence"], lambda one: EVIDENCE[one.evidence], width=24),
    ]
