"""Documents of the practice branch: a year and a half of what went out and what came in."""

from collections.abc import Iterator
from datetime import date, timedelta

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.register.documents import Direction, Document, DocumentState, NumberOrder
from ccb_desktop.domain.reports.calendar import START
from ccb_desktop.domain.reports.duties import ReportDuty

_YEARS = (2025, 2026)
_OUT = (
    (1, 9, "KH", "Nhiệm vụ trọng tâm năm {year}", "Đảng ủy, các chi hội"),
    (1, 16, "TB", "Thăm, tặng quà hội viên dịp Tết Nguyên đán", "Các chi hội"),
    (2, 12, "BC", "Kết quả hoạt động dịp Tết Nguyên đán", "{parent}"),
    (3, 18, "BC", "Kết quả công tác Hội quý I năm {year}", "{parent}, Đảng ủy"),
    (3, 25, "QĐ", "Kết nạp hội viên đợt I năm {year}", "Chi hội liên quan"),
    (4, 8, "CV", "Đăng ký tham gia về nguồn dịp 30/4", "{parent}"),
    (5, 6, "GM", "Hội nghị sơ kết 6 tháng đầu năm {year}", "Ủy viên Ban Chấp hành"),
    (6, 4, "BC", "Kết quả công tác Hội 6 tháng đầu năm {year}", "{parent}, Đảng ủy"),
    (7, 10, "KH", "Kỷ niệm ngày Thương binh - Liệt sĩ 27/7", "Các chi hội"),
    (9, 18, "BC", "Kết quả công tác Hội quý III năm {year}", "{parent}, Đảng ủy"),
    (10, 14, "QĐ", "Kết nạp hội viên đợt II năm {year}", "Chi hội liên quan"),
    (11, 20, "TTr", "Về việc đề nghị khen thưởng năm {year}", "{parent}"),
    (12, 9, "BC", "Kết quả công tác Hội năm {year}", "{parent}, Đảng ủy"),
)
"""Month, day, kind, subject, to whom, in each year."""

_IN = (
    (1, 6, "HD", "Hướng dẫn công tác Hội năm {year}", "{parent}", 0),
    (2, 20, "CV", "Rà soát hội viên có hoàn cảnh khó khăn", "{parent}", 20),
    (4, 2, "GM", "Hội nghị giao ban quý I năm {year}", "Đảng ủy", 0),
    (5, 19, "CV", "Báo cáo kết quả công tác 6 tháng đầu năm {year}", "{parent}", 15),
    (6, 22, "CV", "Đăng ký nhà tình nghĩa cần hỗ trợ năm {year}", "{parent}", 18),
    (9, 3, "KH", "Thi đua chào mừng ngày truyền thống 6/12", "{parent}", 25),
    (11, 5, "CV", "Hướng dẫn tổng kết, bình xét thi đua năm {year}", "{parent}", 20),
)
"""Month, day, kind, subject, from whom, days in which it must be answered."""

_KEPT = NumberOrder(
    kind="BC",
    on=REFERENCE_DAY,
    subject="Kết quả kiểm tra hội phí 6 tháng đầu năm 2026",
    state=DocumentState.RESERVED,
)


def make_orders(branch: Branch) -> Iterator[NumberOrder]:
    """What went out, in the order of days; the number of the last is only kept."""
    for year, (month, day, kind, subject, to) in ((y, one) for y in _YEARS for one in _OUT):
        on = date(year, month, day)
        if on <= REFERENCE_DAY:
            yield NumberOrder(
                kind=kind,
                on=on,
                subject=subject.format(year=year),
                recipients=to.format(parent=branch.parent),
            )
    yield _KEPT


def make_arrivals(branch: Branch) -> Iterator[Document]:
    """What came in, in the order of days; what is due by then was done two days before."""
    for year, (month, day, kind, subject, issuer, days) in (
        (y, one) for y in _YEARS for one in _IN
    ):
        arrived = date(year, month, day)
        if arrived > REFERENCE_DAY:
            continue
        due = arrived + timedelta(days) if days else None
        done = due - timedelta(2) if due is not None and due <= REFERENCE_DAY else None
        yield Document(
            direction=Direction.IN,
            kind=kind,
            series="",
            symbol=f"{month * 7 + day}/{kind}-CCB",
            issued_on=arrived - timedelta(3),
            arrived_on=arrived,
            issuer=issuer.format(parent=branch.parent),
            subject=subject.format(year=year),
            due_on=due,
            done_on=done,
        )


def make_duties(branch: Branch) -> Iterator[ReportDuty]:
    """The usual calendar, with the superior as recipient."""
    for duty in START:
        yield ReportDuty(report_kind=duty.report_kind, day=duty.day, recipient=branch.parent)
