"""Pictures of one figure: its entries, the units side by side, the last years."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from ccb_desktop.domain.figures.figure_bars import FigureBars, bars_message
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.widgets import button, column, label


class FigureChartsDialog(QDialog):
    """Only pictures that have something to show; each title says what is most."""

    def __init__(self, parent: QWidget, found: FigureBars, period: str) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab.
            found: What can be drawn.
            period: What the period is called.
        """
        super().__init__(parent)
        indicator = found.indicator
        self.setWindowTitle(f"Biểu đồ: {indicator.label}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        drawn = (
            (found.by_name, f"theo từng khoản, {period}"),
            (found.by_unit, f"theo đơn vị, {period}"),
            (found.by_year, "qua các năm"),
        )
        self.charts = [
            RowChart(
                bars_message(indicator, bars, what),
                [Bar(bar.label, bar.value, bar.shown) for bar in bars],
            )
            for bars, what in drawn
            if bars
        ]
        self._build(f"{indicator.label} ({indicator.unit})")

    def _build(self, title: str) -> None:
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(title, "title"))
        ground = QWidget()
        charts = column(ground, spacing=20)
        for chart in self.charts:
            charts.addWidget(chart)
        if not self.charts:
            charts.addWidget(label("Chưa đủ số liệu theo đơn vị hoặc theo năm để vẽ.", "soft"))
        charts.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(ground)
        layout.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        layout.addLayout(foot)
        letter, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(
            min(letter * 46, round(room.width() * 0.95)),
            min(letter * 36, round(room.height() * 0.92)),
        )
