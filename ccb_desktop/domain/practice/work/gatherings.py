"""What the branch itself held besides meetings: talks, supervision, dialogues, clean-ups."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, ActivityRole
from ccb_desktop.domain.activities.inspections import INSPECTION_KINDS
from ccb_desktop.domain.practice.calendar import ELECTED_ON, REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.work.book import PracticeWork, add, next_id
from ccb_desktop.domain.practice.work.scene import FIRST_YEAR, LAST_YEAR, Scene


class Gathering(NamedTuple):
    """Something that is held again every year.

    Attributes:
        days: Month and day, of each time.
        percent: How many of a hundred members come.
        youth, people, opinions: The fewest and the most.
        quantity: The same, of `measure`.
    """

    kind: ActivityKind
    name: str
    days: tuple[tuple[int, int], ...]
    place: str
    percent: int = 0
    youth: tuple[int, int] = (0, 0)
    people: tuple[int, int] = (0, 0)
    opinions: tuple[int, int] = (0, 0)
    quantity: tuple[int, int] = (0, 0)
    measure: str = ""
    role: ActivityRole = ActivityRole.LEADING
    cost_dong: int = 0


_HALL, _SCHOOL = "Hội trường UBND phường", "Trường THCS Thực Hành"
_GATHERINGS = (
    Gathering(
        ActivityKind.NEWS_SESSION,
        "Thông báo thời sự quý",
        ((2, 26), (5, 14), (8, 20), (11, 12)),
        _HALL,
        percent=32,
    ),
    Gathering(
        ActivityKind.TRADITION_TALK,
        "Nói chuyện truyền thống với học sinh",
        ((4, 26), (12, 19)),
        _SCHOOL,
        percent=3,
        youth=(160, 320),
        people=(5, 20),
    ),
    Gathering(
        ActivityKind.SUPERVISION,
        "Giám sát việc sửa đường ngõ, thoát nước khu phố",
        ((3, 18), (9, 23)),
        "Khu phố 3",
        percent=2,
    ),
    Gathering(
        ActivityKind.SUPERVISION,
        "Giám sát thực hiện quy chế dân chủ ở phường",
        ((6, 11),),
        "UBND phường Thực Hành",
        percent=2,
        role=ActivityRole.TAKING_PART,
    ),
    Gathering(
        ActivityKind.DIALOGUE,
        "Đối thoại của người đứng đầu cấp ủy, chính quyền với CCB",
        ((5, 22), (10, 16)),
        _HALL,
        percent=18,
        people=(10, 40),
        opinions=(8, 22),
    ),
    Gathering(
        ActivityKind.OPINION_ROUND,
        "Góp ý dự thảo nghị quyết, quy ước khu phố",
        ((3, 25), (10, 2)),
        "Các chi hội",
        percent=30,
        opinions=(12, 45),
    ),
    Gathering(
        ActivityKind.COMMUNITY_WORK,
        "Ra quân tổng vệ sinh, treo cờ",
        ((1, 20), (4, 25), (8, 30)),
        "Các tuyến đường trong phường",
        percent=14,
        youth=(20, 60),
        people=(30, 90),
        quantity=(800, 2400),
        measure="mét",
    ),
    Gathering(
        ActivityKind.REUNION_TRIP,
        "Về nguồn, thăm nghĩa trang liệt sĩ",
        ((4, 12),),
        "Nghĩa trang liệt sĩ tỉnh Sông Mới",
        percent=12,
        cost_dong=6_500_000,
    ),
    Gathering(
        ActivityKind.CULTURE_SPORT,
        "Hội thao bóng bàn, cờ tướng CCB",
        ((5, 30),),
        "Nhà văn hóa phường",
        percent=16,
        people=(40, 90),
    ),
)
_INSPECTED = ((3, 28), (6, 5), (9, 26), (12, 3))
_LACKS = (
    "Sổ chi hội thiếu chữ ký người nộp; bổ sung cho đủ",
    "Biên bản sinh hoạt ghi sơ sài; ghi rõ ý kiến và kết luận",
    "Danh sách hội viên chưa khớp với thẻ; đối chiếu lại",
    "Chưa công khai thu chi quý; niêm yết tại nhà văn hóa",
)
_EVERY_THIRD = 3


def make_gatherings(dice: Dice, work: PracticeWork, scene: Scene) -> None:
    """Enter them for three years, up to the last day of the books."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for gathering in _GATHERINGS:
            for on in (date(year, *day) for day in gathering.days):
                if on <= REFERENCE_DAY:
                    add(work.activities, _held(dice, work, scene, gathering, on))
        for place, on in enumerate(date(year, *day) for day in _INSPECTED):
            if on <= REFERENCE_DAY:
                _inspect(dice, work, scene, on, place)
    add(work.activities, _congress(work, scene))


def _held(dice: Dice, work: PracticeWork, scene: Scene, what: Gathering, day: date) -> Activity:
    quarter = f" {(day.month + 2) // 3}/{day.year}" if what.name.endswith("quý") else ""
    counted = _count(dice, what.quantity)
    return Activity(
        id=next_id(work.activities),
        held_on=day,
        kind=what.kind,
        name=what.name + quarter,
        role=what.role,
        place=what.place,
        members_present=max(1, scene.members * what.percent // 100 + dice.number(-2, 2)),
        youth_present=_count(dice, what.youth),
        people_present=_count(dice, what.people),
        opinions=_count(dice, what.opinions),
        quantity=None if counted is None else Decimal(counted // 50 * 50),
        measure=what.measure,
        cost_dong=what.cost_dong,
        result=_RESULT.get(what.kind, ""),
    )


_RESULT = {
    ActivityKind.DIALOGUE: "Ý kiến được trả lời tại chỗ, phần còn lại có thông báo sau",
    ActivityKind.SUPERVISION: "Đã gửi kiến nghị tới UBND phường",
    ActivityKind.OPINION_ROUND: "Tổng hợp gửi Ủy ban MTTQ phường",
    ActivityKind.COMMUNITY_WORK: "Đường sạch, cờ treo đủ các hộ",
}


def _count(dice: Dice, bounds: tuple[int, int]) -> int | None:
    return dice.number(*bounds) if bounds[1] else None


def _inspect(dice: Dice, work: PracticeWork, scene: Scene, day: date, place: int) -> None:
    """The inspectors see one chi hội after the other; two times in three something lacks."""
    units = [unit for unit in scene.standing if unit.stands_on(day)]
    unit = units[((day.year - FIRST_YEAR) * len(_INSPECTED) + place) % len(units)]
    visit = Activity(
        id=next_id(work.activities),
        held_on=day,
        kind=INSPECTION_KINDS[0],
        name=f"Kiểm tra {unit.name}",
        unit_id=unit.id,
        place="Nơi sinh hoạt của chi hội",
        members_present=dice.number(3, 5),
        result="Chi hội hoạt động đúng Điều lệ, tài chính rõ ràng",
    )
    if (day.year + place) % _EVERY_THIRD:
        fix_by_on = day + timedelta(days=20)
        is_mended = day.year < LAST_YEAR
        visit = replace(
            visit,
            result="Còn thiếu sót nhỏ, đã nhắc tại chỗ",
            lessons=_LACKS[place],
            fix_by_on=fix_by_on,
            fixed_on=fix_by_on - timedelta(days=dice.number(1, 9)) if is_mended else None,
        )
    add(work.activities, visit)


def _congress(work: PracticeWork, scene: Scene) -> Activity:
    return Activity(
        id=next_id(work.activities),
        held_on=ELECTED_ON,
        kind=ActivityKind.CONFERENCE,
        name="Đại hội Hội CCB phường, nhiệm kỳ 2025 - 2030",
        place=_HALL,
        members_present=max(1, scene.members * 35 // 100),
        result="Bầu Ban Chấp hành mới, thông qua nghị quyết nhiệm kỳ",
    )
