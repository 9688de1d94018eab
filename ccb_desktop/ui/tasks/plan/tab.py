"""The tab Kế hoạch năm: key tasks with their items, written, ordered and handed out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.plan_lines import PlanLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label, labelled
from ccb_desktop.ui.tasks.plan.acts import PlanActs
from ccb_desktop.ui.tasks.plan.lines import plan_columns, plan_told
from ccb_desktop.ui.tasks.plan.plan_dialogs import item_dialog, key_task_dialog

_TASK, _ITEM = "key_task", "task_item"  # kinds of drafts
_SEE, _MORE = "Việc đã giao", "Việc khác"
_NO_PLAN = "Năm này chưa có kế hoạch"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    year: int
    years: list[int]
    lines: list[PlanLine]


class PlanTab(PageTab):
    """The plan of one year."""

    id = "plan"
    title = "Kế hoạch năm"
    kinds = frozenset({"key_tasks", "task_items", "assignments", "units", "unit_names"})
    forms = frozenset({_TASK, _ITEM})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._lines: list[PlanLine] = []
        self._wanted: tuple[int, int] | None = None  # what somebody came here for
        self.acts = PlanActs(self, desk, store, lambda: self.year)
        self._told = label("")
        self._year = CalmComboBox()
        self._year.setAccessibleName("Năm")
        self.table: RecordTable[PlanLine] = RecordTable(
            "plan",
            plan_columns(),
            id_of=lambda line: line.key,
            acts=self._acts(),
            noun="việc",
            empty=self._empty_text([]),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, "Kế hoạch năm", seen),
        )
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Năm", self._year))
        head.addWidget(button("Thêm nhiệm vụ", self.begin_task, icon="add", writes=True))
        head.addWidget(button("In kế hoạch", self._print, icon="print"))
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self.table, 1)
        self._offer_years([])
        self._year.currentIndexChanged.connect(lambda _place: self.refresh())

    # Reading

    @property
    def year(self) -> int:
        """The year whose plan is seen."""
        return int(self._year.currentData())

    def refresh(self) -> None:
        """Read the plan again."""
        year = self.year
        self.desk.background.run(
            lambda _progress: _Read(
                year, plan.list_years(self.store), plan.list_plan(self.store, year)
            ),
            self._show,
            label="Đang đọc kế hoạch năm",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the year that somebody came here for, or the form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif (year := place.filters.get("year")) is not None:
            self._show_year(int(str(year)))
        elif (item_id := place.record_id) is not None:
            self.safely(lambda: self._show_item(plan.place_of_item(self.store, item_id)))

    def _show_item(self, line: PlanLine) -> None:
        """Show an item in the plan of its year."""
        self._wanted = line.key
        self._show_year(line.key_task.year)
        self.refresh()

    def _show_year(self, year: int) -> None:
        if self._year.findData(year) < 0:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(year))

    def _show(self, found: _Read) -> None:
        self._offer_years(found.years)
        if found.year != self.year:
            return
        self._lines = found.lines
        self._told.setText(plan_told(found.lines, found.year))
        self.table.set_empty(self._empty_text(found.years))
        self.table.set_lines(found.lines)
        if self._wanted is not None and self._wanted in {line.key for line in found.lines}:
            self.table.choose_ids({self._wanted})
            self._wanted = None

    def _empty_text(self, years: list[int]) -> EmptyText:
        """What to do first: copy the year before, where it has a plan."""
        before = [one for one in years if one < self.year] if years else []
        if before:
            return EmptyText(
                _NO_PLAN,
                f"Chép kế hoạch năm {before[0]} rồi sửa lại, hoặc bấm “Thêm nhiệm vụ” để ghi mới.",
                f"Chép kế hoạch năm {before[0]}",
                lambda: self.safely(self.acts.begin_copy),
            )
        return EmptyText(
            _NO_PLAN,
            "Ghi các nhiệm vụ trọng tâm của năm, thường là ba, rồi ghi việc của từng nhiệm vụ.",
            "Ghi nhiệm vụ trọng tâm đầu tiên",
            self.begin_task,
        )

    def _offer_years(self, known: list[int]) -> None:
        """The years that have a plan, this one and the next; the chosen one stays."""
        today = date.today()
        chosen = self.year if self._year.count() else today.year
        years = {*known, today.year, today.year + 1, chosen}
        self._year.blockSignals(True)
        self._year.clear()
        for year in sorted(years, reverse=True):
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(chosen))
        self._year.blockSignals(False)

    # Acts

    def _acts(self) -> list[Act[PlanLine]]:
        return [
            Act(
                "Thêm việc",
                self._none(self.begin_item),
                needs="none",
                icon="add",
                shortcut="Ctrl+N",
            ),
            Act("Sửa", self._edit, icon="edit", main=True),
            Act(
                "Giao việc",
                lambda chosen: self.safely(partial(self.acts.hand_out, self._lines, chosen)),
                needs="none",
                icon="next",
                shortcut="Ctrl+G",
            ),
            Act(
                "Xem việc đã giao",
                lambda chosen: self.safely(partial(self.acts.show_assigned, chosen)),
                needs="none",
                group=_SEE,
                icon="tasks",
                reads=True,
            ),
            Act("Bốn rõ", self._none(self.acts.show_clears), needs="none", group=_SEE, reads=True),
            Act(
                "Trùng việc",
                self._none(self.acts.show_overlaps),
                needs="none",
                group=_SEE,
                reads=True,
            ),
            Act(
                "Chép kế hoạch năm khác",
                self._none(self.acts.begin_copy),
                needs="none",
                group=_MORE,
            ),
            *self._ordering(),
        ]

    def _ordering(self) -> list[Act[PlanLine]]:
        def is_item(chosen: list[PlanLine]) -> bool:
            return all(line.item is not None for line in chosen)

        return [
            Act("Sửa nhiệm vụ trọng tâm", self._edit_task, group=_MORE),
            Act("Đưa việc lên", partial(self._move, -1), group=_MORE, shortcut="Ctrl+Up"),
            Act("Đưa việc xuống", partial(self._move, 1), group=_MORE, shortcut="Ctrl+Down"),
            Act("Đưa nhiệm vụ lên", partial(self._move_task, -1), group=_MORE),
            Act("Đưa nhiệm vụ xuống", partial(self._move_task, 1), group=_MORE),
            Act(
                "Bỏ việc",
                self._remove,
                needs="some",
                group=_MORE,
                shortcut="Delete",
                allowed=is_item,
            ),
            Act("Bỏ cả nhiệm vụ trọng tâm", self._remove_task, group=_MORE),
        ]

    def _print(self) -> None:
        self.safely(self.acts.print_plan)

    def _none(self, act: Callable[[], object]) -> Callable[[list[PlanLine]], object]:
        """An act that needs nothing chosen, its errors told."""
        return lambda _chosen: self.safely(act)

    # The plan itself

    def begin_task(self) -> None:
        """Ask for a new key task."""
        self._edit_key_task(KeyTask(year=self.year, number=0, title=""))

    def begin_item(self) -> None:
        """Ask for a new item, of the key task that is chosen."""
        tasks = plan.list_key_tasks(self.store, self.year)
        if not tasks:
            self.begin_task()
            return
        chosen = self.table.chosen()
        task = chosen[0].key_task if chosen else tasks[-1]
        self._edit_item(TaskItem(key_task_id=task.id or 0, number=0, what=""))

    def _edit(self, chosen: list[PlanLine]) -> None:
        item = chosen[0].item
        if item is None:
            self._edit_key_task(chosen[0].key_task)
        else:
            self.safely(lambda: self._edit_item(item))

    def _edit_task(self, chosen: list[PlanLine]) -> None:
        self._edit_key_task(chosen[0].key_task)

    def _edit_key_task(self, task: KeyTask) -> FormDialog:
        return self._open(key_task_dialog(self, self.store, task), _TASK, task.id)

    def _edit_item(self, item: TaskItem) -> FormDialog:
        tasks = plan.list_key_tasks(self.store, self.year)
        return self._open(item_dialog(self, self.store, tasks, item), _ITEM, item.id)

    def _reopen(self, draft: Draft) -> None:
        if draft.kind == _TASK:
            tasks = {one.id: one for one in plan.list_key_tasks(self.store, self.year)}
            new_task = KeyTask(year=self.year, number=0, title="")
            self._edit_key_task(tasks.get(draft.subject, new_task)).take_draft(draft)
            return
        items = {line.item.id: line.item for line in self._lines if line.item}
        new_item = TaskItem(key_task_id=0, number=0, what="")
        self._edit_item(items.get(draft.subject, new_item)).take_draft(draft)

    def _move(self, by: int, chosen: list[PlanLine]) -> None:
        self.do(lambda: plan.move(self.store, chosen[0], by))

    def _move_task(self, by: int, chosen: list[PlanLine]) -> None:
        self.do(lambda: plan.move_key_task(self.store, chosen[0].key_task.id or 0, by))

    def _remove(self, chosen: list[PlanLine]) -> None:
        ids = [line.item.id or 0 for line in chosen if line.item]
        self.do(lambda: plan.remove_items(self.store, ids))

    def _remove_task(self, chosen: list[PlanLine]) -> None:
        self.do(lambda: plan.remove_key_task(self.store, chosen[0].key_task.id or 0))

    # Windows

    def _open(self, dialog: FormDialog, kind: str, subject: int | None) -> FormDialog:
        dialog.keep_drafts(self.desk.drafts, page="tasks", kind=kind, subject=subject)
        self.open_form(dialog)
        return dialog
