"""What the program needs of the Qt it runs on."""

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QWidget

from ccb_desktop import paths

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def test_void_calls_keep_none_alive(qt_app):
    """Some builds of PySide6 lose a reference to None in every void call and then abort."""
    widget = QWidget()
    place = QRect(0, 0, 10, 10)
    before = sys.getrefcount(None)
    for _ in range(500):
        widget.setGeometry(place)
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_font_of_the_program_is_used(qt_app):
    assert QFontInfo(qt_app.font()).family() == "Noto Sans"


def test_the_fonts_draw_every_vietnamese_letter(qt_app):
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        font = QRawFont(str(file), 14)
        letters = VIETNAMESE + VIETNAMESE.upper() + "₫–…“”·"
        assert [letter for letter in letters if not font.supportsCharacter(ord(letter))] == []
