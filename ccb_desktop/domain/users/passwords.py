"""What a password must be, and how long the next try waits after wrong ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.people_names import fold

LEAST_LETTERS = 8
_WELL_KNOWN = frozenset(
    {
        *("12345678", "123456789", "1234567890", "87654321", "11111111", "00000000"),
        *("password", "matkhau1", "matkhau123", "abc12345", "abcd1234", "qwertyui", "iloveyou"),
        *("cuuchienbinh", "hoiccb123", "vietnam123", "hochiminh"),
    }
)
_FREE_TRIES = 3
_LONGEST_WAIT = timedelta(minutes=5)


def check_password(password: str, again: str, name: str) -> None:
    """See that a new password is worth something and was typed twice alike.

    Length is asked for, not signs of many kinds: a short sentence is easier to remember and
    harder to guess.

    Raises:
        Invalid: Fields `password`, `again`.
    """
    plain = fold(password).replace(" ", "")
    if len(password) < LEAST_LETTERS:
        problem = (
            f"Mật khẩu cần ít nhất {LEAST_LETTERS} ký tự. Một câu ngắn dễ nhớ là tốt nhất, "
            "ví dụ: tên quê và năm nhập ngũ."
        )
    elif len(set(plain)) < 4 or plain in _WELL_KNOWN:
        problem = "Mật khẩu này ai cũng đoán được. Hãy chọn một câu ngắn chỉ mình bác biết."
    elif plain == fold(name).replace(" ", ""):
        problem = "Mật khẩu không được trùng tên người dùng."
    elif password != again:
        raise Invalid({"again": "Hai lần gõ không giống nhau. Gõ lại lần thứ hai."})
    else:
        return
    raise Invalid({"password": problem})


@dataclass(frozen=True, slots=True)
class WrongTries:
    """How often in a row a wrong password was given for one name.

    Attributes:
        last_at: When the last one was.
    """

    count: int = 0
    last_at: datetime = datetime.min

    def wait(self, now: datetime) -> timedelta:
        """How long the next try has to wait; the wait doubles from the third wrong one on.

        A clock that was put back makes nobody wait longer than the longest wait.
        """
        if self.count < _FREE_TRIES:
            return timedelta()
        doubled = min(self.count - _FREE_TRIES + 1, 9)
        due = min(timedelta(seconds=2**doubled), _LONGEST_WAIT)
        return min(max(self.last_at - now + due, timedelta()), _LONGEST_WAIT)
