"""Every book and list that can be asked for: in which group it stands, what for, what it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ccb_desktop.domain.member_papers.order import LIST_NAMES


class ListGroup(StrEnum):
    """The groups in which lists are offered."""

    BOOKS = "BOOKS"
    MEMBERS = "MEMBERS"
    MONEY = "MONEY"
    WELFARE = "WELFARE"
    WORK = "WORK"
    EMULATION = "EMULATION"
    REVIEW = "REVIEW"


LIST_GROUP: Mapping[ListGroup, str] = {
    ListGroup.BOOKS: "Sổ của Hội",
    ListGroup.MEMBERS: "Danh sách hội viên",
    ListGroup.MONEY: "Quỹ, vay vốn",
    ListGroup.WELFARE: "Thăm hỏi, chăm lo",
    ListGroup.WORK: "Nhiệm vụ, sinh hoạt",
    ListGroup.EMULATION: "Thi đua, khen",
    ListGroup.REVIEW: "Rà soát, bàn giao",
}
"""Group → what officers call it, in the order in which they are offered."""


class Timing(StrEnum):
    """Of what time a list tells."""

    DAY = "DAY"
    """How things stand on a day."""
    PERIOD = "PERIOD"
    """What happened between two days; without a first one since the beginning of the year."""
    AHEAD = "AHEAD"
    """What comes between two days; without a first one in the days from the last one on."""
    YEAR = "YEAR"
    """One year."""


_DAYS_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ListKind:
    """One book or list.

    Attributes:
        name: Of `LIST_NAMES`.
        purpose: One line saying what it is for.
        of_members: Whether filters of the roster choose its rows.
        of_funds: Whether one fund may be asked for.
        has_numbers: Whether CCCD or phone numbers stand in it, which are masked.
        has_sensitive: Whether health, policy or poverty of somebody stands in it.
        hint: What may be typed to have some rows only.
    """

    name: str
    group: ListGroup
    purpose: str
    timing: Timing = Timing.DAY
    of_members: bool = False
    of_funds: bool = False
    has_numbers: bool = False
    has_sensitive: bool = False
    hint: str = "Ví dụ: Chi hội 3"

    @property
    def label(self) -> str:
        """What officers call it."""
        return LIST_NAMES[self.name]

    def usual_days(self, today: date) -> tuple[date | None, date]:
        """First and last day that are offered at first."""
        if self.timing is Timing.AHEAD:
            return today, today + _DAYS_AHEAD
        if self.timing is Timing.PERIOD:
            return today.replace(month=1, day=1), today
        return None, today


def day_of_year(year: int, today: date) -> date:
    """The day as at which the list of a year is made: today, or the last of a year gone by."""
    return today if year == today.year else date(year, 12, 31)


_BOOKS, _MEMBERS, _MONEY = ListGroup.BOOKS, ListGroup.MEMBERS, ListGroup.MONEY
_WELFARE, _WORK = ListGroup.WELFARE, ListGroup.WORK
_EMULATION, _REVIEW = ListGroup.EMULATION, ListGroup.REVIEW
_PERIOD, _AHEAD, _YEAR = Timing.PERIOD, Timing.AHEAD, Timing.YEAR

LIST_KINDS: Mapping[str, ListKind] = {
    kind.name: kind
    for kind in (
        ListKind(
            "roster-book",
            _BOOKS,
            "Mỗi hội viên một dòng: quê quán, nhập ngũ, cấp bậc, vào Đảng, vào Hội, chính sách.",
            of_members=True,
            has_sensitive=True,
        ),
        ListKind(
            "new-members", _BOOKS, "Người mới kết nạp, kết nạp lại, chuyển đến trong kỳ.", _PERIOD
        ),
        ListKind(
            "movement-book", _BOOKS, "Người chuyển đến, chuyển đi, từ trần trong kỳ.", _PERIOD
        ),
        ListKind("awards", _BOOKS, "Khen thưởng và kỷ luật trong kỳ, có số quyết định.", _PERIOD),
        ListKind(
            "cash-book",
            _BOOKS,
            "Thu, chi, tồn của từng quỹ theo ngày.",
            _PERIOD,
            of_funds=True,
            hint="Diễn giải, tên người",
        ),
        ListKind(
            "visits", _BOOKS, "Từng lượt thăm hỏi, tặng quà, viếng trong kỳ và số tiền.", _PERIOD
        ),
        ListKind("tasks", _BOOKS, "Việc đã giao trong năm, kết quả và ngày xong.", _YEAR),
        ListKind(
            "activities", _BOOKS, "Buổi sinh hoạt, hội nghị, hoạt động phối hợp trong kỳ.", _PERIOD
        ),
        ListKind("loans", _BOOKS, "Từng khoản vay: đã trả, còn nợ, hạn trả.", of_funds=True),
        ListKind(
            "documents", _BOOKS, "Văn bản đi, đến trong kỳ theo số.", _PERIOD, hint="Tên văn bản"
        ),
        ListKind(
            "roster",
            _MEMBERS,
            "Danh sách chung, lọc được theo mọi mục của hồ sơ.",
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "members-by-age",
            _MEMBERS,
            "Chia theo nhóm tuổi, kèm bảng tổng hợp từng nhóm.",
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "members-by-period",
            _MEMBERS,
            "Chia theo thời kỳ chống Pháp, chống Mỹ, biên giới và sau này.",
            of_members=True,
        ),
        ListKind(
            "members-by-policy",
            _MEMBERS,
            "Thương binh, bệnh binh, chất độc da cam và các diện khác.",
            of_members=True,
            has_numbers=True,
            has_sensitive=True,
        ),
        ListKind(
            "party-members",
            _MEMBERS,
            "Hội viên là đảng viên theo chi hội, ngày vào Đảng, Huy hiệu Đảng.",
            of_members=True,
        ),
        ListKind(
            "households",
            _MEMBERS,
            "Hộ nghèo, hộ cận nghèo, hộ ở nhà tạm, dột nát; mỗi hộ một dòng.",
            of_members=True,
            has_numbers=True,
            has_sensitive=True,
        ),
        ListKind(
            "birthdays",
            _MEMBERS,
            "Sinh nhật trong tháng hoặc trong nhiều tháng.",
            _PERIOD,
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "units",
            _MEMBERS,
            "Chi hội, phân hội, câu lạc bộ, số người và người phụ trách.",
            has_numbers=True,
        ),
        ListKind("movements", _MEMBERS, "Mọi biến động của hội viên trong kỳ.", _PERIOD),
        ListKind(
            "changes", _MEMBERS, "Những gì đã đổi giữa hai ngày, ghi tên từng người.", _PERIOD
        ),
        ListKind(
            "exempt-due",
            _MEMBERS,
            "Người miễn sinh hoạt đã đến hạn báo cáo ba tháng.",
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "strike-off-candidates",
            _MEMBERS,
            "Người bỏ sinh hoạt, không đóng hội phí 12 tháng liền, kèm bằng chứng.",
        ),
        ListKind(
            "disclosure",
            _MONEY,
            "Bản công khai thu, chi, tồn của từng quỹ để niêm yết.",
            _PERIOD,
            of_funds=True,
        ),
        ListKind(
            "year-summary", _MONEY, "Tổng hợp thu, chi các quỹ trong kỳ theo khoản mục.", _PERIOD
        ),
        ListKind(
            "vouchers",
            _MONEY,
            "Phiếu thu, phiếu chi trong kỳ theo số phiếu.",
            _PERIOD,
            of_funds=True,
        ),
        ListKind("dues", _MONEY, "Đã thu, còn phải thu hội phí của từng chi hội trong năm.", _YEAR),
        ListKind("arrears", _MONEY, "Hội viên còn nợ hội phí và nợ từ năm nào."),
        ListKind("donors", _MONEY, "Người ủng hộ các đợt vận động trong kỳ.", _PERIOD),
        ListKind("campaigns", _MONEY, "Mỗi đợt vận động đã được bao nhiêu so với chỉ tiêu."),
        ListKind("loans-overdue", _MONEY, "Khoản vay quá hạn, chậm kỳ cần nhắc.", of_funds=True),
        ListKind("bank-loans", _MONEY, "Tổ tiết kiệm và vay vốn NHCSXH: số hộ, dư nợ, nợ quá hạn."),
        ListKind(
            "longevity",
            _WELFARE,
            "Người đến tuổi mừng thọ trong năm và mức chi thường lệ.",
            _YEAR,
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "gift-list",
            _WELFARE,
            "Danh sách ký nhận của một đợt tặng quà, mỗi chi hội một trang.",
            hint="Tên đợt tặng quà",
            has_sensitive=True,
        ),
        ListKind(
            "due-visits",
            _WELFARE,
            "Ai đến hạn thăm hỏi trong những ngày tới và vì sao.",
            _AHEAD,
            has_numbers=True,
            has_sensitive=True,
        ),
        ListKind(
            "anniversaries",
            _WELFARE,
            "Ngày giỗ theo âm lịch trong những ngày tới.",
            _AHEAD,
            has_numbers=True,
        ),
        ListKind(
            "route-list",
            _WELFARE,
            "Lịch đi thăm xếp theo tổ dân phố, tiện đi một vòng.",
            _AHEAD,
            has_numbers=True,
            has_sensitive=True,
        ),
        ListKind("housing", _WELFARE, "Nhà được hỗ trợ xây, sửa trong kỳ và nguồn tiền.", _PERIOD),
        ListKind("task-matrix", _WORK, "Bảng đơn vị và việc: việc nào xong, việc nào chậm.", _YEAR),
        ListKind("tasks-overdue", _WORK, "Việc đã quá hạn mà chưa xong."),
        ListKind("task-review", _WORK, "Kết quả từng nhiệm vụ so với chỉ tiêu.", _YEAR),
        ListKind("overlaps", _WORK, "Hai đơn vị cùng làm một việc, cùng nơi, cùng lúc."),
        ListKind("commitments", _WORK, "Hội viên đã đăng ký thi đua trong năm.", _YEAR),
        ListKind(
            "attendance",
            _WORK,
            "Danh sách điểm danh buổi sinh hoạt: để trống hoặc đã ghi.",
            hint="Tên hoặc mã chi hội",
        ),
        ListKind(
            "meetings", _WORK, "Chi hội nào sinh hoạt đều, chi hội nào thiếu trong năm.", _YEAR
        ),
        ListKind(
            "member-grading",
            _EMULATION,
            "Kết quả bình xét CCB gương mẫu của từng người trong năm.",
            _YEAR,
        ),
        ListKind(
            "grading-summary", _EMULATION, "Kết quả bình xét hội viên cộng theo chi hội.", _YEAR
        ),
        ListKind("unit-ratings", _EMULATION, "Điểm và xếp loại của từng chi hội trong năm.", _YEAR),
        ListKind(
            "nominations", _EMULATION, "Người, đơn vị đang được đề nghị khen trong năm.", _YEAR
        ),
        ListKind("award-runs", _EMULATION, "Danh hiệu đạt liền nhiều năm.", _YEAR),
        ListKind("seniority", _EMULATION, "Ai đủ năm trong Hội mà chưa có Kỷ niệm chương."),
        ListKind(
            "incomplete",
            _REVIEW,
            "Hồ sơ còn thiếu mục nào, chi hội nào.",
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "suspicious",
            _REVIEW,
            "Ngày tháng, số giấy tờ mâu thuẫn hoặc không thể có.",
            has_numbers=True,
        ),
        ListKind("open-ends", _REVIEW, "Hộ, đơn vị, hội viên còn điều chưa ghi xong."),
        ListKind("duplicates", _REVIEW, "Hai hồ sơ có thể là một người."),
        ListKind(
            "consent",
            _REVIEW,
            "Ai chưa đồng ý cho Hội giữ dữ liệu, ai đã rút đồng ý.",
            of_members=True,
            has_numbers=True,
        ),
        ListKind(
            "corrections",
            _REVIEW,
            "Mục nào trong hồ sơ đã sửa, lúc nào, ai sửa, từ gì thành gì.",
            _PERIOD,
            has_numbers=True,
        ),
        ListKind(
            "exports",
            _REVIEW,
            "Danh sách, sổ, gói có dữ liệu cá nhân đã ghi ra tệp trong kỳ.",
            _PERIOD,
            hint="Tên tệp, người làm",
        ),
        ListKind("erasures", _REVIEW, "Những lần xóa dữ liệu của người đã rời Hội.", _PERIOD),
        ListKind("charter", _REVIEW, "Việc Điều lệ đòi hỏi mà chưa làm."),
        ListKind(
            "annex", _REVIEW, "Phụ lục của báo cáo: mọi chỉ tiêu trong kỳ so với kỳ trước.", _PERIOD
        ),
        ListKind(
            "handover",
            _REVIEW,
            "Sổ sách, hồ sơ, tiền quỹ và việc dở dang để bàn giao khi đổi người phụ trách.",
        ),
    )
}
"""By name, in the order in which they are offered."""
