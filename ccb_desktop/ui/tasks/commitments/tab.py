"""The tab Đăng ký thi đua: what members signed for a year, printed, signed and judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.commitments import CommitmentLine, Kept
from ccb_desktop.domain.tasks.labels import KEPT
from ccb_desktop.operations import commitment_papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import FlowLayout, label, labelled
from ccb_desktop.ui.tasks.commitments.columns import commitment_columns
from ccb_desktop.ui.tasks.commitments.dialogs import (
    commitment_dialog,
    pledge_dialog,
    signed_dialog,
)

_UNIT, _KEPT = "Chi hội", "Đánh giá"
_ALL = (None, "Tất cả")
_PRINT = "In"
_DRAFT = "commitment"  # kind of draft


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    year: int
    lines: list[CommitmentLine]
    years: list[int]
    unsigned: int


class CommitmentsTab(PageTab):
    """The commitments of one year."""

    id = "commitments"
    title = "Đăng ký thi đua"
    kinds = frozenset({"commitments", "persons", "memberships", "membership_events", "units"})
    forms = frozenset({_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._year = CalmComboBox()
        self._year.setAccessibleName("Năm")
        self._told = label("")
        self.table: RecordTable[CommitmentLine] = RecordTable(
            "commitments",
            commitment_columns(),
            id_of=lambda line: line.commitment.id,
            acts=self._acts(),
            noun="bản đăng ký",
            empty=EmptyText(
                "Năm này chưa có ai đăng ký thi đua",
                "Ghi một lần cho cả chi hội cùng một nội dung, rồi in ra để hội viên ký.",
                "Ghi theo chi hội",
                self.begin_pledge,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(_UNIT, [_ALL], lambda line: line.unit_name)
        self.table.add_choice(_KEPT, [_ALL, *KEPT.items()], lambda line: line.commitment.kept)
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Năm", self._year))
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self.table, 1)
        self._offer_years([])
        self._year.activated.connect(lambda _place: self.refresh())

    def _acts(self) -> list[Act[CommitmentLine]]:
        def judge(kept: Kept) -> Callable[[Sequence[CommitmentLine]], None]:
            return lambda chosen: self._judge(chosen, kept)

        def paper(ending: str) -> Callable[[Sequence[CommitmentLine]], None]:
            return lambda _none: self._write_list(ending)

        return [
            Act("Ghi theo chi hội", lambda _none: self.begin_pledge(), "none", "add"),
            Act("Ghi một người", lambda _none: self._begin_one(), "none", shortcut="Ctrl+N"),
            Act("Sửa", self._correct, icon="edit", main=True),
            Act("Ghi ngày ký", self._note_signed, "some", "calendar"),
            *(
                Act(text, judge(kept), "some", "check", group="Đánh giá cuối năm")
                for kept, text in KEPT.items()
            ),
            Act(
                "Bản đăng ký, những dòng chọn",
                self._print,
                "some",
                "print",
                group=_PRINT,
                reads=True,
            ),
            Act(
                "Bản đăng ký, cả danh sách đang xem",
                lambda _none: self._print(self.table.seen_lines()),
                "none",
                group=_PRINT,
                reads=True,
            ),
            Act("Danh sách đăng ký, Word", paper(".docx"), "none", group=_PRINT, reads=True),
            Act("Danh sách đăng ký, Excel", paper(".xlsx"), "none", group=_PRINT, reads=True),
            Act("Bỏ", self._remove, "some", "delete", shortcut="Delete"),
        ]

    # Reading

    @property
    def year(self) -> int:
        """The year that is seen."""
        return int(self._year.currentData())

    def refresh(self) -> None:
        """Read the commitments again."""
        year = self.year
        self.desk.background.run(
            lambda _progress: _Read(
                year,
                commitments.list_commitments(self.store, year),
                commitments.list_years(self.store),
                len(commitments.members_to_sign(self.store, year)),
            ),
            self._show,
            label="Đang đọc đăng ký thi đua",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the commitment that somebody came here for, or the form a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
            return
        year = place.filters.get("year")
        if isinstance(year, int):
            self._offer_years([year])
            self._year.setCurrentIndex(self._year.findData(year))
        if place.record_id is not None:
            self.table.show_all()
            self.table.choose_ids([place.record_id])
        self.refresh()

    def _show(self, found: _Read) -> None:
        self._offer_years(found.years)
        if found.year != self.year:
            return
        units = sorted(
            {line.unit_name for line in found.lines if line.unit_name}, key=natural_order
        )
        self.table.filters.set_choices(_UNIT, [_ALL, *((name, name) for name in units)])
        self.table.set_lines(found.lines)
        signed = sum(line.commitment.signed_on is not None for line in found.lines)
        self._told.setText(
            f"{number(len(found.lines))} bản đăng ký, {number(signed)} đã ký; "
            f"{number(found.unsigned)} hội viên đang sinh hoạt chưa đăng ký."
        )

    def _offer_years(self, known: Sequence[int]) -> None:
        this = date.today().year
        chosen = self._year.currentData() or this
        years = sorted({*known, this, this + 1, chosen}, reverse=True)
        self._year.clear()
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(chosen))

    # Acts

    def begin_pledge(self) -> None:
        """Ask for the same of whole chi hội; who is left is read first."""
        year = self.year
        self.desk.background.run(
            lambda _progress: commitments.members_to_sign(self.store, year),
            lambda members: self._open_pledge(year, members),
            label="Đang tìm hội viên chưa đăng ký",
            owner=self,
        )

    def _open_pledge(self, year: int, members: list[MemberLine]) -> None:
        if not members:
            messages.tell(self, f"Mọi hội viên đang sinh hoạt đều đã đăng ký năm {year}.")
            return
        before = next((line.commitment.content for line in self.table.seen_lines()), "")
        self.open_form(pledge_dialog(self, self.store, year, members, before))

    def _begin_one(self) -> None:
        self._open_form(None)

    def _correct(self, chosen: Sequence[CommitmentLine]) -> None:
        self._open_form(chosen[0])

    def _open_form(self, line: CommitmentLine | None) -> FormDialog:
        dialog = commitment_dialog(self, self.desk, self.store, self.year, line)
        subject = line.commitment.id if line else None
        dialog.keep_drafts(self.desk.drafts, page="tasks", kind=_DRAFT, subject=subject)
        self.open_form(dialog)
        return dialog

    def _reopen(self, draft: Draft) -> None:
        line = None
        if draft.subject is not None:
            line = commitments.load_line(self.store, draft.subject)
        self._open_form(line).take_draft(draft)

    def _note_signed(self, chosen: Sequence[CommitmentLine]) -> None:
        self.open_form(signed_dialog(self, self.store, chosen))

    def _judge(self, chosen: Sequence[CommitmentLine], kept: Kept) -> None:
        self.do(lambda: commitments.judge(self.store, _ids(chosen), kept))

    def _remove(self, chosen: Sequence[CommitmentLine]) -> None:
        self.do(lambda: commitments.remove_commitments(self.store, _ids(chosen)))

    def _print(self, chosen: Sequence[CommitmentLine]) -> None:
        ids, year = _ids(chosen), self.year
        if not ids:
            messages.tell(self, "Không có bản đăng ký nào để in.")
            return

        def write(out: Path) -> None:
            self.desk.background.run(
                lambda _progress: commitment_papers.write_commitments(self.store, ids, year, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi bản đăng ký",
                owner=self,
            )

        name = commitment_papers.suggested_name(self.store, year)
        choose_target(self, "Ghi vào đâu", name, WORD_OUT, write)

    def _write_list(self, ending: str) -> None:
        order = ListOrder(name="commitments", on=commitments.day_of(self.year))
        write_list(self, self.desk, self.store, order, ending)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, f"Đăng ký thi đua năm {self.year}", seen)


def _ids(lines: Sequence[CommitmentLine]) -> list[int]:
    return [line.commitment.id or 0 for line in lines]
