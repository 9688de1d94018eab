"""The tab Lịch việc: what is due, the overdue first, whatever its year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import order_of
from ccb_desktop.domain.tasks.waiting import OVERDUE, SOON
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store, load_branch, save_branch
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.tasks import following
from ccb_desktop.operations.tasks.following import Followed
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.text_fields import NumberField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.tasks.follow_up.cell_dialog import KINDS
from ccb_desktop.ui.tasks.follow_up.task_acts import MORE, REPORT_DRAFT, TaskActs
from ccb_desktop.ui.tasks.follow_up.task_columns import Glance, task_columns

_STATE, _MONTH, _UNIT = "Tình trạng", "Tháng", "Đơn vị"
_OPEN = "open"
_ALL = (None, "Tất cả")
_STATES = (
    _ALL,
    (_OPEN, "Chưa xong"),
    (OVERDUE, TASK_STATE[TaskState.OVERDUE]),
    (SOON, TASK_STATE[TaskState.DUE_SOON]),
    ("done", TASK_STATE[TaskState.DONE]),
)
_TAGS = {TaskState.OVERDUE: OVERDUE, TaskState.DUE_SOON: SOON}
_PRINT = "In sổ, danh sách"


class ScheduleTab(PageTab):
    """Every task with its last day; what is not done is shown first."""

    id = "schedule"
    title = "Lịch việc"
    kinds = KINDS | {"units", "unit_names", "settings"}
    forms = frozenset({REPORT_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._glance = Glance()
        self._task_acts = TaskActs(self, desk, store)
        self._told = label("", "heading")
        self.table: RecordTable[TaskLine] = RecordTable(
            "task-schedule",
            task_columns(self._glance),
            id_of=lambda line: line.id,
            acts=self._acts(),
            noun="việc",
            empty=EmptyText(
                "Chưa giao việc nào", "Giao việc cho đơn vị ở thẻ Kế hoạch năm rồi xem lịch ở đây."
            ),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, "Lịch việc", seen),
        )
        self.table.add_choice(_STATE, _STATES, lambda line: set(self._tags(line)))
        self.table.add_choice(_MONTH, [_ALL], lambda line: _month(line)[0])
        self.table.add_choice(_UNIT, [_ALL], lambda line: line.who)
        self.table.filters.choose(_STATE, _OPEN)
        self.table.sort_by("ends_on")
        self.body.addWidget(self._told)
        self.body.addWidget(self.table, 1)

    def _acts(self) -> list[Act[TaskLine]]:
        def paper(name: str, ending: str) -> Any:
            return lambda _none: self._write(name, ending)

        return [
            *self._task_acts.acts(),
            Act(
                "Số ngày nhắc trước…",
                lambda _none: self._ask_days(),
                "none",
                group=MORE,
                duties=(Duty.SETTINGS,),
            ),
            *(
                Act(
                    f"{text}, {program}",
                    paper(name, ending),
                    "none",
                    "print",
                    group=_PRINT,
                    reads=True,
                )
                for name, text in _LISTS.items()
                for program, ending in (("Word", ".docx"), ("Excel", ".xlsx"))
            ),
        ]

    # Reading

    def refresh(self) -> None:
        """Read what was handed out again."""
        today = date.today()
        self.desk.background.run(
            lambda _progress: following.load_followed(self.store, today),
            self._show,
            label="Đang đọc việc đã giao",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show what the first page counts, a single task, or a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._task_acts.reopen_report(draft))
        elif place.record_id is not None:
            self.table.show_all()
            self.table.choose_ids([place.record_id])
        elif (show := place.filters.get("show")) is not None:
            self.table.show_all()
            self.table.filters.choose(_STATE, show)

    def _show(self, found: Followed) -> None:
        self._glance.on, self._glance.soon_days = date.today(), found.soon_days
        months = sorted({_month(line) for line in found.lines})
        self.table.filters.set_choices(_MONTH, [_ALL, *months])
        units = dict.fromkeys(line.who for line in sorted(found.lines, key=order_of))
        self.table.filters.set_choices(_UNIT, [_ALL, *((name, name) for name in units)])
        self.table.set_lines(found.lines)
        self._told.setText(self._counted(found.lines))

    def _counted(self, lines: tuple[TaskLine, ...]) -> str:
        states = [self._glance.state(line) for line in lines]
        late, soon = states.count(TaskState.OVERDUE), states.count(TaskState.DUE_SOON)
        if not lines:
            return ""
        days = self._glance.soon_days
        return f"{late} việc quá hạn, {soon} việc đến hạn trong {days} ngày tới."

    def _tags(self, line: TaskLine) -> Iterator[str]:
        """Under which of the states a task is found."""
        state = self._glance.state(line)
        is_done = state in (TaskState.DONE, TaskState.DONE_LATE)
        yield "done" if is_done else _OPEN
        if state in _TAGS:
            yield _TAGS[state]

    # Acts

    def _write(self, name: str, ending: str) -> None:
        write_list(self, self.desk, self.store, ListOrder(name=name, on=date.today()), ending)

    def _ask_days(self) -> None:
        form = Form()
        form.add(
            [
                NumberField(
                    "task_soon_days",
                    "Nhắc việc trước hạn (ngày)",
                    least=1,
                    most=120,
                    required=True,
                    hint="Việc còn ngần ấy ngày nữa là đến hạn thì hiện ở Trang chủ và ở đây",
                )
            ]
        )
        form.set_values({"task_soon_days": self._glance.soon_days})

        def keep(values: dict[str, Any], _form_id: str) -> Change:
            return save_branch(self.store, replace(load_branch(self.store), **values))

        self.open_form(FormDialog(self, "Nhắc việc sắp đến hạn", form, keep))


_LISTS = {"tasks": "Sổ theo dõi nhiệm vụ (sổ 7)", "tasks-overdue": "Danh sách quá hạn"}


def _month(line: TaskLine) -> tuple[str, str]:
    """The month in which it ends, as a filter keeps and shows it."""
    end = line.ends_on
    return f"{end.year:04}-{end.month:02}", f"{end.month}/{end.year}"
