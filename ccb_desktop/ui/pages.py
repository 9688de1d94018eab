"""The pages of the main window in their order; each is built when it is first shown."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.main_window import PageSpec

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.ui.settings.users.lock import Lock


def page_specs(
    desk: Desk,
    look: Look,
    store: "Callable[[], Store]",
    lock: "Callable[[], Lock | None]",
    *,
    reopen: Callable[[], object],
    backed_up: Callable[[], object],
) -> Sequence[PageSpec]:
    """What the side bar offers.

    Args:
        desk: What every page is given.
        look: Text size and theme, for the settings.
        store: The open books, asked for when a page is built.
        lock: Of the screen, for the settings.
        reopen: Reads everything anew after books were restored.
        backed_up: Told when a backup was made by hand.
    """

    def page(build: "Callable[[Desk, Store], Page]") -> Callable[[], Page]:
        return lambda: build(desk, store())

    return (
        PageSpec("home", "Trang chủ", "home", page(_home), "Việc cần làm và số liệu chung"),
        PageSpec("members", "Hội viên", "members", page(_members), "Danh sách hội viên"),
        PageSpec("units", "Đơn vị", "units", page(_units), "Chi hội, phân hội, câu lạc bộ"),
        PageSpec("review", "Rà soát", "check", page(_review), "Những điều cần xem lại trong sổ"),
        PageSpec("funds", "Quỹ Hội", "funds", page(_funds), "Quỹ, sổ quỹ, phiếu thu, phiếu chi"),
        PageSpec("visits", "Thăm hỏi", "visits", page(_visits), "Thăm hỏi, tặng quà, việc tang"),
        PageSpec("tasks", "Nhiệm vụ", "tasks", page(_tasks), "Kế hoạch năm, giao việc, theo dõi"),
        PageSpec(
            "activities",
            "Hoạt động",
            "activities",
            page(_activities),
            "Sinh hoạt, hội họp, điểm danh",
        ),
        PageSpec("emulation", "Thi đua", "emulation", page(_emulation), "Bình xét, khen thưởng"),
        PageSpec("reports", "Báo cáo", "reports", page(_reports), "Số liệu và báo cáo"),
        PageSpec("exchange", "Gửi – nhận", "exchange", page(_exchange), "Nhập từ Excel"),
        PageSpec(
            "settings",
            "Cài đặt",
            "settings",
            page(partial(_settings, look, lock, reopen, backed_up)),
            "Hội, danh mục, sao lưu",
        ),
    )


def _home(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.home.page import HomePage  # noqa: PLC0415 (window first)

    return HomePage(desk, store)


def _members(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.members.page import MembersPage  # noqa: PLC0415 (window first)

    return MembersPage(desk, store)


def _units(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.members.units_page import UnitsPage  # noqa: PLC0415 (window first)

    return UnitsPage(desk, store)


def _review(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.members.review.page import ReviewPage  # noqa: PLC0415 (window first)

    return ReviewPage(desk, store)


def _funds(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.funds.page import FundsPage  # noqa: PLC0415 (window first)

    return FundsPage(desk, store)


def _visits(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.visits.page import VisitsPage  # noqa: PLC0415 (window first)

    return VisitsPage(desk, store)


def _tasks(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.tasks.page import TasksPage  # noqa: PLC0415 (window first)

    return TasksPage(desk, store)


def _emulation(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.emulation.page import EmulationPage  # noqa: PLC0415 (window first)

    return EmulationPage(desk, store)


def _activities(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.activities.page import ActivitiesPage  # noqa: PLC0415 (window first)

    return ActivitiesPage(desk, store)


def _reports(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.reports.page import ReportsPage  # noqa: PLC0415 (window first)

    return ReportsPage(desk, store)


def _exchange(desk: Desk, store: "Store") -> Page:
    from ccb_desktop.ui.exchange.page import ExchangePage  # noqa: PLC0415 (window first)

    return ExchangePage(desk, store)


def _settings(
    look: Look,
    lock: "Callable[[], Lock | None]",
    reopen: Callable[[], object],
    backed_up: Callable[[], object],
    desk: Desk,
    store: "Store",
) -> Page:
    from ccb_desktop.ui.settings.page import SettingsPage  # noqa: PLC0415 (window first)

    page = SettingsPage(desk, store, look, lock())
    page.reopened.connect(reopen)
    page.backed_up.connect(backed_up)
    return page
