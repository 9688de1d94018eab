"""Passwords come from files, never from what is typed: the list of processes shows that."""

from pathlib import Path

from ccb_desktop.domain.errors import Invalid, NotFound


def password_in(file: Path | None) -> str:
    """The first line of a file; empty where none is given.

    Raises:
        NotFound: The file cannot be read.
        Invalid: Its first line is empty, or no text.
    """
    if file is None:
        return ""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise NotFound(f"Không đọc được tệp mật khẩu “{file}”. Hãy xem lại tên tệp.") from error
    except UnicodeDecodeError as error:
        raise Invalid({"password": f"Tệp mật khẩu “{file}” không phải là tệp chữ."}) from error
    if not lines or not lines[0].strip():
        raise Invalid({"password": f"Dòng đầu của tệp mật khẩu “{file}” còn trống."})
    return lines[0]
