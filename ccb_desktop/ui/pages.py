"""The pages that need nothing but the desk and the books, built when they are first shown."""

from typing import TYPE_CHECKING

from ccb_desktop.ui.kit.page import Desk, Page

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store


def home_page(desk: Desk, store: "Store") -> Page:
    """Trang chủ."""
    from ccb_desktop.ui.home.page import HomePage  # noqa: PLC0415 (window first)

    return HomePage(desk, store)


def members_page(desk: Desk, store: "Store") -> Page:
    """Hội viên."""
    from ccb_desktop.ui.members.page import MembersPage  # noqa: PLC0415 (window first)

    return MembersPage(desk, store)


def units_page(desk: Desk, store: "Store") -> Page:
    """Đơn vị."""
    from ccb_desktop.ui.members.units_page import UnitsPage  # noqa: PLC0415 (window first)

    return UnitsPage(desk, store)


def review_page(desk: Desk, store: "Store") -> Page:
    """Rà soát."""
    from ccb_desktop.ui.members.review.page import ReviewPage  # noqa: PLC0415 (window first)

    return ReviewPage(desk, store)


def reports_page(desk: Desk, store: "Store") -> Page:
    """Báo cáo."""
    from ccb_desktop.ui.reports.page import ReportsPage  # noqa: PLC0415 (window first)

    return ReportsPage(desk, store)


def exchange_page(desk: Desk, store: "Store") -> Page:
    """Gửi – nhận."""
    from ccb_desktop.ui.exchange.page import ExchangePage  # noqa: PLC0415 (window first)

    return ExchangePage(desk, store)
