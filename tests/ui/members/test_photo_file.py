"""Pictures of cameras and scanners: read, turned, cut, shrunk, or refused plainly."""

import struct
import zlib

import pytest
from PySide6.QtGui import QColor, QImage

from ccb_desktop.domain.attached_files import MOST_BYTES, check_photo
from ccb_desktop.domain.errors import BadFile, NotFound
from ccb_desktop.ui.members import photo_file
from ccb_desktop.ui.members.photo_frame import PhotoFrame


def picture(path, width=1600, height=1200):
    """Left half red, right half blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for right in range(width // 2, width):
        for down in range(0, height, max(1, height // 40)):
            image.setPixelColor(right, down, QColor("blue"))
    assert image.save(str(path))
    return path


def turned(path):
    """The same JPEG with a camera's note that it must be turned a quarter to the right."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    note = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08" + struct.pack(">H", 1) + entry + b"\x00" * 4
    content = path.read_bytes()
    block = b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note
    path.write_bytes(content[:2] + block + content[2:])
    return path


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.bmp"])
def test_a_picture_is_read_whatever_its_kind(qt_app, tmp_path, name):
    image = photo_file.read_picture(picture(tmp_path / name, 300, 200))
    assert (image.width(), image.height()) == (300, 200)


def test_a_name_says_little(qt_app, tmp_path):
    file = picture(tmp_path / "a.png", 30, 20)
    assert not photo_file.read_picture(file.rename(tmp_path / "a.jpg")).isNull()


def test_it_is_turned_as_the_camera_says(qt_app, tmp_path):
    image = photo_file.read_picture(turned(picture(tmp_path / "a.jpg", 320, 160)))
    assert (image.width(), image.height()) == (160, 320)
    assert image.pixelColor(80, 20).red() > 200  # the left half is above now


def test_a_large_one_is_shrunk_in_reading(qt_app, tmp_path):
    image = QImage(8000, 4000, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    image.save(str(tmp_path / "a.jpg"))
    read = photo_file.read_picture(tmp_path / "a.jpg")
    assert (read.width(), read.height()) == (3000, 1500)


def test_what_the_frame_holds_becomes_a_small_jpeg(qt_app, tmp_path):
    image = photo_file.read_picture(picture(tmp_path / "a.jpg"))
    cut = photo_file.cut_out(image, PhotoFrame.over((1600, 1200)))
    check_photo(cut)
    kept = QImage.fromData(cut)
    assert (kept.width(), kept.height()) == (600, 800)
    small = QImage.fromData(photo_file.cut_out(image, PhotoFrame((1600, 1200), 0, 0, 300)))
    assert (small.width(), small.height()) == (300, 400)
    assert small.pixelColor(100, 100).red() > 200


def test_what_is_seen_through_becomes_white(qt_app, tmp_path):
    image = QImage(300, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    kept = QImage.fromData(photo_file.cut_out(image, PhotoFrame.over((300, 400))))
    assert kept.pixelColor(150, 200).lightness() > 250


HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"%PDF-1.4", "không phải là ảnh"),
        (HEIC, "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải là ảnh"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "bị hỏng"),
    ],
)
def test_what_is_no_picture_is_refused_by_name(qt_app, tmp_path, no_qt_warnings, content, said):
    file = tmp_path / "anh.jpg"
    file.write_bytes(content)
    with pytest.raises(BadFile, match=said) as refused:
        photo_file.read_picture(file)
    assert "anh.jpg" in str(refused.value)
    no_qt_warnings.clear()  # Qt has said in English what is wrong with the spoilt one


def test_too_many_bytes_or_points_and_no_file_are_refused(qt_app, tmp_path):
    large = tmp_path / "lon.jpg"
    with large.open("wb") as opened:
        opened.truncate(MOST_BYTES + 1)
    with pytest.raises(BadFile, match="20 MB"):
        photo_file.read_picture(large)
    with pytest.raises(NotFound):
        photo_file.read_picture(tmp_path / "khong-co.jpg")
    bomb = tmp_path / "bom.png"
    header = struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0)
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", b"\x78\x9c"))
    with pytest.raises(BadFile, match="quá nhiều điểm ảnh"):
        photo_file.read_picture(bomb)


def _chunk(kind, content):
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum
