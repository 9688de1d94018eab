"""Opens the windows in which something is done with one person, from wherever he was chosen."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.operations.withdrawn import withdrawn_among
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.masking import ask_masking
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.members.club_dialog import new_club_member_dialog
from ccb_desktop.ui.members.event_dialog import EVENT_DRAFT, EventDialog
from ccb_desktop.ui.members.new_member_dialog import NewMemberDialog
from ccb_desktop.ui.members.person_form import PersonForm
from ccb_desktop.ui.members.person_places import show_in_form
from ccb_desktop.ui.members.words import RosterWords, load_words

_PAGE = "members"
_PERSON, _NEW_MEMBER, _NEW_CLUB_MEMBER = "person", "new-member", "new-club-member"
# Kinds of drafts; that of an event is told in `event_dialog`.
_SHEETS = "Phieu-hoi-vien.docx"


class PersonActs:
    """What a page can do with people; every window belongs to the page."""

    def __init__(self, page: QWidget, desk: Desk, store: Store) -> None:
        self._page = page
        self._desk = desk
        self._store = store

    def open_person(self, person_id: int, seen_on: date | None = None, *, field: str = "") -> None:
        """Open the file of a person.

        Args:
            person_id: Whose.
            seen_on: The past day at which he was chosen; none for today.
            field: Where to begin.
        """
        dialog = self._show(lambda: self._person_form(person_id, seen_on))
        if dialog is not None and field:
            show_in_form(dialog.form, field)

    def add_member(self) -> FormDialog | None:
        """Enter somebody into the Hội."""
        return self._show(self._new_member)

    def add_club_member(self) -> FormDialog | None:
        """Enter somebody into a club."""
        return self._show(self._new_club_member)

    def record(self, kind: EventKind, person_id: int) -> None:
        """Record an event of a person."""
        self._show(lambda: self._event_dialog(kind, person_id))

    def go_on(self, draft: Draft) -> None:
        """Open again a form that a crash had closed."""
        self._show(lambda: self._dialog_of(draft), draft)

    def print_sheets(self, people: Sequence[int], on: date | None = None) -> None:
        """Write the sheets of some people into one Word file, as at a day."""

        def write(out: Path, *, masked: bool) -> None:
            self._desk.background.run(
                lambda _progress: papers.write_member_sheets(
                    self._store, people, out, on, masked=masked
                ),
                lambda written: tell_written(self._page, [written]),
                label="Đang ghi phiếu hội viên",
                owner=self._page,
            )

        def ask_target(masked: bool) -> None:
            choose_target(
                self._page,
                "Ghi phiếu hội viên vào đâu",
                _SHEETS,
                WORD_OUT,
                partial(write, masked=masked),
            )

        unwilling = withdrawn_among(self._store, people)
        ask_masking(self._page, self._store, "In phiếu hội viên", ask_target, withdrawn=unwilling)

    def _show(
        self, build: Callable[[], FormDialog], draft: Draft | None = None
    ) -> FormDialog | None:
        """Show a window, or tell why it cannot be; what it does is told to everybody."""
        try:
            dialog = build()
        except UserError as error:
            messages.tell(self._page, error)
            return None
        if draft is not None:
            dialog.take_draft(draft)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()
        return dialog

    def _dialog_of(self, draft: Draft) -> FormDialog:
        person_id = draft.subject or 0
        if draft.kind.startswith(EVENT_DRAFT):
            return self._event_dialog(EventKind(draft.kind.removeprefix(EVENT_DRAFT)), person_id)
        if draft.kind == _PERSON:
            return self._person_form(person_id)
        club = draft.kind == _NEW_CLUB_MEMBER
        return self._new_club_member() if club else self._new_member()

    def _person_form(self, person_id: int, seen_on: date | None = None) -> FormDialog:
        form = PersonForm(self._page, self._desk, self._store, person_id, seen_on)
        form.keep_drafts(self._desk.drafts, page=_PAGE, kind=_PERSON, subject=person_id)
        return form

    def _new_member(self) -> FormDialog:
        dialog = NewMemberDialog(self._page, self._store, self._words(), self.open_person)
        dialog.keep_drafts(self._desk.drafts, page=_PAGE, kind=_NEW_MEMBER)
        return dialog

    def _new_club_member(self) -> FormDialog:
        dialog = new_club_member_dialog(self._page, self._store, self._words())
        dialog.keep_drafts(self._desk.drafts, page=_PAGE, kind=_NEW_CLUB_MEMBER)
        return dialog

    def _event_dialog(self, kind: EventKind, person_id: int) -> FormDialog:
        file = load_person_file(self._store, person_id)
        dialog = EventDialog(self._page, self._store, self._words(), file, kind)
        dialog.keep_event_draft(self._desk.drafts)
        return dialog

    def _words(self) -> RosterWords:
        return load_words(self._store, date.today())
