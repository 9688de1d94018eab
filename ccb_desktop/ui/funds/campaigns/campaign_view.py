"""One campaign, open: who gave what, how far it has come, and everything done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ccb_desktop.domain.funds.campaign_progress import UnitProgress
from ccb_desktop.domain.printing import number, percent
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.campaigns import CampaignFile
from ccb_desktop.ui.funds.campaigns.lines import GiftLine, gift_columns, gift_lines
from ccb_desktop.ui.funds.campaigns.paper_acts import ORDERS, CampaignPapers
from ccb_desktop.ui.funds.campaigns.progress_view import ProgressView
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, labelled

_VIEWS = ("Người ủng hộ", "Kết quả theo đơn vị")
_PAPERS = "In giấy tờ"
_MORE = "Việc khác"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What is done with gifts and targets; the tab does it."""

    give: Callable[[], object]
    give_list: Callable[[], object]
    correct: Callable[[GiftLine], object]
    remove: Callable[[Sequence[GiftLine]], object]
    void: Callable[[Sequence[GiftLine]], object]
    see_receipt: Callable[[GiftLine], object]
    set_targets: Callable[[], object]
    correct_campaign: Callable[[], object]
    pay_out: Callable[[], object]


class CampaignView(QWidget):
    """The list of gifts, or the progress by unit."""

    left = Signal()
    """Back to the list of campaigns."""

    def __init__(self, desk: Desk, store: Store, doing: Doing) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._doing = doing
        self._papers = CampaignPapers(self, desk, store)
        self._file: CampaignFile | None = None
        self._title = label("", "heading")
        self._told = label("", "soft")
        self.gifts = self._gift_table()
        self.progress = ProgressView(self._progress_acts(), desk.state)
        self._view = CalmComboBox()
        self._view.addItems(_VIEWS)
        self._view.setAccessibleName("Xem")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gifts)
        self._stack.addWidget(self.progress)
        self._view.currentIndexChanged.connect(self._stack.setCurrentIndex)
        layout = column(self, spacing=8)
        layout.addLayout(self._head())
        layout.addWidget(self._told)
        layout.addWidget(self._stack, 1)

    def show_file(self, file: CampaignFile) -> None:
        """Show a campaign; the view and what is chosen stay as they were."""
        self._file = file
        self._title.setText(file.progress.campaign.name)
        self._told.setText(told_of(file))
        self.gifts.set_empty(self._empty())
        self.gifts.set_lines(gift_lines(file))
        self.progress.show_progress(file.progress, file.unit_names)

    @property
    def campaign_id(self) -> int:
        """The campaign that is shown; 0 before there is one."""
        return (self._file.progress.campaign.id or 0) if self._file else 0

    # Building

    def _head(self) -> FlowLayout:
        head = FlowLayout(stretch_first=True)
        head.addWidget(self._title)
        head.addWidget(labelled("Xem", self._view))
        head.addWidget(button("Các đợt khác", self.left.emit, icon="back", shortcut="Alt+Left"))
        return head

    def _empty(self) -> EmptyText:
        return EmptyText(
            "Chưa có ai ủng hộ đợt này",
            "Ghi từng người, hoặc chép cả danh sách từ Excel.",
            "Ghi người đầu tiên",
            self._doing.give,
        )

    def _gift_table(self) -> RecordTable[GiftLine]:
        return RecordTable(
            "campaign-gifts",
            gift_columns(),
            id_of=lambda line: line.gift.id,
            acts=[*self._gift_acts(), *self._paper_acts()],
            noun="khoản",
            state=self._desk.state,
            on_export=self._export,
        )

    def _gift_acts(self) -> list[Act[GiftLine]]:
        doing = self._doing
        return [
            Act(
                "Ghi ủng hộ",
                lambda _none: doing.give(),
                needs="none",
                icon="add",
                shortcut="Ctrl+Shift+U",
            ),
            Act("Ghi cả danh sách", lambda _none: doing.give_list(), needs="none", icon="import"),
            Act("Sửa", lambda some: doing.correct(some[0]), icon="edit", main=True, allowed=_free),
            Act(
                "Xem phiếu thu",
                lambda some: doing.see_receipt(some[0]),
                icon="more",
                group=_MORE,
                allowed=lambda some: some[0].gift.voucher_id is not None,
                reads=True,
            ),
            Act(
                "Bỏ khoản không có phiếu thu",
                doing.remove,
                needs="some",
                shortcut="Delete",
                group=_MORE,
                allowed=_free,
            ),
            Act(
                "Hủy phiếu thu…",
                doing.void,
                needs="some",
                group=_MORE,
                allowed=_booked,
                duties=(Duty.VOIDS,),
            ),
            Act("Ghi chi của đợt này", lambda _none: doing.pay_out(), needs="none", group=_MORE),
            Act(
                "Sửa đợt vận động này",
                lambda _none: doing.correct_campaign(),
                needs="none",
                group=_MORE,
            ),
        ]

    def _paper_acts(self) -> list[Act[GiftLine]]:
        papers = self._papers
        acts: list[Act[GiftLine]] = [
            Act(
                f"Danh sách công khai {said}, {program}",
                lambda _none, order=order, ending=ending: papers.donors(  # type: ignore[misc]  # (mypy infers no default)
                    self.campaign_id, order, ending
                ),
                needs="none",
                icon="print",
                group=_PAPERS,
                reads=True,
            )
            for order, said in ORDERS
            for program, ending in (("Word", "docx"), ("Excel", "xlsx"))
        ]
        acts += [
            Act(
                f"Bảng vàng chữ lớn {said}",
                lambda _none, order=order: papers.board(self.campaign_id, order),  # type: ignore[misc]  # (mypy infers no default)
                needs="none",
                group=_PAPERS,
                reads=True,
            )
            for order, said in ORDERS
        ]
        return [
            *acts,
            Act(
                "Giấy chứng nhận cho người đang chọn",
                self._thank,
                needs="some",
                group=_PAPERS,
                reads=True,
            ),
            Act(
                "Giấy chứng nhận cho mọi người",
                lambda _none: papers.certificates(self.campaign_id, ()),
                needs="none",
                group=_PAPERS,
                reads=True,
            ),
        ]

    def _progress_acts(self) -> list[Act[UnitProgress]]:
        def write(ending: str, _none: object) -> None:
            self._papers.progress(self.campaign_id, ending)

        return [
            Act(
                "Giao chỉ tiêu",
                lambda _none: self._doing.set_targets(),
                needs="none",
                icon="tasks",
            ),
            Act(
                "Ghi ra Word",
                partial(write, "docx"),
                needs="none",
                icon="print",
                group=_PAPERS,
                reads=True,
            ),
            Act("Ghi ra Excel", partial(write, "xlsx"), needs="none", group=_PAPERS, reads=True),
        ]

    def _thank(self, lines: Sequence[GiftLine]) -> None:
        self._papers.certificates(self.campaign_id, [line.gift for line in lines])

    def _export(self, seen: SeenTable) -> None:
        name = self._title.text()
        export_seen(self, self._desk, self._store, f"Ủng hộ {name}", seen)


def told_of(file: CampaignFile) -> str:
    """How far the campaign has come, in one line."""
    whole = file.progress.whole
    parts = [f"Đã được {number(whole.total_dong)} đồng"]
    if whole.target_dong:
        done = percent(whole.total_dong, whole.target_dong)
        parts[0] += f"/{number(whole.target_dong)} đồng chỉ tiêu ({done})"
    if whole.goods_dong:
        parts.append(f"trong đó hiện vật trị giá {number(whole.goods_dong)} đồng")
    if whole.off_book_dong:
        parts.append(f"{number(whole.off_book_dong)} đồng không qua sổ quỹ, chỉ để theo dõi")
    if file.spent_dong:
        parts.append(f"đã chi {number(file.spent_dong)} đồng")
    return "; ".join(parts) + "."


def _free(chosen: Sequence[GiftLine]) -> bool:
    return all(line.gift.voucher_id is None for line in chosen)


def _booked(chosen: Sequence[GiftLine]) -> bool:
    return all(line.gift.voucher_id is not None and line.counts for line in chosen)
