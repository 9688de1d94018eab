"""What a finished act changed: the one message that windows exchange."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Beside(StrEnum):
    """What an act changes beside the records; it stands among the kinds of records it touched.

    Such an act is told in the history and never played back: what lies beside the store is not.
    """

    KEYS = "keys"
    """Passwords, the recovery code, the key under which the books are written."""
    RESTORE = "restore"
    """The books themselves: another copy of them took their place."""


BESIDE = frozenset(kind.value for kind in Beside)
"""The same as they stand among kinds of records."""


@dataclass(frozen=True, slots=True)
class Change:
    """One committed act.

    Attributes:
        action_id: Number of the act in the history; 0 when nothing was changed.
        label: What was done, in the officer's words, as "Việc vừa làm" shows it.
        kinds: The kinds of records touched (names of tables), so that a page can tell
            whether it has to read again.
    """

    action_id: int
    label: str
    kinds: frozenset[str]


class UndoEffect(StrEnum):
    """What undoing an act would do."""

    PLAYED_BACK = "PLAYED_BACK"
    REVERSES = "REVERSES"
    """Vouchers it posted are taken back by reversals, and that is not undone again."""
    FINAL = "FINAL"
    """It took vouchers back itself, locked a time, or changed more than records, and stays."""


@dataclass(frozen=True, slots=True)
class Action:
    """One line of "Việc vừa làm": an act of the past and whether it can be undone.

    Attributes:
        undone_by: The act that undid this one, if any.
        changes: How many records the act touched.
        kinds: The kinds of records touched.
        effect: What undoing it would do.
        erased: Something of it was erased with somebody's data.
    """

    id: int
    label: str
    done_at: datetime
    done_by: str
    undone_by: int | None
    changes: int
    kinds: frozenset[str] = frozenset()
    effect: UndoEffect = UndoEffect.PLAYED_BACK
    erased: bool = False

    @property
    def can_be_undone(self) -> bool:
        """Whether it is worth trying: what was done since may still stand in the way."""
        return self.undone_by is None and self.effect is not UndoEffect.FINAL

    @property
    def why_not(self) -> str:
        """Why it cannot be undone, or what that means; empty where it is simply played back."""
        if self.undone_by is not None:
            return f"Việc này đã được hoàn tác bằng việc số {self.undone_by}."
        if self.erased:
            return "Dữ liệu cá nhân của việc này đã xóa theo quyết định nên không hoàn tác được."
        if self.effect is UndoEffect.REVERSES:
            return "Có phiếu đã ghi sổ: hoàn tác thì ghi phiếu hủy, không làm lại được nữa."
        if self.effect is UndoEffect.PLAYED_BACK:
            return ""
        return next((said for kind, said in _WHY_FINAL.items() if kind in self.kinds), FIRST_STAYS)


_WHY_FINAL = {
    "users": "Người dùng và vai trò thì sửa lại ở Cài đặt, thẻ Người dùng.",
    Beside.KEYS: "Mật khẩu, mã khôi phục, mã hóa thì đổi lại ở Cài đặt, thẻ Người dùng.",
    Beside.RESTORE: (
        "Muốn trở lại số liệu trước khi phục hồi thì phục hồi bản “Trước khi phục hồi” ở Cài đặt, "
        "thẻ Sao lưu."
    ),
    "period_locks": "Khóa sổ thì mở ở Quỹ Hội, thẻ Sổ quỹ, kèm lý do.",
    "grading_years": "Khóa bình xét thì mở ở trang Thi đua, kèm lý do.",
    "vouchers": "Việc này đã hủy phiếu. Phiếu hủy không hoàn tác được; hủy nhầm thì ghi phiếu mới.",
}
FIRST_STAYS = "Lập sổ là việc đầu tiên, mọi việc khác dựa vào nên không hoàn tác được."


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record as it was before and after an act; `None` where it did not exist."""

    action_id: int
    label: str
    done_at: datetime
    done_by: str
    kind: str
    record_id: int
    before: dict[str, object] | None
    after: dict[str, object] | None
