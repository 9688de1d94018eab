"""How far a campaign has come, unit by unit: a picture that says it, and the figures."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ccb_desktop.domain.fund_papers.campaign_table import unit_name
from ccb_desktop.domain.funds.campaign_progress import CampaignProgress, UnitProgress
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.printing import number, percent
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState

_ROOM = 4  # rows


class ProgressView(QWidget):
    """The picture beside the figures."""

    def __init__(self, acts: Sequence[Act[UnitProgress]], state: WindowState) -> None:
        """Build it empty.

        Args:
            acts: What can be done from here.
            state: Where columns are remembered.
        """
        super().__init__()
        self._names: Mapping[int, str] = {}
        self.chart = RowChart(full=100.0)
        self.table: RecordTable[UnitProgress] = RecordTable(
            "campaign-progress",
            self._columns(),
            id_of=lambda line: line.unit_id,
            acts=acts,
            noun="đơn vị",
            empty=EmptyText(
                "Chưa giao chỉ tiêu, chưa có ai ủng hộ",
                "Giao chỉ tiêu cho các chi hội, hoặc ghi người ủng hộ ở thẻ bên.",
            ),
            state=state,
            brief=_ROOM,
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.chart)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.table, 3)
        layout.addWidget(scroll, 2)

    def show_progress(self, found: CampaignProgress, names: Mapping[int, str]) -> None:
        """Show how far a campaign has come."""
        self._names = names
        self.table.set_lines(found.units)
        title, bars = picture_of(found, names)
        self.chart.show_bars(title, bars)

    def _columns(self) -> list[Column[UnitProgress]]:
        return [
            Column("unit", "Đơn vị", lambda one: unit_name(one, self._names), width=14),
            money_column(
                "target", MONEY_FIELD["target_dong"], lambda one: one.collected.target_dong
            ),
            money_column("total", "Đã được", lambda one: one.collected.total_dong, zero="0"),
            Column(
                "percent",
                "Tỷ lệ",
                _percent,
                lambda one: one.collected.percent,
                align="right",
                width=9,
            ),
            money_column("goods", "Hiện vật", lambda one: one.collected.goods_dong, shown=False),
            money_column(
                "off_book", "Không qua sổ", lambda one: one.collected.off_book_dong, shown=False
            ),
        ]


def _percent(line: UnitProgress) -> str:
    told = line.collected
    return percent(told.total_dong, told.target_dong) if told.target_dong else ""


def picture_of(found: CampaignProgress, names: Mapping[int, str]) -> tuple[str, list[Bar]]:
    """The message of a campaign and its bars: per cent where targets were set, else đồng."""
    asked = [line for line in found.units if line.collected.target_dong]
    if asked:
        bars = [
            Bar(
                unit_name(line, names),
                float(line.collected.percent or 0),
                _percent(line),
            )
            for line in asked
        ]
        return _message(found, asked), bars
    bars = [
        Bar(unit_name(line, names), line.collected.total_dong, number(line.collected.total_dong))
        for line in found.units
    ]
    if not bars:
        return "Chưa có ai ủng hộ", []
    best = max(bars, key=lambda bar: bar.value)
    return f"{best.label} ủng hộ nhiều nhất: {best.text} đồng", bars


def _message(found: CampaignProgress, asked: Sequence[UnitProgress]) -> str:
    """`Cả đợt đạt 87,50 %; 2/5 đơn vị đạt chỉ tiêu`."""
    reached = sum(line.collected.total_dong >= line.collected.target_dong for line in asked)
    whole = percent(found.whole.total_dong, found.whole.target_dong)
    return f"Cả đợt đạt {whole}; {number(reached)}/{number(len(asked))} đơn vị đạt chỉ tiêu"
