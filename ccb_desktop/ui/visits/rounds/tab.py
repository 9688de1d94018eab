"""The tab Đợt tặng quà: all rounds, or the one that is open."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import cast

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.visits.due import DueVisit
from ccb_desktop.domain.visits.due_rounds import chosen_of, round_for
from ccb_desktop.domain.visits.rounds import GiftRound, Handed
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import round_papers, round_payments, rounds
from ccb_desktop.operations.visits.rounds import RoundFile, RoundLine
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.opening_tab import OpeningTab, Reading
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.visits.rounds.chosen_field import CHOSEN
from ccb_desktop.ui.visits.rounds.compare_dialog import CompareDialog
from ccb_desktop.ui.visits.rounds.criteria_dialog import CriteriaDialog
from ccb_desktop.ui.visits.rounds.lines import RecipientLine, round_columns
from ccb_desktop.ui.visits.rounds.pay_dialogs import absent_dialog, pay_dialog, void_dialog
from ccb_desktop.ui.visits.rounds.recipient_dialog import RecipientDialog
from ccb_desktop.ui.visits.rounds.round_dialog import BegunRound, round_dialog
from ccb_desktop.ui.visits.rounds.round_view import Doing, RoundView
from ccb_desktop.ui.visits.words import VisitWords, load_visit_words

_ROUND, _RECIPIENT = "gift_round", "round_recipient"  # kinds of drafts

Some = Sequence[RecipientLine]


class RoundsTab(OpeningTab[RoundLine, RoundFile]):
    """Rounds are listed; one of them is opened in place of the list."""

    id = "rounds"
    title = "Đợt tặng quà"
    help_page = "dot-tang-qua"
    kinds = frozenset(
        {"gift_rounds", "round_recipients", "visits", "vouchers", "funds", "units", "unit_names"}
    )
    forms = frozenset({_ROUND, _RECIPIENT})

    def __init__(self, desk: Desk, store: Store) -> None:
        reading = Reading("Đang đọc các đợt tặng quà", self._read_lines, self._read_one)
        super().__init__(desk, store, "visits", reading, self._reopen)
        self.view = RoundView(desk, store, self._doing())
        self.view.left.connect(self.leave)
        self.put_in_turn(self._table(), self.view, self.view.show_file)

    def _table(self) -> RecordTable[RoundLine]:
        return RecordTable(
            "gift-rounds",
            round_columns(),
            id_of=lambda line: line.round.id,
            acts=self._acts(),
            noun="đợt",
            empty=EmptyText(
                "Chưa có đợt tặng quà nào",
                "Lập một đợt, chọn người theo diện, in danh sách ký nhận rồi chi một lần.",
                "Lập đợt đầu tiên",
                self.begin_round,
            ),
            state=self.desk.state,
            on_export=self._export,
        )

    def show_place(self, place: Place) -> None:
        """Begin a round for some who are due a visit, or what every such tab does."""
        if place.filters.get("due"):
            self.safely(lambda: self.begin_for(cast(Sequence[DueVisit], place.filters["due"])))
        else:
            super().show_place(place)

    def _read_lines(self) -> list[RoundLine]:
        """Every round."""
        return rounds.list_lines(self.store)

    def _read_one(self, record_id: int) -> RoundFile:
        """A round with its list, as it stands today."""
        return rounds.open_round(self.store, record_id, date.today())

    # Building

    def _acts(self) -> list[Act[RoundLine]]:
        return [
            Act("Mở", self._open, icon="open", main=True, reads=True),
            Act("Lập đợt tặng quà", lambda _none: self.begin_round(), needs="none", icon="add"),
            Act("Sửa", lambda some: self.safely(partial(self._correct, some[0])), icon="edit"),
            Act("Bỏ", self._remove, icon="delete", allowed=_never_paid),
        ]

    def _doing(self) -> Doing:
        return Doing(
            choose=self._choose,
            add=lambda: self.safely(lambda: self._add(self._file().round.id)),
            correct=lambda one: self.safely(lambda: self._correct_recipient(one)),
            remove=self._remove_recipients,
            pay=lambda: self.safely(lambda: self._opened(self._pay(None))),
            pay_some=lambda some: self.safely(lambda: self._opened(self._pay(some))),
            absent=self._absent,
            present=self._present,
            print_list=lambda ending: self.safely(lambda: self._print(ending)),
            compare=lambda: self.safely(self._compare),
            correct_round=lambda: self.safely(lambda: self._correct_file(self._file())),
            void=lambda: self.safely(self._void),
        )

    # Rounds

    def begin_round(self) -> None:
        """Ask for a new round; it is opened once it is there."""
        self._begin()

    def begin_for(self, due: Sequence[DueVisit]) -> None:
        """The same for some who are due a visit."""
        self._begin(BegunRound(round_for(due, date.today()), chosen_of(due)))

    def _begin(self, begun: BegunRound | None = None) -> FormDialog:
        dialog = round_dialog(self, self.store, self._words(), begun=begun)
        dialog.saved.connect(self._open_newest)
        return self._opened(dialog, _ROUND)

    def _open_newest(self) -> None:
        found = rounds.list_lines(self.store)
        if found:
            self.open_record(max(line.round.id or 0 for line in found))

    def _open(self, lines: Sequence[RoundLine]) -> None:
        self.open_record(lines[0].round.id)

    def _correct(self, line: RoundLine) -> FormDialog:
        return self._correct_file(rounds.open_round(self.store, line.round.id or 0, date.today()))

    def _correct_file(self, file: RoundFile) -> FormDialog:
        dialog = round_dialog(self, self.store, self._words(), file)
        return self._opened(dialog, _ROUND, file.round.id)

    def _remove(self, lines: Sequence[RoundLine]) -> None:
        self.do(lambda: rounds.remove_round(self.store, lines[0].round.id or 0))

    # The list

    def _choose(self) -> None:
        file = self._file()
        self.desk.background.run(
            lambda _progress: rounds.load_choice(self.store, file.round.planned_on),
            lambda choice: self._opened(CriteriaDialog(self, self.store, file, choice)),
            label="Đang đọc danh sách hội viên",
            owner=self,
        )

    def _add(self, round_id: int | None) -> FormDialog:
        one = rounds.open_round(self.store, round_id or 0, date.today()).round
        dialog = RecipientDialog(self, self.desk, self.store, self._words().money, one)
        return self._opened(dialog, _RECIPIENT, one.id)

    def _correct_recipient(self, one: RecipientLine) -> None:
        gift_round = self._file().round
        words = self._words().money
        self._opened(RecipientDialog(self, self.desk, self.store, words, gift_round, one.line))

    def _remove_recipients(self, some: Some) -> None:
        self.do(lambda: rounds.remove_recipients(self.store, self._open_id or 0, _ids(some)))

    # Paying

    def _pay(self, some: Some | None) -> FormDialog:
        return pay_dialog(self, self.store, self._file(), some)

    def _absent(self, some: Some) -> None:
        """Before paying it is only marked; afterwards money comes back, which is asked for."""
        paid = [one for one in some if one.handed is Handed.RECEIVED]
        waiting = [one for one in some if one.handed is Handed.LISTED]
        if waiting:
            self.do(lambda: self._mark_absent(waiting))
        if paid:
            self.safely(lambda: self._opened(absent_dialog(self, self.store, self._file(), paid)))

    def _mark_absent(self, some: Some) -> Change:
        today, round_id = date.today(), self._open_id or 0
        return round_payments.mark_absent(self.store, round_id, _ids(some), today)[0]

    def _present(self, some: Some) -> None:
        round_id = self._open_id or 0
        self.do(lambda: round_payments.mark_present(self.store, round_id, _ids(some)))

    def _void(self) -> None:
        file = self._file()
        if not file.sums.received:
            messages.tell(self, "Đợt này chưa chi, nên không có gì để hủy.\nDanh sách còn nguyên.")
            return
        self._opened(void_dialog(self, self.store, file))

    # Papers, comparison

    def _print(self, ending: str) -> None:
        round_id, today = self._open_id or 0, date.today()
        name = round_papers.suggested_name(self.store, today, ending)
        write = partial(round_papers.write_signature_list, self.store, round_id, today)
        choose_target(
            self,
            "Ghi vào đâu",
            name,
            WORD_OUT if ending == "docx" else EXCEL_OUT,
            lambda out: self.desk.background.run(
                lambda _progress: write(out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi danh sách ký nhận",
                owner=self,
            ),
        )

    def _compare(self) -> None:
        file = self._file()
        if file.before is None:
            messages.tell(
                self,
                "Chưa có đợt nào trước đợt này cùng dịp.\nKhi có hai đợt cùng dịp, ở đây thấy ai "
                "mới và ai không còn trong danh sách.",
            )
            return
        lines = rounds.compare_rounds(self.store, file.round.id or 0, file.before.id or 0)
        titles = file.round.title, file.before.title
        CompareDialog(self, titles, lines, file.unit_names).open()

    # Windows

    def _reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed."""
        if draft.kind == _RECIPIENT:
            dialog = self._add(draft.subject)
        elif draft.subject is None:
            fresh = GiftRound(title="", occasion="", planned_on=date.today())
            dialog = self._begin(BegunRound(fresh, ()) if CHOSEN in draft.typed else None)
        else:
            dialog = self._correct_file(rounds.open_round(self.store, draft.subject, date.today()))
        dialog.take_draft(draft)

    def _file(self) -> RoundFile:
        """The open round as it stands now."""
        return rounds.open_round(self.store, self._open_id or 0, date.today())

    def _words(self) -> VisitWords:
        return load_visit_words(self.store, date.today())

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Các đợt tặng quà", seen)


def _never_paid(lines: Sequence[RoundLine]) -> bool:
    return lines[0].round.paid_on is None


def _ids(some: Some) -> list[int]:
    return [one.line.id for one in some if one.line.id is not None]
