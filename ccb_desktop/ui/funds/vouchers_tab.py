"""The tab Phiếu thu – chi: drafts and posted vouchers of some days, and what is done with them."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY, VOUCHER_KIND
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.voucher_lists import latest_day, list_vouchers, load_line
from ccb_desktop.ui.funds.voucher_acts import FORMS, VoucherActs
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen

_DRAFT, _POSTED, _VOIDED = "Bản nháp", "Đã ghi sổ", "ĐÃ HỦY"
_STATE = "Tình trạng"


class VouchersTab(PageTab):
    """Many can be chosen at once: posted, printed."""

    id = "vouchers"
    title = "Phiếu thu – chi"
    kinds = frozenset({"vouchers", "funds", "units", "unit_names"})
    forms = frozenset(FORMS.values())

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._vouchers = VoucherActs(self, desk, store)
        self._wanted: int | None = None
        self._span = SpanChoice()
        self._span.changed.connect(self.refresh)
        self.table: RecordTable[VoucherLine] = RecordTable(
            "vouchers",
            _COLUMNS,
            id_of=lambda line: line.voucher.id,
            acts=self._acts(),
            noun="phiếu",
            empty=EmptyText(
                "Không có phiếu nào trong khoảng thời gian này",
                "Chọn khoảng thời gian khác ở trên, hoặc ghi phiếu mới.",
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(
            "Loại",
            [(None, "Tất cả"), *((kind, VOUCHER_KIND[kind]) for kind in VoucherKind)],
            lambda line: line.voucher.kind,
        )
        self.table.add_choice(
            _STATE,
            [(None, "Tất cả"), *((state, state) for state in (_DRAFT, _POSTED, _VOIDED))],
            _state,
        )
        self.body.addWidget(self._span)
        self.body.addWidget(self.table, 1)

    # Reading

    def refresh(self) -> None:
        """Read the vouchers again."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        self.desk.background.run(
            lambda _progress: (list_vouchers(self.store, first, last), latest_day(self.store)),
            self._show,
            label="Đang đọc phiếu",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show a voucher or the drafts, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._vouchers.reopen(draft)
        elif place.record_id is not None:
            try:
                self._lead_to(place.record_id)
            except UserError as error:
                messages.tell(self, error)
        elif place.filters.get("state") == "drafts":
            self.table.filters.choose(_STATE, _DRAFT)

    def _lead_to(self, voucher_id: int) -> None:
        """Open a voucher, and have its day in the list behind."""
        line = load_line(self.store, voucher_id)
        self._wanted = voucher_id
        first, last = self._span.span
        if not first <= line.voucher.issued_on <= last:
            self._span.set_span(line.voucher.issued_on, max(line.voucher.issued_on, last))
        self.table.show_all()
        self.refresh()
        self._vouchers.view(voucher_id)

    def _show(self, found: tuple[Sequence[VoucherLine], date | None]) -> None:
        lines, latest = found
        if self._span.follow(latest):
            return
        self.table.set_lines(lines)
        if self._wanted is not None:
            self.table.choose_ids([self._wanted])
            self._wanted = None

    # Acts

    def _acts(self) -> list[Act[VoucherLine]]:
        return [
            Act(
                "Xem, sửa nháp",
                lambda chosen: self._view(chosen[0]),
                icon="open",
                main=True,
                reads=True,
            ),
            Act(
                "Ghi sổ phiếu",
                self._vouchers.post,
                needs="some",
                icon="check",
                allowed=_all_drafts,
            ),
            Act("In phiếu", self._vouchers.print_slips, needs="some", icon="print", reads=True),
            Act(
                "Hủy phiếu",
                lambda chosen: self._vouchers.void(chosen[0]),
                icon="delete",
                allowed=lambda chosen: chosen[0].can_be_voided,
                duties=(Duty.VOIDS,),
            ),
            Act(
                "Bỏ nháp",
                lambda chosen: self._vouchers.discard(chosen[0]),
                icon="delete",
                shortcut="Delete",
                allowed=_all_drafts,
            ),
        ]

    def _view(self, line: VoucherLine) -> None:
        self._vouchers.view(line.voucher.id or 0)

    def _export(self, seen: SeenTable) -> None:
        first, last = self._span.span
        title = f"Phiếu thu chi từ {short_date(first)} đến {short_date(last)}"
        export_seen(self, self.desk, self.store, title, seen)


def _all_drafts(lines: Sequence[VoucherLine]) -> bool:
    return all(line.is_draft for line in lines)


def _state(line: VoucherLine) -> str:
    if line.is_draft:
        return _DRAFT
    return _VOIDED if line.voided_by else _POSTED


def _state_text(line: VoucherLine) -> str:
    if line.is_draft:
        return _DRAFT
    if line.voided_by:
        return f"{_VOIDED}, phiếu {line.voided_by}"
    return f"Hủy phiếu {line.voids}" if line.voids else ""


def _of(kind: VoucherKind, line: VoucherLine) -> int:
    """What a line shows in the column of a kind; a draft shows what it will be."""
    if line.deed is not kind:
        return 0
    return line.voucher.amount_dong if line.is_draft else line.signed_dong


def _moved(line: VoucherLine) -> int:
    return _of(VoucherKind.TRANSFER, line) + _of(VoucherKind.OPENING, line)


def _posted(line: VoucherLine) -> bool:
    return not line.is_draft


def _day(line: VoucherLine) -> date:
    return line.voucher.issued_on


_COLUMNS: list[Column[VoucherLine]] = [
    Column("number", MONEY_FIELD["number"], lambda v: v.voucher.number_text or "Nháp", width=12),
    Column("issued_on", "Ngày", lambda v: short_date(v.voucher.issued_on), _day, width=9),
    Column("payer", MONEY_FIELD["payer"], lambda v: v.voucher.payer, width=14),
    Column("content", MONEY_FIELD["content"], lambda v: v.voucher.content, width=22),
    money_column("in", "Thu", lambda v: _of(VoucherKind.RECEIPT, v), counted=_posted, width=10),
    money_column("out", "Chi", lambda v: _of(VoucherKind.PAYMENT, v), counted=_posted, width=10),
    money_column("moved", "Khác", _moved, counted=_posted, width=10),
    Column("state", _STATE, _state_text, width=14),
    Column("fund", MONEY_FIELD["fund_id"], lambda v: v.fund_name, width=18),
    Column("place", MONEY_FIELD["place"], lambda v: PLACE_OF_MONEY[v.voucher.place], shown=False),
    Column("to_fund", "Đến quỹ", lambda v: v.to_fund_name, width=18, shown=False),
    Column("category", MONEY_FIELD["category"], lambda v: v.voucher.category, width=16),
    Column("unit", FIELD["unit"], lambda v: v.unit_name, width=16, shown=False),
    Column("kind", "Loại", lambda v: VOUCHER_KIND[v.voucher.kind], width=10, shown=False),
    Column("address", "Địa chỉ", lambda v: v.voucher.address, width=20, shown=False),
    Column("reason", "Lý do hủy", lambda v: v.voucher.reason, width=20, shown=False),
    Column("old_number", MONEY_FIELD["old_number"], lambda v: v.voucher.old_number, shown=False),
    Column("note", FIELD["note"], lambda v: v.voucher.note, width=20, shown=False),
]
