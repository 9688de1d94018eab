"""What the yearly plans of the practice branch hold."""

from typing import NamedTuple

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.tasks.periods import Recurrence

MEETINGS = "Sinh hoạt chi hội đúng kỳ, có nội dung"
ROAD = "Vệ sinh đoạn đường tự quản"
CLUB_ROAD = "Dọn vệ sinh đoạn đường"
_ORGANISATION, _TRADITION, _LIFE = 1, 2, 3


class PlannedItem(NamedTuple):
    """One item, and how it goes.

    Attributes:
        task: Number of its key task.
        to: Whom it is handed to: `chi_hoi`, `clubs`, `both`, `first_two` chi hội, `inspectors`.
        due: Month and day; without one, the last day of its period.
        years: In whose plans it stands.
        kind: As what activity a unit enters it in the book when it is done.
    """

    task: int
    what: str
    to: str
    recurrence: Recurrence
    measure: str = ""
    target: int | None = None
    expected: str = ""
    due: tuple[int, int] | None = None
    years: tuple[int, ...] = (2024, 2025, 2026)
    kind: ActivityKind | None = None


TITLES = {
    2024: (
        "Xây dựng Hội vững mạnh, chuẩn bị đại hội nhiệm kỳ",
        "Tuyên truyền, giáo dục truyền thống, giữ gìn an ninh trật tự",
        "Giúp nhau giảm nghèo, xây dựng phường văn minh",
    ),
    2025: (
        "Tổ chức thành công đại hội, sắp xếp chi hội sau sáp nhập phường",
        "Tuyên truyền, giáo dục truyền thống, giữ gìn an ninh trật tự",
        "Giúp nhau giảm nghèo, xây dựng phường văn minh",
    ),
    2026: (
        "Xây dựng Hội trong sạch, vững mạnh; giao việc theo “bốn rõ”",
        "Tuyên truyền, giáo dục truyền thống, giữ gìn an ninh trật tự",
        "Chăm lo đời sống hội viên, chung tay xây dựng phường văn minh",
    ),
}
"""Year → the three key tasks."""

UPPER_TASKS = (
    "Nhiệm vụ 1, chương trình công tác năm {year} của Hội CCB tỉnh Sông Mới",
    "Chỉ thị của Đảng ủy phường về “bốn rõ”, năm {year}",
    "Chương trình xây dựng đô thị văn minh của UBND phường, năm {year}",
)

ITEMS = (
    PlannedItem(
        _ORGANISATION,
        MEETINGS,
        "chi_hoi",
        Recurrence.QUARTER,
        measure="buổi",
        target=1,
        expected="Có biên bản, danh sách điểm danh",
    ),
    PlannedItem(
        _ORGANISATION,
        "Giới thiệu người đủ tiêu chuẩn vào Hội",
        "chi_hoi",
        Recurrence.YEAR,
        measure="người",
        target=1,
        expected="Danh sách, đơn của người được giới thiệu",
        due=(11, 30),
    ),
    PlannedItem(
        _ORGANISATION,
        "Đại hội chi hội nhiệm kỳ 2025 - 2030",
        "chi_hoi",
        Recurrence.YEAR,
        expected="Biên bản đại hội, danh sách ban chi hội",
        due=(3, 31),
        years=(2025,),
    ),
    PlannedItem(
        _ORGANISATION,
        "Rà soát danh sách và thẻ hội viên",
        "chi_hoi",
        Recurrence.YEAR,
        expected="Danh sách đã đối chiếu nộp về Hội",
        due=(4, 30),
        years=(2024, 2026),
    ),
    PlannedItem(
        _TRADITION,
        "Thông tin thời sự cho hội viên",
        "chi_hoi",
        Recurrence.HALF,
        measure="buổi",
        target=1,
        kind=ActivityKind.NEWS_SESSION,
    ),
    PlannedItem(
        _TRADITION,
        "Nói chuyện truyền thống với thanh niên, học sinh",
        "chi_hoi",
        Recurrence.YEAR,
        measure="buổi",
        target=1,
        kind=ActivityKind.TRADITION_TALK,
    ),
    PlannedItem(
        _TRADITION,
        "Tuần tra cùng công an giữ gìn an ninh trật tự",
        "clubs",
        Recurrence.MONTH,
        measure="buổi",
        target=2,
        kind=ActivityKind.SECURITY,
    ),
    PlannedItem(
        _LIFE,
        ROAD,
        "chi_hoi",
        Recurrence.YEAR,
        measure="mét",
        target=300,
        expected="Đoạn đường sạch, có biển tự quản",
        due=(5, 31),
        kind=ActivityKind.COMMUNITY_WORK,
    ),
    PlannedItem(
        _LIFE,
        CLUB_ROAD,
        "clubs",
        Recurrence.HALF,
        measure="mét",
        target=200,
        years=(2026,),
        kind=ActivityKind.COMMUNITY_WORK,
    ),
    PlannedItem(
        _LIFE,
        "Thăm gia đình chính sách dịp 27/7",
        "both",
        Recurrence.YEAR,
        measure="hộ",
        target=2,
        due=(7, 27),
    ),
    PlannedItem(
        _LIFE,
        "Vận động hội viên góp quỹ nghĩa tình đồng đội",
        "chi_hoi",
        Recurrence.YEAR,
        measure="triệu đồng",
        target=2,
        expected="Nộp về Hội, có danh sách người góp",
    ),
    PlannedItem(
        _LIFE,
        "Xây dựng mô hình kinh tế giỏi để nhân rộng",
        "first_two",
        Recurrence.YEAR,
        years=(2026,),
        due=(10, 31),
    ),
    PlannedItem(
        _LIFE,
        "Giám sát việc chi trả trợ cấp cho người có công",
        "inspectors",
        Recurrence.HALF,
        measure="cuộc",
        target=1,
        expected="Báo cáo kết quả giám sát",
    ),
)
