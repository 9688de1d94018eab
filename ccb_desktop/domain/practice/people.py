"""The people of the practice branch: what the books say of each, some of it missing."""

from datetime import date, timedelta
from typing import Any

from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.lives import Lived
from ccb_desktop.domain.practice.names import Naming, kinh_name, minority_name
from ccb_desktop.domain.practice.policies import policies_of

_HOME_TOWNS = (
    *("Nam Định", "Thái Bình", "Hà Nam", "Hưng Yên", "Hải Dương", "Bắc Ninh", "Thanh Hóa"),
    *("Nghệ An", "Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Quảng Nam", "Bình Định", "Phú Thọ"),
)
_RELIGIONS = {"Không": 84, "Phật giáo": 9, "Công giáo": 6, "Cao Đài": 1}
_EDUCATION = {"10/10": 35, "12/12": 35, "7/10": 15, "9/12": 10, "": 5}
_QUALIFICATIONS = {"": 55, "Trung cấp": 15, "Công nhân kỹ thuật": 15, "Đại học": 10, "Lái xe": 5}
_OFFICER_THEORY = {"Trung cấp": 55, "Cao cấp": 30, "Cử nhân": 10, "": 5}
_OCCUPATIONS = {"Hưu trí": 55, "Nông dân": 25, "Buôn bán nhỏ": 10, "Lái xe": 5, "Bảo vệ": 5}
_FORMATIONS = ("Tiểu đoàn", "Trung đoàn", "Lữ đoàn", "Sư đoàn")
_MILITARY_POSTS = ("Chiến sĩ", "Tiểu đội trưởng", "Trung đội phó", "Trung đội trưởng", "Y tá")
_OFFICER_POSTS = ("Đại đội trưởng", "Tiểu đoàn phó", "Tiểu đoàn trưởng", "Trợ lý tác chiến")
_COMMENDATIONS = (
    *("Huy chương Kháng chiến hạng Nhất", "Huy chương Chiến sĩ vẻ vang hạng Ba"),
    *("Huân chương Chiến công hạng Ba", "Bằng khen của Bộ Quốc phòng"),
)
_BADGES = (80, 75, 70, 65, 60, 55, 50, 45, 40, 30)
_OFFICERS, _PARTY_OR_COMMENDED, _MINORITIES = 5, 8, 6  # admission categories (rule 1)


def make_person(dice: Dice, number: int, lived: Lived, **more: Any) -> Person:
    """A person who lived so.

    Args:
        dice: For everything that is left to chance.
        number: Every person has another: it makes his numbers, sex and people.
        lived: His course of life.
        more: Where and with whom he lives, when he died.
    """
    sex = _sex(number)
    naming = _naming(dice, number, sex, lived.life.category)
    return Person(
        full_name=naming.full_name,
        sort_by_first_word=naming.sort_by_first_word,
        ethnicity=naming.ethnicity if dice.chance(98) else "",
        sex=sex,
        born_on=dice.remembered(lived.born_on),
        policies=policies_of(dice, lived),
        **_papers(dice, number, sex, lived.born_on),
        **_schooling(dice, lived),
        **_service(dice, lived),
        **_party(dice, lived),
        **more,
    )


def _sex(number: int) -> Sex:
    """About eight women among a hundred people."""
    return Sex.FEMALE if number % 12 == 3 else Sex.MALE


def _naming(dice: Dice, number: int, sex: Sex, category: int) -> Naming:
    """One in twenty belongs to a minority, and whoever came in by category 6."""
    if number % 20 == 7 or category == _MINORITIES:
        return minority_name(dice, sex, turn=number // 20)
    return kinh_name(dice, sex)


def _papers(dice: Dice, number: int, sex: Sex, born_on: date) -> dict[str, Any]:
    """Numbers that nobody has: the province 099 and the network 095 are not in use."""
    serial = number * 7919 % 1_000_000  # no two alike up to a million people
    coded = (born_on.year // 100 - 19) * 2 + (sex is Sex.FEMALE)  # century and sex in one figure
    citizen_id = f"099{coded}{born_on.year % 100:02}{serial:06}"
    known = dice.chance(94)
    issued_on = PartialDate.of(dice.day(date(2021, 3, 1), date(2024, 12, 31)))
    entitled = dice.chance(70)
    return {
        "citizen_id": citizen_id if known else "",
        "citizen_id_issued_on": issued_on if known else None,
        "phone": f"095{dice.digits(7)}" if dice.chance(84) else "",
        "home_town": dice.pick(_HOME_TOWNS) if dice.chance(96) else "",
        "insurance_no": f"CK299{dice.digits(10)}" if entitled else "",
        "insurance_entitled": entitled,
        "consent_on": PartialDate(2025, dice.number(7, 12)) if dice.chance(80) else None,
    }


def _schooling(dice: Dice, lived: Lived) -> dict[str, Any]:
    is_officer = lived.life.category == _OFFICERS
    return {
        "religion": dice.weighted(_RELIGIONS),
        "education": dice.weighted(_EDUCATION),
        "qualification": "Sĩ quan chỉ huy" if is_officer else dice.weighted(_QUALIFICATIONS),
        "political_theory": dice.weighted(_OFFICER_THEORY) if is_officer else "",
        "occupation": dice.weighted(_OCCUPATIONS),
    }


def _service(dice: Dice, lived: Lived) -> dict[str, Any]:
    life = lived.life
    posts = _OFFICER_POSTS if life.category == _OFFICERS else _MILITARY_POSTS
    return {
        "enlisted_on": dice.remembered(lived.enlisted_on),
        "discharged_on": dice.remembered(lived.discharged_on),
        "rank": lived.rank,
        "military_post": dice.pick(posts),
        "military_unit": f"{dice.pick(_FORMATIONS)} {dice.number(1, 320)}",
        "periods": frozenset(life.periods) if dice.chance(97) else frozenset(),
        "theatres": dice.pick(life.theatres) if life.theatres else "",
    }


def _party(dice: Dice, lived: Lived) -> dict[str, Any]:
    """The Party, and commendations: category 8 asks for the one or the other."""
    category = lived.life.category
    joined = dice.chance({_OFFICERS: 90, _PARTY_OR_COMMENDED: 60}.get(category, 45))
    commended = dice.chance(25) or (category == _PARTY_OR_COMMENDED and not joined)
    found: dict[str, Any] = {"commendations": dice.pick(_COMMENDATIONS) if commended else ""}
    if not joined:
        return found
    joined_on = lived.enlisted_on + timedelta(days=dice.number(400, 5000))
    official_on = PartialDate.of(joined_on + timedelta(days=365))
    is_over = official_on.first_day <= REFERENCE_DAY
    years = REFERENCE_DAY.year - joined_on.year
    party = {
        "party_joined_on": dice.remembered(joined_on),
        "party_official_on": official_on if dice.chance(70) and is_over else None,
        "party_cell": f"Chi bộ {dice.number(1, 24)}",
        "party_badge": next((badge for badge in _BADGES if badge <= years), None),
    }
    return found | party if joined_on <= REFERENCE_DAY else found
