"""Pictures of the years: exemplary members, cultural families, ratings of chi hội."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import percent, share
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.overview import Shares, YearsOverview, load_overview
from ccb_desktop.ui.kit.charts import Bar, RowChart
from ccb_desktop.ui.kit.charts_frame import ChartsFrame
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import label

_YEARS = 10
_WHOLE = 100.0
_NOTHING = "Chưa có năm nào được bình xét. Bình xét xong một năm thì biểu đồ hiện ở đây."


class OverviewDialog(ChartsFrame):
    """Each picture says in its title how the last year stands to the one before."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        """Build it and let the worker read."""
        super().__init__(parent, "Kết quả thi đua qua các năm")
        self.charts = [RowChart(full=_WHOLE) for _ in range(4)]
        self._nothing = label(_NOTHING, "soft")
        self._nothing.hide()
        self.show_charts([self._nothing], self.charts)
        desk.background.run(
            lambda _progress: load_overview(store, date.today()),
            self._show,
            label="Đang đọc kết quả các năm",
            owner=self,
        )

    def _show(self, found: YearsOverview) -> None:
        of = (
            ("CCB gương mẫu", "hội viên", found.exemplary),
            ("Gia đình văn hóa", "gia đình", found.cultural),
            ("Chi hội hoàn thành xuất sắc", "chi hội", found.excellent),
            ("Chi hội hoàn thành tốt trở lên", "chi hội", found.good),
        )
        for chart, (what, whom, shares) in zip(self.charts, of, strict=True):
            bars = [_bar(year, *shares[year], whom) for year in _last(shares)]
            chart.show_bars(message(what, shares), bars)
            chart.setVisible(bool(bars))
        self._nothing.setVisible(not any(shares for _what, _whom, shares in of))


def _last(shares: Shares) -> Sequence[int]:
    """The latest years of which something is known, the oldest first."""
    return [year for year, (_part, whole) in sorted(shares.items()) if whole][-_YEARS:]


def _bar(year: int, part: int, whole: int, whom: str) -> Bar:
    return Bar(str(year), part * _WHOLE / whole, f"{share(part, whole)} {whom}")


def message(what: str, shares: Shares) -> str:
    """`CCB gương mẫu năm 2025: 96,64 %, tăng so với năm 2024 (95,10 %)`."""
    years = _last(shares)
    if not years:
        return what
    last = years[-1]
    told = f"{what} năm {last}: {percent(*shares[last])}"
    if len(years) == 1:
        return told
    before = years[-2]
    now, then = (shares[year][0] / shares[year][1] for year in (last, before))
    way = "tăng so với" if now > then else "giảm so với" if now < then else "bằng"
    return f"{told}, {way} năm {before} ({percent(*shares[before])})"
