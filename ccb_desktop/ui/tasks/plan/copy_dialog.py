"""The window Chép kế hoạch: key tasks of another year, with or without what was handed out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.plan import KeyTask
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import copying, plan
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField, YesNoField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.widgets import label

_MORE_LINES = 4  # of what is told below, where it wraps
_YEAR, _TASKS, _HANDED_OUT = "from_year", "key_tasks", "handed_out"


class CopyDialog(FormDialog):
    """What would come is told as one chooses."""

    def __init__(self, parent: QWidget, store: Store, year: int, years: Sequence[int]) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            year: The year copied to.
            years: The years that can be copied, the newest first; at least one.
        """
        self._store, self._to_year = store, year
        self._by_year = {one: plan.list_key_tasks(store, one) for one in years}
        before = [one for one in years if one < year]
        form = Form()
        self._year = ChoiceField(
            _YEAR, "Chép từ năm", [(one, str(one)) for one in years], required=True
        )
        self._year.set_value(before[0] if before else years[0])
        self._handed_out = YesNoField(
            _HANDED_OUT,
            "Giao luôn như năm ấy",
            yes="Có, giao lại cho các đơn vị",
            no="Không, chỉ chép kế hoạch",
            required=True,
        )
        self._handed_out.set_value(True)
        form.add([self._year, self._handed_out])
        self._lists = [self._list_of(one, tasks) for one, tasks in self._by_year.items()]
        form.add(self._lists)
        self._told = label("", "heading")
        form.add_widget(self._told)
        self._tell()
        form.settle()
        super().__init__(
            parent,
            f"Chép kế hoạch sang năm {year}",
            form,
            self._copy,
            intro="Năm ghi trong lời và hạn được chuyển sang năm mới; kết quả không chép theo. "
            "Chép xong sửa được từng việc; chép nhầm thì bấm “Hoàn tác”.",
            save_label="Chép kế hoạch",
        )
        form.changed.connect(self._tell)
        wanted = self.height() + self.fontMetrics().height() * _MORE_LINES
        room = self.screen().availableSize().height()
        self.resize(self.width(), min(wanted, round(room * 0.92)))

    @staticmethod
    def _list_of(year: int, tasks: Sequence[KeyTask]) -> ChecklistField:
        """The key tasks of a year, all of them ticked."""
        made = ChecklistField(
            f"{_TASKS}_{year}",
            f"Nhiệm vụ trọng tâm năm {year}",
            [(task.id, f"{task.number}. {task.title}") for task in tasks],
        )
        made.set_value([task.id for task in tasks])
        return made

    def _chosen(self) -> tuple[int, ...]:
        wanted = f"{_TASKS}_{self._year.value()}"
        return next((made.value() for made in self._lists if made.name == wanted), ())

    def _tell(self) -> None:
        """Show the tasks of the chosen year, and what would come."""
        year = self._year.value()
        for made in self._lists:
            made.setVisible(made.name == f"{_TASKS}_{year}")
        if year is None:
            self._told.setText("")
            return
        try:
            told = copying.told_copy(
                self._store,
                year,
                self._to_year,
                self._chosen(),
                handed_out=bool(self._handed_out.value()),
            )
        except UserError as error:
            self._told.setText(str(error))
            return
        self._told.setText(self._words(told))

    def _words(self, told: copying.CopyTold) -> str:
        words = f"Sẽ chép {number(told.tasks)} nhiệm vụ trọng tâm, {number(told.items)} việc"
        if told.assignments:
            words += f", giao lại thành {number(told.assignments)} việc cho các đơn vị"
        if told.left_out:
            words += f". Không giao cho đơn vị đã kết thúc: {', '.join(told.left_out)}"
        if plan.list_key_tasks(self._store, self._to_year):
            words += f". Năm {self._to_year} đã có kế hoạch, phần chép sẽ đứng sau"
        return f"{words}."

    def _copy(self, values: dict[str, Any], form_id: str) -> Change:
        return copying.copy_year(
            self._store,
            values[_YEAR],
            self._to_year,
            self._chosen(),
            handed_out=bool(values[_HANDED_OUT]),
            form_id=form_id,
        )
