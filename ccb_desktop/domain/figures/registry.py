"""Every indicator there is: code, label, unit, when it holds, from which book, in what shape."""

from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """What of a period a figure speaks of."""

    DAY = "day"
    """What holds on the closing day (the opening figure: on the day before the period)."""
    RANGE = "range"
    """What happened in the period."""
    YEAR = "year"
    """What was found for each calendar year that the period touches."""


class Book(StrEnum):
    """The book from which a figure is counted; where it is empty, there is no figure."""

    ROSTER = "ROSTER"
    POSTS = "POSTS"
    UNITS = "UNITS"
    CLUBS = "CLUBS"
    HOUSEHOLDS = "HOUSEHOLDS"
    DUES = "DUES"
    FUNDS = "FUNDS"
    LOANS = "LOANS"
    POLICY_BANK = "POLICY_BANK"
    CAMPAIGNS = "CAMPAIGNS"
    VISITS = "VISITS"
    HOUSING = "HOUSING"
    ACTIVITIES = "ACTIVITIES"
    TASKS = "TASKS"
    GRADINGS = "GRADINGS"
    AWARDS = "AWARDS"


BOOK_LABEL = {
    Book.ROSTER: "danh sách hội viên",
    Book.POSTS: "chức danh",
    Book.UNITS: "danh sách đơn vị",
    Book.CLUBS: "danh sách thành viên CLB-CQN",
    Book.HOUSEHOLDS: "mức sống, nhà ở, gia đình văn hóa",
    Book.DUES: "hội phí",
    Book.FUNDS: "sổ quỹ",
    Book.LOANS: "sổ theo dõi vay vốn",
    Book.POLICY_BANK: "vốn vay NHCSXH",
    Book.CAMPAIGNS: "các cuộc vận động",
    Book.VISITS: "sổ thăm hỏi",
    Book.HOUSING: "hỗ trợ nhà ở",
    Book.ACTIVITIES: "sổ sinh hoạt, hoạt động",
    Book.TASKS: "sổ theo dõi nhiệm vụ",
    Book.GRADINGS: "bình xét, xếp loại",
    Book.AWARDS: "khen thưởng",
}
"""What an officer calls each book, as the list of missing figures names it."""


class Shape(StrEnum):
    """What the value of a figure is."""

    NUMBER = "NUMBER"
    """One whole number."""
    NUMBERS = "NUMBERS"
    """A whole number by name: đồng by campaign, awards by form."""
    SHARES = "SHARES"
    """A part of a whole by name or by year; `Indicator.parts` names the two."""
    GIFTS = "GIFTS"
    """A count and an amount by name."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure that reports are made of (`indicators.csv`).

    Attributes:
        unit: In what it is counted (rule 13: người, lượt, hộ, buổi … are different units).
        book: Where it is counted; several figures may share one.
        shape: What its value is.
        parts: Names of part and whole in the exchanged value of a share.
    """

    code: str
    label: str
    unit: str
    value_kind: ValueKind
    book: Book
    shape: Shape = Shape.NUMBER
    parts: tuple[str, str] = ("n", "N")

    @property
    def is_money(self) -> bool:
        """Whether it counts đồng."""
        return self.unit.startswith("đồng")


_DAY, _RANGE, _YEAR = ValueKind.DAY, ValueKind.RANGE, ValueKind.YEAR


def _of(book: Book, *lines: tuple[str, str, str, ValueKind]) -> tuple[Indicator, ...]:
    """Plain indicators of one book."""
    return tuple(Indicator(code, label, unit, kind, book) for code, label, unit, kind in lines)


_MEMBERS = _of(
    Book.ROSTER,
    ("members_opening", "Hội viên đầu kỳ", "hội viên", _DAY),
    ("members_admitted", "Kết nạp mới", "hội viên", _RANGE),
    ("members_readmitted", "Kết nạp lại", "hội viên", _RANGE),
    ("members_transferred_in", "Chuyển đến", "hội viên", _RANGE),
    ("members_transferred_out", "Chuyển đi", "hội viên", _RANGE),
    ("members_deceased", "Từ trần", "hội viên", _RANGE),
    ("members_struck_off", "Xóa tên", "hội viên", _RANGE),
    ("members_resigned", "Xin ra khỏi Hội", "hội viên", _RANGE),
    ("members_expelled", "Khai trừ", "hội viên", _RANGE),
    ("members_closing", "Hội viên cuối kỳ", "hội viên", _DAY),
    ("members_exempt", "Miễn sinh hoạt", "hội viên", _DAY),
    ("members_female", "Nữ", "hội viên", _DAY),
    ("members_ethnic_minority", "Dân tộc thiểu số", "hội viên", _DAY),
    ("members_party", "Đảng viên", "hội viên", _DAY),
    ("members_anti_french", "Thời kỳ chống Pháp", "hội viên", _DAY),
    ("members_anti_american", "Thời kỳ chống Mỹ", "hội viên", _DAY),
    ("members_border_wars", "Bảo vệ biên giới", "hội viên", _DAY),
    ("members_cambodia", "Làm nhiệm vụ ở Campuchia", "hội viên", _DAY),
    ("members_wounded", "Thương binh", "hội viên", _DAY),
    ("members_sick_soldiers", "Bệnh binh", "hội viên", _DAY),
    ("members_agent_orange", "Nhiễm chất độc da cam", "hội viên", _DAY),
    ("members_age_under_60", "Dưới 60 tuổi", "hội viên", _DAY),
    ("members_age_60_69", "Từ 60 đến 69 tuổi", "hội viên", _DAY),
    ("members_age_70_79", "Từ 70 đến 79 tuổi", "hội viên", _DAY),
    ("members_age_80_plus", "Từ 80 tuổi trở lên", "hội viên", _DAY),
)
_POSTS = _of(
    Book.POSTS,
    (
        "members_with_external_posts",
        "Giữ chức danh Đảng - chính quyền - đoàn thể",
        "hội viên",
        _DAY,
    ),
)
_UNITS = _of(
    Book.UNITS,
    ("chi_hoi_count", "Số chi hội", "chi hội", _DAY),
    ("phan_hoi_count", "Số phân hội", "phân hội", _DAY),
    ("clubs_count", "Số CLB cựu quân nhân", "CLB", _DAY),
    ("clubs_founded", "CLB thành lập mới", "CLB", _RANGE),
)
_CLUBS = _of(
    Book.CLUBS,
    ("club_members", "Thành viên CLB", "người", _DAY),
    ("club_members_joined", "Thành viên CLB kết nạp mới", "người", _RANGE),
)
_HOUSEHOLDS = _of(
    Book.HOUSEHOLDS,
    ("member_households_poor", "Hộ hội viên nghèo", "hộ", _DAY),
    ("member_households_near_poor", "Hộ hội viên cận nghèo", "hộ", _DAY),
    ("member_households_dilapidated", "Hộ hội viên nhà dột nát", "hộ", _DAY),
)
_MONEY = (
    *_of(
        Book.DUES,
        ("dues_due", "Hội phí phải thu", "đồng", _RANGE),
        ("dues_collected", "Hội phí đã thu", "đồng", _RANGE),
    ),
    *_of(
        Book.FUNDS,
        ("fund_base_total", "Chân quỹ", "đồng", _DAY),
        ("fund_base_branch", "Chân quỹ cấp Hội", "đồng", _DAY),
        ("fund_base_chi_hoi", "Chân quỹ chi hội", "đồng", _DAY),
        ("fund_base_per_member", "Chân quỹ bình quân", "đồng/hội viên", _DAY),
    ),
    *_of(
        Book.LOANS,
        ("loans_disbursed", "Cho vay trong kỳ", "đồng", _RANGE),
        ("loans_disbursed_interest_free", "Cho vay không lãi trong kỳ", "đồng", _RANGE),
        ("loans_outstanding", "Dư nợ cho vay", "đồng", _DAY),
        ("loans_overdue", "Nợ quá hạn", "đồng", _DAY),
        ("loan_borrowers", "Hội viên đang vay", "người", _DAY),
    ),
    *_of(
        Book.POLICY_BANK,
        ("policy_bank_groups", "Tổ TK&VV", "tổ", _DAY),
        ("policy_bank_households", "Hộ vay NHCSXH", "hộ", _DAY),
        ("policy_bank_balance", "Dư nợ NHCSXH", "đồng", _DAY),
    ),
    *_of(
        Book.CAMPAIGNS,
        ("contributions_total", "Ủng hộ các cuộc vận động", "đồng", _RANGE),
        ("contributions_off_book", "Trong đó không qua sổ quỹ", "đồng", _RANGE),
    ),
    Indicator(
        "contributions_by_campaign",
        "Ủng hộ theo đợt vận động",
        "đồng",
        _RANGE,
        Book.CAMPAIGNS,
        Shape.NUMBERS,
    ),
    Indicator(
        "campaign_target_rate",
        "Tỷ lệ đạt chỉ tiêu vận động",
        "%",
        _DAY,
        Book.CAMPAIGNS,
        Shape.SHARES,
        ("collected", "target"),
    ),
)
_WELFARE = (
    *_of(
        Book.VISITS,
        ("visits_total", "Thăm hỏi - tặng quà", "lượt", _RANGE),
        ("visits_total_amount", "Số tiền thăm hỏi - tặng quà", "đồng", _RANGE),
        ("visits_goods_value", "Giá trị hiện vật", "đồng", _RANGE),
        (
            "visits_members_care",
            "Thăm hỏi ốm đau - khó khăn - lễ tết hội viên",
            "lượt",
            _RANGE,
        ),
        ("visits_members_care_amount", "Số tiền", "đồng", _RANGE),
        ("funerals", "Phúng viếng hội viên", "người", _RANGE),
        ("funerals_amount", "Số tiền phúng viếng", "đồng", _RANGE),
        ("longevity_gifts", "Mừng thọ", "người", _RANGE),
        ("longevity_gifts_amount", "Số tiền mừng thọ", "đồng", _RANGE),
        ("army_day_gifts", "Tặng quà 22/12", "lượt", _RANGE),
        ("army_day_gifts_amount", "Số tiền", "đồng", _RANGE),
    ),
    Indicator("reunion_gifts", "Gặp mặt tặng quà", "người", _RANGE, Book.VISITS, Shape.GIFTS),
    *_of(
        Book.VISITS,
        ("enlistment_gifts", "Tặng quà thanh niên nhập ngũ", "người", _RANGE),
        ("enlistment_gifts_amount", "Số tiền", "đồng", _RANGE),
        ("poor_households_helped", "Hộ nghèo được hỗ trợ", "hộ", _RANGE),
        ("poor_households_helped_amount", "Số tiền", "đồng", _RANGE),
        ("visits_paid_by_branch", "Do Hội chi", "đồng", _RANGE),
        ("visits_paid_by_chi_hoi", "Do chi hội chi", "đồng", _RANGE),
    ),
    *_of(
        Book.HOUSING,
        ("housing_supported", "Nhà được xây - sửa", "gia đình", _RANGE),
        ("housing_support_amount", "Hội hỗ trợ nhà ở", "đồng", _RANGE),
    ),
)
_WORK = (
    *_of(
        Book.ACTIVITIES,
        ("news_sessions", "Thông tin thời sự", "buổi", _RANGE),
        ("news_attendance", "Lượt nghe thời sự", "lượt", _RANGE),
        ("tradition_talks", "Nói chuyện truyền thống", "buổi", _RANGE),
        ("tradition_attendance", "Lượt nghe nói chuyện truyền thống", "lượt", _RANGE),
        ("supervisions", "Giám sát", "cuộc", _RANGE),
        ("inspections", "Kiểm tra", "cuộc", _RANGE),
        ("dialogues", "Đối thoại", "cuộc", _RANGE),
        ("dialogue_opinions", "Ý kiến tại đối thoại", "ý kiến", _RANGE),
        ("document_opinions", "Ý kiến góp ý văn kiện", "ý kiến", _RANGE),
        ("unit_meetings", "Sinh hoạt chi hội", "buổi", _RANGE),
        ("board_meetings", "Họp BCH - BTV", "cuộc", _RANGE),
    ),
    *_of(
        Book.TASKS,
        ("tasks_items", "Đầu việc được giao", "việc", _RANGE),
        ("tasks_done", "Hoàn thành", "việc", _RANGE),
        ("tasks_overdue", "Quá hạn", "việc", _DAY),
    ),
    Indicator(
        "tasks_target_rate",
        "Tỷ lệ đạt chỉ tiêu nhiệm vụ",
        "%",
        _RANGE,
        Book.TASKS,
        Shape.SHARES,
        ("result", "target"),
    ),
)
_EMULATION = (
    *(
        Indicator(code, label, unit, _YEAR, book, Shape.SHARES)
        for code, label, unit, book in (
            ("exemplary_members", "CCB gương mẫu", "hội viên", Book.GRADINGS),
            ("cultural_families", "Gia đình văn hóa", "gia đình", Book.HOUSEHOLDS),
            ("units_excellent", "Chi hội hoàn thành xuất sắc", "chi hội", Book.GRADINGS),
            ("units_good_or_better", "Chi hội hoàn thành tốt trở lên", "chi hội", Book.GRADINGS),
        )
    ),
    Indicator("awards_by_form", "Khen thưởng", "lượt", _RANGE, Book.AWARDS, Shape.NUMBERS),
)

INDICATORS: tuple[Indicator, ...] = (
    *(*_MEMBERS, *_POSTS, *_UNITS, *_CLUBS, *_HOUSEHOLDS),
    *(*_MONEY, *_WELFARE, *_WORK, *_EMULATION),
)
"""All of them, in the order in which reports and annexes print them."""

INDICATOR = {indicator.code: indicator for indicator in INDICATORS}
"""Code → indicator."""
