"""Names of fictional people, put together from common words.

Given names that leaders and heroes of the country bore are left out on purpose, so that no
combination brings one of them about.
"""

from typing import NamedTuple

from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.practice.dice import Dice


class Naming(NamedTuple):
    """A name, and the people it comes from."""

    full_name: str
    ethnicity: str
    sort_by_first_word: bool


_FAMILIES = {
    **{"Nguyễn": 32, "Trần": 12, "Lê": 10, "Phạm": 8, "Hoàng": 5, "Vũ": 4, "Phan": 4},
    **{"Đặng": 4, "Bùi": 4, "Đỗ": 3, "Hồ": 2, "Ngô": 2, "Dương": 2, "Lý": 1, "Đinh": 1},
    **{"Trịnh": 1, "Đoàn": 1, "Mai": 1, "Cao": 1, "Tạ": 1, "Lưu": 1, "Thái": 1},
}
_MEN_MIDDLE = {
    **{"Văn": 40, "Hữu": 10, "Đình": 8, "Xuân": 8, "Ngọc": 6, "Quang": 6, "Công": 6},
    **{"Viết": 4, "Văn Hữu": 2, "Trọng": 4, "Thế": 3, "Khắc": 3},
}
_MEN = (
    *("Ái", "Ân", "Bền", "Bính", "Chất", "Chuyên", "Chung", "Dần", "Dậu", "Đảng", "Điền"),
    *("Đoan", "Giao", "Hậu", "Hoạch", "Hợi", "Khoát", "Khuyến", "Kiểm", "Lợi", "Luận"),
    *("Lượng", "Mão", "Miền", "Mùi", "Nghiêm", "Nhạc", "Nhẫn", "Nhiên", "Nhuận", "Ngọ", "Phán"),
    *("Phấn", "Quế", "Rạng", "Sắc", "Sửu", "Thêm", "Thìn", "Thoan", "Thuần", "Thước", "Tiệp"),
    *("Tính", "Toan", "Triển", "Tuất", "Tuyến", "Ước", "Vạn", "Vụ", "Xương", "Yên"),
)
_WOMEN_MIDDLE = {"Thị": 70, "Thị Kim": 6, "Thị Thu": 6, "Thị Ngọc": 6, "Thị Bích": 6, "Thị Lệ": 6}
_WOMEN = (
    *("Bưởi", "Chanh", "Chín", "Cúc", "Dịu", "Đào", "Gấm", "Hậu", "Hiên", "Huê"),
    *("Khuyên", "Lài", "Lành", "Liễu", "Lụa", "Lựu", "Mận", "Miên", "Mơ", "Mùi", "Na", "Ngoan"),
    *("Nhài", "Nhạn", "Nhàn", "Nụ", "Phấn", "Phượng", "Quyên", "Sen", "Thắm", "Thêm", "Thìn"),
    *("Thoa", "Thơm", "Thuận", "Tơ", "Tuất", "Vui", "Xoan", "Xuyến"),
)

_E_DE_CLANS = ("Niê", "Rcăm", "Mlô", "Kbuôr", "Êban", "Hwing", "Byă", "Knul", "Ktul", "Ênuôl")
_E_DE_MEN = ("Nô", "Blơ", "Drai", "Hiu", "Khem", "Phên", "Tlam", "Wơn", "Yông", "Sưn", "Kli")
_E_DE_WOMEN = ("Lan", "Bia", "Nin", "Rưi", "Pôc", "Wiêt", "Krih", "Dliê", "Mrai", "Nhơi", "Yuên")

_PEOPLES = {
    "Khơ Me": (("Thạch", "Danh", "Kim"), ("Sà", "Sa", "Phô"), ("Rết", "Rươl", "Đây", "Sên")),
    "Chăm": (("Thiên", "Quảng", "Báo"), ("Sanh", "Văn"), ("Thuần", "Tỷ", "Đắc", "Gia")),
    "Tày": (("Nông", "Hoàng", "Lương"), ("Văn", "Ích"), ("Sính", "Páo", "Thàng", "Lèng")),
    "Mường": (("Bùi", "Quách", "Đinh"), ("Văn",), ("Nhắc", "Ịn", "Ểnh", "Rạng")),
    "Hoa": (("Lâm", "Trương", "Quách"), ("Vĩ", "Chấn", "Diệu"), ("Xương", "Phát", "Hỷ", "Cẩm")),
    "Nùng": (("Nông", "Triệu", "Lộc"), ("Văn", "Viết"), ("Slình", "Páo", "Phúng", "Cắm")),
    "H'Mông": (("Giàng", "Sùng", "Thào", "Vàng"), ("A",), ("Páo", "Lử", "Chẩu", "Dế")),
    "Thái": (("Lò", "Quàng", "Lường", "Cà"), ("Văn",), ("Ín", "Xôm", "Piếng", "Hặc")),
}
"""People → family names, middle words, given names of men."""

_TURNS = ("Ê Đê", "Ê Đê", *_PEOPLES)


def kinh_name(dice: Dice, sex: Sex) -> Naming:
    """A name of the majority."""
    is_man = sex is Sex.MALE
    middle = dice.weighted(_MEN_MIDDLE if is_man else _WOMEN_MIDDLE)
    given = dice.pick(_MEN if is_man else _WOMEN)
    return Naming(f"{dice.weighted(_FAMILIES)} {middle} {given}", "Kinh", False)


def minority_name(dice: Dice, sex: Sex, turn: int) -> Naming:
    """A name of another people of the country; the peoples take their turns."""
    people = _TURNS[turn % len(_TURNS)]
    is_man = sex is Sex.MALE
    if people == "Ê Đê":
        given = f"Y {dice.pick(_E_DE_MEN)}" if is_man else f"H'{dice.pick(_E_DE_WOMEN)}"
        return Naming(f"{given} {dice.pick(_E_DE_CLANS)}", people, True)
    families, middles, men = _PEOPLES[people]
    family = dice.pick(families)
    rest = f"{dice.pick(middles)} {dice.pick(men)}" if is_man else f"Thị {dice.pick(_WOMEN)}"
    return Naming(f"{family} {rest}", people, False)
