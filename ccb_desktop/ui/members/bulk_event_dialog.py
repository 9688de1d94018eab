"""One decision for many: day, number, reason, and the list of those it can be recorded for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.bulk.events import Candidate, EventPlan, PlannedEvent, plan_events
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.holidays import load_calendar
from ccb_desktop.operations.members.bulk import record_for_many
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.event_dialog import Reminder, event_columns, event_fields
from ccb_desktop.ui.members.event_fields import EVENT_FORMS
from ccb_desktop.ui.members.many_dialog import (
    ManyDialog,
    Outlook,
    PlanLine,
    counted,
    refused_lines,
)
from ccb_desktop.ui.members.words import RosterWords

_INTRO = "Đang chọn {} người."


class BulkEventDialog(ManyDialog):
    """Records the same event of many people as one act."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: RosterWords,
        candidates: Sequence[Candidate],
        kind: EventKind,
        background: Background,
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            words: The units and the day of today.
            candidates: The people chosen.
            kind: What is recorded.
            background: Saves while the window waits.
        """
        self._store = store
        self._words = words
        self._candidates = candidates
        self._kind = kind
        self._reminder = Reminder(load_calendar(store))
        asked = EVENT_FORMS[kind]
        form = Form()
        form.add(event_fields(kind, words))
        form.add_widget(self._reminder)
        super().__init__(
            parent,
            f"{asked.title} cho nhiều người",
            form,
            background,
            intro=_INTRO.format(number(len(candidates))),
            save_label=asked.title,
            heads=("Đang ở", "Sẽ ở"),
        )

    def _plan(self, values: dict[str, Any]) -> EventPlan | None:
        if values["happened_on"] is None:
            return None
        decision = MembershipEvent(kind=self._kind, **event_columns(values))
        return plan_events(decision, self._candidates)

    def _outlook(self, values: dict[str, Any]) -> Outlook:
        self._reminder.tell(self._kind, values, [], self._words.on)
        plan = self._plan(values)
        if plan is None:
            return Outlook("Ghi ngày để xem ghi được cho những ai")
        sentence = counted(
            (len(plan.events), "Sẽ ghi cho {} người"),
            (len(plan.refusals), "{} người không ghi được"),
        )
        lines = [
            *refused_lines(plan.refusals, "Không ghi được"),
            *(self._line(one) for one in plan.events),
        ]
        act = f"{EVENT_FORMS[self._kind].title}: {number(len(plan.events))} người"
        return Outlook(sentence, lines, act if plan.events else "")

    def _line(self, one: PlannedEvent) -> PlanLine:
        event, unit = one.event, self._words.unit_name
        moved = self._kind is EventKind.MOVED_UNIT
        now = event.from_unit_id if moved else one.membership.unit_id if one.membership.id else None
        goes = [unit(place) for place in (event.unit_id, event.sub_unit_id) if place is not None]
        return PlanLine(
            one.person.id or 0,
            one.person.full_name,
            printed(one.person.born_on),
            unit(now),
            ", ".join(goes),
            one.concern,
        )

    def _act(self, values: dict[str, Any], form_id: str) -> Callable[[], Change]:
        plan = self._plan(values)
        if plan is None:
            raise Invalid({"happened_on": "Ghi ngày của quyết định."})
        return partial(record_for_many, self._store, plan, form_id)
