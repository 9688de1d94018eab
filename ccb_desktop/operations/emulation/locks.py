"""Locked years of grading hold against every act, also those of other subjects."""

from collections.abc import Iterator
from contextlib import contextmanager

from ccb_desktop.data.emulation import locked
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Conflict


@contextmanager
def keeping_locked(session: Session) -> Iterator[None]:
    """Let an act be done only where it leaves the findings of locked years as they are.

    Raises:
        Conflict: It would change one; nothing of the act is kept.
    """
    years = locked.locked_years(session)
    before = locked.findings_of(session, years) if years else frozenset()
    yield
    if not years:
        return
    changed = before ^ locked.findings_of(session, years)
    if changed:
        raise Conflict(
            "Việc này sẽ đổi kết quả thi đua của năm đã khóa nên chưa làm. Sổ vẫn nguyên. Muốn "
            "làm, mở trang Thi đua, chọn năm ấy, bấm Mở khóa và ghi lý do, rồi làm lại."
        )
