"""Pictures from a camera or scanner: read, turned upright, cut and shrunk to a small JPEG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from ccb_desktop.domain.attached_files import PHOTO_PIXELS, check_size
from ccb_desktop.domain.errors import BadFile, NotFound, ReadOnly
from ccb_desktop.ui.members.photo_frame import PhotoFrame

PICTURES_IN = "Ảnh (*.jpg *.jpeg *.png *.bmp *.gif *.tif *.tiff *.webp)"

_FORMATS = frozenset({b"jpeg", b"png", b"bmp", b"gif", b"tiff", b"webp"})
_PHONE_FORMATS = (b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"hevc")
_MOST_POINTS = 120_000_000
_LONGEST_SIDE = 3000  # points; more than enough to cut a face out of
_QUALITY = 88


def read_picture(path: Path) -> QImage:
    """A picture, turned as its camera says.

    Raises:
        BadFile: It is no picture, of a kind that this program cannot read, or too large.
        NotFound, ReadOnly: The file cannot be read.
    """
    content = _content(path)
    if content[4:8] == b"ftyp" and content[8:12] in _PHONE_FORMATS:
        raise BadFile(
            f"Ảnh “{path.name}” là ảnh điện thoại kiểu HEIC, chương trình không đọc được. Chưa lưu "
            "gì. Hãy đổi sang JPG: mở ảnh trên điện thoại, gửi qua Zalo rồi lưu về máy."
        )
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise BadFile(
            f"“{path.name}” không phải là ảnh đọc được. Chưa lưu gì. Hãy chọn tệp ảnh JPG hoặc PNG."
        )
    _shrink_in_reading(reader, path.name)
    image = reader.read()
    if image.isNull():
        raise BadFile(
            f"Ảnh “{path.name}” bị hỏng, không đọc được. Chưa lưu gì. Hãy chép lại ảnh từ máy ảnh, "
            "điện thoại, hoặc chọn ảnh khác."
        )
    return image


def _content(path: Path) -> bytes:
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(
            f"Không thấy tệp “{path.name}” (có thể USB đã rút ra). Chưa lưu gì. Hãy chọn lại."
        ) from error
    except OSError as error:
        raise ReadOnly(f"Không đọc được tệp “{path.name}”. Chưa lưu gì. Hãy chọn lại.") from error


def _shrink_in_reading(reader: QImageReader, name: str) -> None:
    size = reader.size()
    if size.width() * size.height() > _MOST_POINTS:
        raise BadFile(
            f"Ảnh “{name}” có quá nhiều điểm ảnh ({size.width()} × {size.height()}). Chưa lưu gì. "
            "Hãy thu nhỏ ảnh rồi chọn lại."
        )
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        largest = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        reader.setScaledSize(size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio))


def cut_out(image: QImage, frame: PhotoFrame) -> bytes:
    """What a frame holds, on white, as a JPEG of at most 600 × 800 points."""
    part = image.copy(
        QRect(round(frame.left), round(frame.top), round(frame.width), round(frame.height))
    )
    if part.width() > PHOTO_PIXELS[0] or part.height() > PHOTO_PIXELS[1]:
        part = part.scaled(
            QSize(*PHOTO_PIXELS),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _as_jpeg(_on_white(part))


def _on_white(image: QImage) -> QImage:
    """Without anything to be seen through, and without what the camera noted."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _as_jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
