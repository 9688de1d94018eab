"""Courses of life: when somebody served, where, as what, and by which category he was admitted.

The nine categories are those of rule 1; each life fits the category it names.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from ccb_desktop.domain.practice.dice import Dice


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A kind of course of life.

    Attributes:
        weight: How many of a thousand members lived it.
        enlisted: First and last day of enlisting.
        years: Least and most years of service.
        periods: Codes of the list `PERIOD`.
        recent: Such people are still being admitted today.
    """

    category: int
    weight: int
    enlisted: tuple[date, date]
    years: tuple[int, int]
    periods: tuple[str, ...]
    ranks: tuple[str, ...]
    theatres: tuple[str, ...] = ()
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Lived:
    """One course of life with its days."""

    life: Life
    born_on: date
    enlisted_on: date
    discharged_on: date
    rank: str


_SOLDIERS = ("Binh nhất", "Hạ sĩ", "Trung sĩ", "Trung sĩ", "Thượng sĩ", "Chuẩn úy", "Thiếu úy")
_OFFICERS = ("Đại úy", "Thiếu tá", "Trung tá", "Trung tá", "Thượng tá", "Đại tá")
_SOUTH = ("Tây Nguyên", "Quảng Trị", "Đông Nam Bộ", "Khu 5", "Tây Ninh", "Trường Sơn")
_NORTH = ("Lạng Sơn", "Cao Bằng", "Vị Xuyên", "Quảng Ninh", "Lào Cai")
_K = ("Chiến trường K", "Xiêm Riệp", "Bát Tam Băng", "An Giang", "Tây Ninh")

LIVES = (
    Life(
        category=1,
        weight=4,
        enlisted=(date(1944, 1, 1), date(1945, 8, 15)),
        years=(10, 35),
        periods=("ANTI_FRENCH",),
        ranks=("Thượng sĩ", "Đại úy", "Trung tá"),
        theatres=("Việt Bắc", "Điện Biên Phủ"),
    ),
    Life(
        category=2,
        weight=30,
        enlisted=(date(1949, 1, 1), date(1954, 6, 30)),
        years=(3, 28),
        periods=("ANTI_FRENCH",),
        ranks=(*_SOLDIERS, "Đại úy", "Thiếu tá"),
        theatres=("Điện Biên Phủ", "Liên khu 5", "Đồng bằng Bắc Bộ"),
    ),
    Life(
        category=2,
        weight=260,
        enlisted=(date(1962, 1, 1), date(1975, 4, 29)),
        years=(3, 16),
        periods=("ANTI_AMERICAN",),
        ranks=(*_SOLDIERS, "Trung úy", "Đại úy"),
        theatres=_SOUTH,
    ),
    Life(
        category=2,
        weight=50,
        enlisted=(date(1966, 1, 1), date(1973, 12, 31)),
        years=(4, 12),
        periods=("ANTI_AMERICAN", "LAOS"),
        ranks=_SOLDIERS,
        theatres=("Chiến trường C", "Cánh đồng Chum", "Nam Lào"),
    ),
    Life(
        category=2,
        weight=50,
        enlisted=(date(1972, 1, 1), date(1975, 4, 29)),
        years=(5, 20),
        periods=("ANTI_AMERICAN", "SOUTHWEST_BORDER", "CAMBODIA"),
        ranks=(*_SOLDIERS, "Thượng úy", "Đại úy"),
        theatres=_K,
    ),
    Life(
        category=2,
        weight=120,
        enlisted=(date(1976, 1, 1), date(1985, 12, 31)),
        years=(3, 6),
        periods=("SOUTHWEST_BORDER", "CAMBODIA"),
        ranks=_SOLDIERS,
        theatres=_K,
    ),
    Life(
        category=3,
        weight=70,
        enlisted=(date(1963, 1, 1), date(1973, 12, 31)),
        years=(3, 9),
        periods=("ANTI_AMERICAN",),
        ranks=("Dân quân", "Dân quân", "Thanh niên xung phong"),
        theatres=("Khu 4", "Trường Sơn"),
    ),
    Life(
        category=4,
        weight=40,
        enlisted=(date(1965, 1, 1), date(1974, 12, 31)),
        years=(5, 20),
        periods=("ANTI_AMERICAN",),
        ranks=("Công nhân viên quốc phòng",),
    ),
    Life(
        category=5,
        weight=150,
        enlisted=(date(1974, 1, 1), date(1997, 12, 31)),
        years=(15, 25),
        periods=("PEACETIME",),
        ranks=_OFFICERS,
        recent=True,
    ),
    Life(
        category=6,
        weight=20,
        enlisted=(date(1989, 9, 1), date(1998, 12, 31)),
        years=(2, 3),
        periods=("PEACETIME",),
        ranks=_SOLDIERS[:4],
        recent=True,
    ),
    Life(
        category=7,
        weight=150,
        enlisted=(date(1978, 3, 1), date(1989, 8, 31)),
        years=(3, 5),
        periods=("NORTHERN_BORDER",),
        ranks=_SOLDIERS,
        theatres=_NORTH,
        recent=True,
    ),
    Life(
        category=8,
        weight=60,
        enlisted=(date(1989, 9, 1), date(1999, 6, 30)),
        years=(2, 6),
        periods=("PEACETIME",),
        ranks=_SOLDIERS,
        recent=True,
    ),
    Life(
        category=9,
        weight=12,
        enlisted=(date(1990, 1, 1), date(1997, 12, 31)),
        years=(4, 8),
        periods=("PEACETIME",),
        ranks=("Thiếu úy", "Trung úy", "Thượng úy"),
        recent=True,
    ),
)

ONE_OF_EACH = tuple({life.category: life for life in reversed(LIVES)}.values())
"""One life of each category, the ninth first."""

ALL = {life: life.weight for life in LIVES}
RECENT = {life: life.weight for life in LIVES if life.recent}
OF_THE_WARS = {life: life.weight for life in LIVES if life.enlisted[1] < date(1976, 1, 1)}
"""Lives by their weights: of any member, of the newly admitted, of the old."""

_YEAR = 365.25


def live(dice: Dice, life: Life) -> Lived:
    """A course of life with its days: enlisted at 18 to 22 years of age."""
    enlisted_on = dice.day(*life.enlisted)
    born_on = enlisted_on - timedelta(days=dice.number(int(18 * _YEAR) + 1, int(22 * _YEAR)))
    least, most = life.years
    served = dice.number(least, most)
    discharged_on = enlisted_on + timedelta(days=served * _YEAR)
    # The longer the service, the higher the rank.
    place = (served - least) * len(life.ranks) // (most - least + 1)
    return Lived(life, born_on, enlisted_on, discharged_on, life.ranks[place])
