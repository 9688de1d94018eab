"""The tab Việc tang: who has died, what is still open, and the window in which it is done."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS
from ccb_desktop.domain.visits.deaths import DeathLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import deaths
from ccb_desktop.operations.visits.death_papers import suggested_name, write_death_form
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import person_place
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.visits.deaths.death_columns import death_columns
from ccb_desktop.ui.visits.deaths.death_dialog import DeathDialog
from ccb_desktop.ui.visits.deaths.who_dialog import who_dialog
from ccb_desktop.ui.visits.words import load_visit_words

_DRAFT = "death"
_BEGUN, _NOT_BEGUN, _CLOSED = "begun", "not-begun", "closed"


class DeathsTab(PageTab):
    """Every death, the latest first."""

    id = "deaths"
    title = "Việc tang"
    help_page = "viec-tang"
    kinds = frozenset(
        {
            *("death_cases", "persons", "memberships", "membership_events", "visits", "relatives"),
            *("posts", "households", "loans", "repayments", "dues_payments", "vouchers"),
            *("units", "unit_names"),
        }
    )
    forms = frozenset({_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.table: RecordTable[DeathLine] = RecordTable(
            "deaths",
            death_columns(),
            id_of=lambda line: line.person_id,
            acts=self._acts(),
            noun="người",
            empty=EmptyText(
                "Chưa ghi ai từ trần",
                "Khi có người từ trần, mọi việc của Hội ghi ở đây: ngày mất, phúng viếng, ban tang "
                "lễ, thân nhân, mai táng phí.",
                "Ghi việc tang",
                self.begin,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(
            "Xem",
            [
                (None, "Tất cả"),
                (_BEGUN, "Đang làm"),
                (_NOT_BEGUN, "Chưa ghi việc tang"),
                (_CLOSED, "Đã xong"),
            ],
            _stage,
        )
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the deaths again."""
        today = date.today()
        self.desk.background.run(
            lambda _progress: deaths.list_deaths(self.store, today),
            self.table.set_lines,
            label="Đang đọc việc tang",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Open the window of the person whom somebody came here for, or of a draft."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.open_death(draft.subject or 0, draft)
        elif place.record_id is not None:
            self.open_death(place.record_id)

    def begin(self) -> None:
        """Ask who has died."""
        who_dialog(self, self.desk, self.store, self.open_death).open()

    def open_death(self, person_id: int, draft: Draft | None = None) -> None:
        """Open the guided window of a death, begun or not."""

        def show() -> FormDialog:
            today = date.today()
            file = deaths.load_death(self.store, person_id, today)
            dialog = DeathDialog(self, self.store, load_visit_words(self.store, today), file)
            dialog.keep_drafts(self.desk.drafts, page="visits", kind=_DRAFT, subject=person_id)
            dialog.saved.connect(self.desk.broadcast.send)
            if draft is not None:
                dialog.take_draft(draft)
            dialog.open()
            return dialog

        self.safely(show)

    def _acts(self) -> list[Act[DeathLine]]:
        return [
            Act("Ghi việc tang", lambda _none: self.begin(), needs="none", icon="add"),
            Act(
                "Mở",
                lambda some: self.open_death(some[0].person_id),
                icon="open",
                main=True,
                reads=True,
            ),
            *self._printing(),
            Act("Mở hồ sơ", self._show_person, icon="members", reads=True),
            Act("Bỏ việc tang", self._remove, icon="delete", allowed=lambda some: some[0].is_begun),
        ]

    def _printing(self) -> list[Act[DeathLine]]:
        def form(name: str) -> Callable[[Sequence[DeathLine]], object]:
            return lambda chosen: self._print(name, [line.person_id for line in chosen])

        return [
            Act(paper.label, form(name), needs="some", icon="print", group="In", reads=True)
            for name, paper in DEATH_FORMS.items()
        ]

    def _print(self, name: str, people: Sequence[int]) -> None:
        """Ask for a Word file, and write a paper of the chosen into it in the background."""
        today = date.today()

        def write(out: Path) -> None:
            self.desk.background.run(
                lambda _progress: write_death_form(self.store, name, people, today, out),
                lambda written: tell_written(self, [written]),
                label=f"Đang ghi {DEATH_FORMS[name].label.lower()}",
                owner=self,
            )

        suggested = suggested_name(self.store, name, today)
        choose_target(self, "Ghi giấy tờ vào đâu", suggested, WORD_OUT, write)

    def _show_person(self, chosen: Sequence[DeathLine]) -> None:
        self.desk.broadcast.go_to(person_place(chosen[0].person_id))

    def _remove(self, chosen: Sequence[DeathLine]) -> None:
        self.safely(lambda: self._told(deaths.remove_case(self.store, chosen[0].person_id)))

    def _told(self, change: Change) -> None:
        self.desk.broadcast.send(change)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Việc tang", seen)


def _stage(line: DeathLine) -> tuple[str, ...]:
    if line.closed_on is not None:
        return (_CLOSED,)
    return (_BEGUN,) if line.is_begun else (_NOT_BEGUN,)
