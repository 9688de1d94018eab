"""The tab Báo cáo đã chốt: what was frozen, seen, written again, compared."""

from typing import Any

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.reports.frozen import FrozenLine, FrozenReport
from ccb_desktop.domain.reports.kinds import KIND_LABEL
from ccb_desktop.operations import frozen_reports, report_differences
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.reports.first_number import first_number
from ccb_desktop.ui.reports.frozen.differences_dialog import DifferencesDialog
from ccb_desktop.ui.reports.writing import sending_of, write_again


class FrozenTab(PageTab):
    """Every frozen report, the latest first."""

    id = "frozen"
    title = "Báo cáo đã chốt"
    kinds = frozenset({"frozen_reports", "documents", "submissions"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._wanted: int | None = None
        self.table: RecordTable[FrozenLine] = RecordTable(
            "frozen_reports",
            _columns(),
            id_of=lambda line: line.report.id,
            acts=self._acts(),
            noun="báo cáo",
            empty=EmptyText(
                "Chưa chốt báo cáo nào",
                "Lập báo cáo ở thẻ “Lập báo cáo”, xem lại cho đúng, rồi bấm “Chốt báo cáo”.",
                "Đến Lập báo cáo",
                lambda: desk.broadcast.go_to(Place("reports", filters={"tab": "desk"})),
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.body.addWidget(self.table, 1)
        self.table.keep_one_row()

    def _acts(self) -> list[Act[FrozenLine]]:
        return [
            Act(
                "Xem trang",
                lambda chosen: self.safely(lambda: self._look(chosen)),
                icon="search",
                main=True,
                reads=True,
            ),
            Act("Gửi…", self._send, icon="export"),
            Act("Ghi lại ra thư mục", self._write, icon="print", reads=True),
            Act("So với sổ bây giờ", self._compare_with_now, icon="check", reads=True),
            Act(
                "So hai bản",
                self._compare_both,
                "some",
                "check",
                allowed=_are_two_of_one,
                reads=True,
            ),
            Act(
                "Lấy số văn bản",
                lambda chosen: self.safely(lambda: self._give_number(chosen[0].report)),
                icon="add",
                allowed=lambda chosen: chosen[0].report.document_id is None,
            ),
            Act("Ghi chú", self._note, icon="edit"),
        ]

    def _give_number(self, report: FrozenReport) -> None:
        """Give the next number; the first of its run is asked for."""
        following = frozen_reports.number_on(self.store, report.cut_off)
        asked = first_number(following)
        if not asked:
            self.do(lambda: frozen_reports.give_number(self.store, report))
            return
        form = Form()
        form.add(asked)
        form.set_values({"number": following.number})

        def save(values: dict[str, Any], form_id: str) -> None:
            given = values["number"]
            self.desk.broadcast.send(frozen_reports.give_number(self.store, report, given, form_id))

        FormDialog(self, "Lấy số văn bản", form, save, save_label="Lấy số").open()

    def refresh(self) -> None:
        """Read the list again."""
        self.desk.background.run(
            lambda _progress: frozen_reports.list_frozen(self.store),
            self._show,
            label="Đang đọc báo cáo đã chốt",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Somebody wants to see one of them."""
        self._wanted = place.record_id
        if self._wanted is not None:
            self.table.show_all()
            self.table.choose_ids([self._wanted])

    def _show(self, lines: list[FrozenLine]) -> None:
        self.table.set_lines(lines)
        if self._wanted is not None:
            self.table.choose_ids([self._wanted])
            self._wanted = None

    def _look(self, chosen: list[FrozenLine]) -> None:
        self.safely(lambda: self._show_pages(chosen[0]))

    def _show_pages(self, line: FrozenLine) -> None:
        (name, content), _annex = frozen_reports.frozen_files(self.store, line.report.id or 0)
        dialog = PaperDialog(self, self.desk, self.store, f"Báo cáo đã chốt: {_period(line)}")
        dialog.paper.show_content(content, name)
        dialog.open()

    def _send(self, chosen: list[FrozenLine]) -> None:
        self.desk.broadcast.go_to(sending_of(chosen[0].report))

    def _write(self, chosen: list[FrozenLine]) -> None:
        write_again(self, self.desk, self.store, chosen[0].report.id or 0)

    def _compare_with_now(self, chosen: list[FrozenLine]) -> None:
        self._compare(chosen[0].report.id or 0, None)

    def _compare_both(self, chosen: list[FrozenLine]) -> None:
        first, second = (line.report.id or 0 for line in chosen)
        self._compare(first, second)

    def _compare(self, first: int, second: int | None) -> None:
        self.desk.background.run(
            lambda _progress: report_differences.compare_reports(self.store, first, second),
            lambda found: DifferencesDialog(self, self.desk, self.store, found).open(),
            label="Đang so sánh",
            owner=self,
        )

    def _note(self, chosen: list[FrozenLine]) -> None:
        report = chosen[0].report
        form = Form()
        form.add([LongTextField("note", "Ghi chú", lines=3)])
        form.set_values({"note": report.note})

        def save(values: dict[str, Any], form_id: str) -> Change:
            return frozen_reports.set_note(self.store, report, values["note"], form_id)

        self.open_form(FormDialog(self, "Ghi chú của báo cáo đã chốt", form, save))

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Báo cáo đã chốt", seen)


def _are_two_of_one(chosen: list[FrozenLine]) -> bool:
    """Whether two reports of one kind and period are chosen."""
    of = {(line.report.report_kind, line.report.period) for line in chosen}
    return len(chosen) == 2 and len(of) == 1


def _columns() -> list[Column[FrozenLine]]:
    return [
        Column("kind", "Loại báo cáo", lambda one: KIND_LABEL[one.report.report_kind], width=16),
        Column("period", "Kỳ", _period, lambda one: one.report.to_on, width=20, named=True),
        Column(
            "cut_off",
            "Số liệu đến",
            lambda one: short_date(one.report.cut_off),
            lambda one: one.report.cut_off,
            width=11,
        ),
        Column("frozen_at", "Chốt lúc", _frozen_at, lambda one: one.report.frozen_at, width=15),
        Column("symbol", "Số văn bản", lambda one: one.symbol, width=12),
        Column("sent", "Đã gửi", _sent, lambda one: one.sent, width=9),
        Column("note", "Ghi chú", lambda one: one.report.note, width=19),
        Column("word", "Tệp Word", lambda one: one.report.word_name, shown=False, width=30),
        Column("excel", "Tệp Excel", lambda one: one.report.excel_name, shown=False, width=30),
    ]


def _period(line: FrozenLine) -> str:
    name = Period.parse(line.report.period).name
    return name[:1].upper() + name[1:]


def _frozen_at(line: FrozenLine) -> str:
    at = line.report.frozen_at
    return f"{at:%H:%M} {short_date(at.date())}"


def _sent(line: FrozenLine) -> str:
    return f"{number(line.sent)} lần" if line.sent else "Chưa gửi"
