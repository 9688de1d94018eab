"""Pictures of one figure: its entries, the units side by side, the last years."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.figures.figure_bars import FigureBars, bars_message
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.charts_frame import ChartsFrame
from ccb_desktop.ui.kit.widgets import label


class FigureChartsDialog(ChartsFrame):
    """Only pictures that have something to show; each title says what is most."""

    def __init__(self, parent: QWidget, found: FigureBars, period: str) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab.
            found: What can be drawn.
            period: What the period is called.
        """
        indicator = found.indicator
        super().__init__(parent, f"Biểu đồ: {indicator.label} ({indicator.unit})")
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
        nothing = label("Chưa đủ số liệu theo đơn vị hoặc theo năm để vẽ.", "soft")
        self.show_charts([] if self.charts else [nothing], self.charts)
