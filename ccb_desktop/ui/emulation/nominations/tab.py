"""The tab Đề nghị khen: who is put forward in a year, how balanced it is, what became of it."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from ccb_desktop.domain.emulation.award_book import MEDAL
from ccb_desktop.domain.emulation.awards import AwardRecipient, NominationStage
from ccb_desktop.domain.emulation.balance import told_balance
from ccb_desktop.domain.emulation.candidates import Candidate
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.labels import NOMINATION_STAGE
from ccb_desktop.domain.emulation.nomination_book import (
    SETTLED,
    NominationBook,
    NominationLine,
    told_stages,
)
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import nominations
from ccb_desktop.operations.emulation.awards import load_award_words
from ccb_desktop.ui.emulation.nominations.about_field import ABOUT
from ccb_desktop.ui.emulation.nominations.acts import nomination_acts
from ccb_desktop.ui.emulation.nominations.balance_dialog import BalanceDialog
from ccb_desktop.ui.emulation.nominations.candidates_dialog import CandidatesDialog
from ccb_desktop.ui.emulation.nominations.columns import nomination_columns
from ccb_desktop.ui.emulation.nominations.dialogs import (
    award_dialog,
    correct_dialog,
    medal_years_dialog,
    nominate_dialog,
)
from ccb_desktop.ui.emulation.nominations.papers import write_named, write_proposal
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.emulation.year_bar import year_in_hand
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, label, labelled

_ALL = (None, "Tất cả")
_NOMINATE, _CORRECT, _AWARD = "nominate", "nomination", "nomination_award"  # kinds of drafts
_YEARS_BACK = 6
Lines = Sequence[NominationLine]


class NominationsTab(PageTab):
    """The nominations of one year."""

    id = "nominations"
    title = "Đề nghị khen"
    forms = frozenset({_NOMINATE, _CORRECT, _AWARD})
    kinds = frozenset(
        {
            *("nominations", "awards", "disciplines", "member_results", "unit_ratings"),
            *("persons", "memberships", "membership_events", "units", "posts", "settings"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._book = NominationBook(year=year_in_hand(date.today()), lines=())
        self._year = CalmComboBox()
        self._year.setAccessibleName("Năm")
        self._told = label("", "soft", wrap=False)
        self._waiting = label("", "soft")
        self._warning = label("", "problem")
        self.table: RecordTable[NominationLine] = RecordTable(
            "nominations",
            nomination_columns(),
            id_of=lambda line: line.nomination.id,
            acts=nomination_acts(self),
            noun="đề nghị",
            empty=EmptyText(
                "Năm này chưa đề nghị khen ai",
                "Chọn hội viên theo kết quả bình xét, năm liền, khen thưởng đã có.",
                "Chọn hội viên để đề nghị",
                self.choose_members,
            ),
            state=desk.state,
            on_export=partial(self._export, "Đề nghị khen"),
        )
        self.table.add_choice(UNIT, [_ALL], lambda line: line.candidate.unit_name, more=True)
        self.table.add_choice(
            OWN_FIELD["form"], [_ALL], lambda line: line.nomination.form, more=True
        )
        stages = [_ALL, *NOMINATION_STAGE.items()]
        self.table.add_choice("Bước", stages, lambda line: line.nomination.stage, more=True)
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Năm", self._year))
        head.addWidget(self._told)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._warning)
        self.body.addWidget(self._waiting)
        self._offer_years([])
        self._year.activated.connect(lambda _place: self.refresh())

    # Reading

    @property
    def year(self) -> int:
        """The year that is seen."""
        return int(self._year.currentData())

    def refresh(self) -> None:
        """Read the nominations again."""
        year = self.year
        self.desk.background.run(
            lambda _progress: nominations.load_book(self.store, year, date.today()),
            self._show,
            label="Đang đọc đề nghị khen",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the year, and the nomination, that somebody came for; or a form after a crash."""
        draft, year = place.filters.get("draft"), place.filters.get("year")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
            return
        if isinstance(year, int):
            self._go_to_year(year)
        if place.record_id is not None:
            self.table.choose_ids([place.record_id])

    def _go_to_year(self, year: int) -> None:
        self._offer_years([year])
        self._year.setCurrentIndex(self._year.findData(year))
        self.refresh()

    def _offer_years(self, known: Sequence[int]) -> None:
        this_year = date.today().year
        held = [self._year.itemData(place) for place in range(self._year.count())]
        usual = range(this_year - _YEARS_BACK, this_year + 1)
        years = sorted({*usual, *held, *known}, reverse=True)
        if years == held:
            return
        chosen = self.year if held else self._book.year
        self._year.clear()
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(chosen))

    def _show(self, book: NominationBook) -> None:
        if book.year != self.year:
            return
        self._book = book
        self._offer_years(book.years)
        units = {line.candidate.unit_name for line in book.lines if line.candidate.unit_name}
        ordered = sorted(units, key=natural_order)
        self.table.filters.set_choices(UNIT, [_ALL, *((one, one) for one in ordered)])
        forms = sorted({line.nomination.form for line in book.lines})
        self.table.filters.set_choices(OWN_FIELD["form"], [_ALL, *((one, one) for one in forms)])
        self.table.set_lines(book.lines)
        self._tell()

    def _tell(self) -> None:
        book = self._book
        self._told.setText(told_stages(book.lines))
        self._waiting.setText(
            f"{number(book.waiting)} hội viên đủ {number(book.medal_years)} năm trong Hội, chưa có "
            f"{MEDAL}, chưa được đề nghị năm này."
        )
        self._waiting.setVisible(book.waiting > 0)
        unbalanced = told_balance(book.shares) if any(o.nominated for o in book.shares) else ""
        self._warning.setText(f"⚠ {unbalanced}" if unbalanced else "")
        self._warning.setVisible(bool(unbalanced))

    # Acts

    def choose_members(self) -> None:
        """Choose members with the evidence beside each."""
        self._choose(AwardRecipient.MEMBER)

    def choose_units(self) -> None:
        """Choose units likewise."""
        self._choose(AwardRecipient.UNIT)

    def choose_waiting(self) -> None:
        """Choose among those who wait for the Kỷ niệm chương."""
        self._choose(AwardRecipient.MEMBER, waiting=True)

    def _choose(self, kind: AwardRecipient, *, waiting: bool = False) -> None:
        year = self.year
        self.desk.background.run(
            lambda _progress: nominations.list_candidates(self.store, year, date.today(), kind),
            lambda found: self._open_candidates(year, kind, *found, waiting=waiting),
            label="Đang đọc kết quả các năm",
            owner=self,
        )

    def _open_candidates(
        self,
        year: int,
        kind: AwardRecipient,
        candidates: Sequence[Candidate],
        medal_years: int,
        *,
        waiting: bool,
    ) -> None:
        dialog = CandidatesDialog(
            self, self.desk, year, kind, candidates, medal_years, self._export, waiting=waiting
        )
        form_name = MEDAL if waiting else ""
        dialog.chosen.connect(lambda chosen: self._nominate(year, chosen, form_name))
        dialog.open()

    def _nominate(
        self,
        year: int,
        chosen: Sequence[Candidate],
        form_name: str = "",
        draft: Draft | None = None,
    ) -> None:
        words = load_award_words(self.store, date.today())
        dialog = nominate_dialog(self, self.store, words, year, chosen, form_name)
        self._open_kept(dialog, _NOMINATE, year, draft)

    def correct(self, lines: Lines, draft: Draft | None = None) -> None:
        """Correct one."""
        words = load_award_words(self.store, date.today())
        dialog = correct_dialog(self, self.store, words, lines[0])
        self._open_kept(dialog, _CORRECT, lines[0].nomination.id, draft)

    def move_on(self, lines: Lines, stage: NominationStage) -> None:
        """Note what became of some."""
        ids = [line.nomination.id or 0 for line in lines]
        self.do(lambda: nominations.move_on(self.store, ids, stage))

    def award(self, lines: Lines, draft: Draft | None = None) -> None:
        """Write the awards that came of some."""
        waiting = [line for line in lines if line.nomination.stage not in SETTLED]
        self._open_kept(award_dialog(self, self.store, waiting), _AWARD, None, draft)

    def remove(self, lines: Lines) -> None:
        """Take some out."""
        ids = [line.nomination.id or 0 for line in lines]
        self.do(lambda: nominations.remove_nominations(self.store, ids))

    def _open_kept(
        self, dialog: FormDialog, kind: str, subject: int | None, draft: Draft | None
    ) -> None:
        """Show a form whose words are kept in case of a crash, or go on with one."""
        dialog.keep_drafts(self.desk.drafts, page="emulation", kind=kind, subject=subject)
        if draft is not None:
            dialog.take_draft(draft)
        self.open_form(dialog)

    def _reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed.

        Raises:
            NotFound: What it was about is not there any more.
        """
        about = draft.typed.get(ABOUT) or [draft.subject]
        if draft.kind == _NOMINATE:
            self._go_on_choosing(draft, [tuple(key) for key in about])
            return
        lines = nominations.load_lines(self.store, about, date.today())
        self._go_to_year(lines[0].nomination.year)
        again = self.award if draft.kind == _AWARD else self.correct
        again(lines, draft)

    def _go_on_choosing(self, draft: Draft, keys: Collection[tuple[str, int]]) -> None:
        """Find those whom an unfinished form was about; who has left since is not among them."""
        year = draft.subject or self.year
        units = {kind for kind, _own in keys} == {AwardRecipient.UNIT.value}
        kind = AwardRecipient.UNIT if units else AwardRecipient.MEMBER
        self._go_to_year(year)
        self.desk.background.run(
            lambda _progress: nominations.list_candidates(self.store, year, date.today(), kind),
            lambda found: self._nominate(
                year, [one for one in found[0] if one.key in keys], draft=draft
            ),
            label="Đang đọc kết quả các năm",
            owner=self,
        )

    def show_balance(self) -> None:
        """How they are spread over chi hội."""
        BalanceDialog(self, self.desk, self._book).open()

    def choose_medal_years(self) -> None:
        """Choose after how many years one waits for the Kỷ niệm chương."""
        self.open_form(medal_years_dialog(self, self.store, self._book.medal_years))

    def write(self, name: str, ending: str) -> None:
        """Write a list of the year."""
        write_named(self, self.desk, self.store, name, self.year, ending)

    def propose(self) -> None:
        """Write the proposal to the level above."""
        write_proposal(self, self.desk, self.store, self.year)

    def _export(self, title: str, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, title, seen)
