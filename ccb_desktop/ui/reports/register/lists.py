"""The two lists of the register: what went out, what came in; each with its acts."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.register.documents import Direction, Document, DocumentLine, DocumentState
from ccb_desktop.domain.register.labels import DIRECTION, DOCUMENT_STATE
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.reports.register.columns import (
    KIND,
    STATE,
    YEAR,
    Columns,
    in_columns,
    is_late,
    out_columns,
)
from ccb_desktop.ui.reports.register.dialogs import (
    OutDialog,
    arrival_dialog,
    cancel_dialog,
    done_dialog,
)

OUT_FORM, KEPT_FORM, IN_FORM = "document-out", "document-kept", "document-in"  # of drafts
_ALL = (None, "Tất cả")
_PRINT, _UNDO = "In sổ", "Hủy, bỏ"
_WAITS, _LATE, _DONE = "Chờ trả lời", "Quá hạn", "Đã xong"
Lines = Sequence[DocumentLine]
Acts = list[Act[DocumentLine]]


class DocumentsList(PageTab):
    """What both lists have in common."""

    direction: Direction

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.body.setContentsMargins(0, 10, 0, 0)
        self.table: RecordTable[DocumentLine] = RecordTable(
            f"documents-{self.direction.lower()}",
            self._columns(),
            id_of=lambda line: line.document.id,
            acts=[*self._acts(), *self._last_acts()],
            noun=DIRECTION[self.direction].lower(),
            empty=self._empty(),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(YEAR, [_ALL], lambda line: line.document.year, more=True)
        self.table.add_choice(KIND, [_ALL], lambda line: line.kind_label, more=True)
        self._add_states()
        self.body.addWidget(self.table, 1)
        self.table.keep_one_row()

    @abstractmethod
    def _columns(self) -> Columns: ...

    @abstractmethod
    def _acts(self) -> Acts: ...

    @abstractmethod
    def _empty(self) -> EmptyText: ...

    @abstractmethod
    def _add_states(self) -> None: ...

    @abstractmethod
    def edit(self, document: Document | None) -> FormDialog:
        """The form of a document, or of a new one."""

    def _last_acts(self) -> Acts:
        def paper(ending: str) -> Callable[[Lines], None]:
            return lambda _none: self._write_book(ending)

        return [
            Act("Tệp kèm theo", self._show_papers, icon="open", reads=True),
            Act("Hủy, giữ số trong sổ", self._cancel, group=_UNDO, icon="delete", allowed=_stand),
            Act("Bỏ số cuối", self._take_back, group=_UNDO, icon="delete", shortcut="Delete"),
            Act("Sổ 10 ra Word", paper(".docx"), "none", "print", group=_PRINT, reads=True),
            Act("Sổ 10 ra Excel", paper(".xlsx"), "none", "print", group=_PRINT, reads=True),
        ]

    # Reading

    def refresh(self) -> None:
        """Read the documents again."""
        self.desk.background.run(
            lambda _progress: register.list_lines(self.store, self.direction),
            self._show,
            label="Đang đọc sổ văn bản",
            owner=self,
        )

    def _show(self, lines: Lines) -> None:
        years = sorted({line.document.year for line in lines}, reverse=True)
        self.table.filters.set_choices(YEAR, [_ALL, *((year, str(year)) for year in years)])
        kinds = sorted({line.kind_label for line in lines})
        self.table.filters.set_choices(KIND, [_ALL, *((kind, kind) for kind in kinds)])
        self.table.set_lines(lines)

    def lead_to(self, document_id: int) -> None:
        """Choose a document, also where filters hide it."""
        self.table.show_all()
        self.table.choose_ids([document_id])
        self.refresh()

    # Acts

    def begin(self) -> None:
        """Ask for a new document."""
        self.safely(lambda: self.opened(self.edit(None)))

    def correct(self, lines: Lines) -> None:
        """Open the form of a document."""
        document = lines[0].document
        self.safely(lambda: self.opened(self.edit(document), document.id))

    def opened(self, dialog: FormDialog, subject: int | None = None, kind: str = "") -> FormDialog:
        """Show a form whose words are kept in case of a crash."""
        kind = kind or (OUT_FORM if self.direction is Direction.OUT else IN_FORM)
        dialog.keep_drafts(self.desk.drafts, page="reports", kind=kind, subject=subject)
        self.open_form(dialog)
        return dialog

    def reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed."""
        known = None
        if draft.subject is not None:
            known = register.load_document(self.store, draft.subject)
        keeps = draft.kind == KEPT_FORM
        form = OutDialog(self, self.store, keeps=True) if keeps else self.edit(known)
        self.opened(form, draft.subject, draft.kind).take_draft(draft)

    def _show_papers(self, lines: Lines) -> None:
        document = lines[0].document
        PapersDialog(
            self,
            self.desk,
            self.store,
            FileOwner(document_id=document.id),
            f"Tệp của văn bản {document.symbol or document.subject}",
            example="Bản quét có chữ ký và dấu, tệp Word, phụ lục…",
        ).open()

    def _cancel(self, lines: Lines) -> None:
        self.open_form(cancel_dialog(self, self.store, lines[0].document))

    def _take_back(self, lines: Lines) -> None:
        document_id = lines[0].document.id or 0
        self.do(lambda: register.take_back(self.store, document_id))

    def _write_book(self, ending: str) -> None:
        year = self.table.filters.chosen(YEAR) or date.today().year
        order = ListOrder(name="documents", from_on=date(year, 1, 1), on=date(year, 12, 31))
        write_list(self, self.desk, self.store, order, ending)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, DIRECTION[self.direction], seen)


class OutList(DocumentsList):
    """What went out, and the numbers that are kept."""

    title = DIRECTION[Direction.OUT]
    direction = Direction.OUT

    def _columns(self) -> Columns:
        return out_columns()

    def _empty(self) -> EmptyText:
        return EmptyText(
            "Chưa có văn bản đi nào",
            "Lấy số cho văn bản đầu tiên; nếu trên giấy đã cấp số, ghi số tiếp theo của sổ giấy.",
            "Lấy số văn bản",
            self.begin,
        )

    def _acts(self) -> Acts:
        return [
            Act("Lấy số", lambda _none: self.begin(), "none", "add", shortcut="Ctrl+N"),
            Act("Giữ số", lambda _none: self._keep(), "none", "lock"),
            Act("Ban hành, sửa", self.correct, icon="edit", main=True, allowed=_stand),
        ]

    def _add_states(self) -> None:
        states = [_ALL, *((code, label) for code, label in DOCUMENT_STATE.items())]
        self.table.add_choice(STATE, states, lambda line: line.document.state)

    def edit(self, document: Document | None) -> FormDialog:
        """The form of a document, or of a new one."""
        return OutDialog(self, self.store, known=document)

    def answer(self, document_id: int) -> None:
        """Ask for a new document that answers one that came in."""
        self.safely(lambda: self.opened(OutDialog(self, self.store, answers_id=document_id)))

    def _keep(self) -> None:
        self.safely(lambda: self.opened(OutDialog(self, self.store, keeps=True), kind=KEPT_FORM))


class InList(DocumentsList):
    """What came in, and how far it is."""

    title = DIRECTION[Direction.IN]
    direction = Direction.IN

    def __init__(self, desk: Desk, store: Store, answer: Callable[[int], None]) -> None:
        """Build it; `answer` asks for the answer to a document."""
        self._answer = answer
        super().__init__(desk, store)

    def _columns(self) -> Columns:
        return in_columns(date.today())

    def _empty(self) -> EmptyText:
        return EmptyText(
            "Chưa có văn bản đến nào",
            "Ghi văn bản vừa nhận, kèm bản chụp hoặc bản quét và hạn trả lời nếu có.",
            "Ghi văn bản đến",
            self.begin,
        )

    def _acts(self) -> Acts:
        return [
            Act("Ghi văn bản đến", lambda _none: self.begin(), "none", "add", shortcut="Ctrl+N"),
            Act("Sửa", self.correct, icon="edit", main=True, allowed=_stand),
            Act("Trả lời", self._reply, icon="redo", allowed=_stand),
            Act("Đã xong", self._done, "some", "check", group="Đã xong", allowed=_wait),
            Act("Chưa xong", self._not_done, "some", "undo", group="Đã xong", allowed=_done),
        ]

    def _add_states(self) -> None:
        states = [_ALL, *((one, one) for one in (_WAITS, _LATE, _DONE))]
        self.table.add_choice(STATE, states, _arrival_states)

    def edit(self, document: Document | None) -> FormDialog:
        """The form of a document, or of a new one."""
        return arrival_dialog(self, self.store, document)

    def show_waiting(self) -> None:
        """See only what must be answered or done."""
        self.table.show_all()
        self.table.filters.choose(STATE, _WAITS)

    def _reply(self, lines: Lines) -> None:
        self._answer(lines[0].document.id or 0)

    def _done(self, lines: Lines) -> None:
        ids = [line.document.id or 0 for line in lines]
        self.open_form(done_dialog(self, self.store, ids))

    def _not_done(self, lines: Lines) -> None:
        ids = [line.document.id or 0 for line in lines]
        self.do(lambda: register.mark_done(self.store, ids, None))


def _stand(lines: Lines) -> bool:
    return all(line.document.state is not DocumentState.CANCELLED for line in lines)


def _wait(lines: Lines) -> bool:
    return _stand(lines) and all(line.document.done_on is None for line in lines)


def _done(lines: Lines) -> bool:
    return all(line.document.done_on is not None for line in lines)


def _arrival_states(line: DocumentLine) -> tuple[str, ...]:
    """Under which choices of the filter it is seen."""
    if line.document.done_on is not None:
        return (_DONE,)
    waits = (_WAITS,) if line.document.waits else ()
    return (*waits, _LATE) if is_late(line, date.today()) else waits
