"""Locked years of grading hold against every act, also those of other subjects."""

from collections.abc import Iterator
from contextlib import contextmanager

from ccb_desktop.data.emulation import locked
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.households import Household


@contextmanager
def keeping_locked(session: Session) -> Iterator[None]:
    """Let an act be done only where it leaves the findings of locked years as they are.

    Only `unlock_year` opens a year, for it asks for the reason.

    Raises:
        Conflict: It would change one, or open such a year; nothing of the act is kept.
    """
    years = locked.locked_years(session)
    before = locked.findings_of(session, years) if years else frozenset()
    yield
    if not years:
        return
    if years - locked.locked_years(session):
        raise Conflict(
            "Khóa bình xét không hoàn tác ở đây được, vì mở khóa phải có lý do. Sổ không đổi. "
            "Vào trang Thi đua, chọn năm ấy, bấm Mở khóa và ghi lý do."
        )
    changed = before ^ locked.findings_of(session, years)
    if changed:
        raise Conflict(
            "Việc này sẽ đổi kết quả thi đua của năm đã khóa nên chưa làm. Sổ vẫn nguyên. Muốn "
            "làm, mở trang Thi đua, chọn năm ấy, bấm Mở khóa và ghi lý do, rồi làm lại."
        )


def check_one_finding(session: Session, first: Household, second: Household) -> None:
    """See that of two households made one no finding of a locked year falls away.

    Raises:
        Conflict: Both were assessed in a year that is locked.
    """
    assessed = (
        {one.year for one in home.years if one.cultural_family is not None}
        for home in (first, second)
    )
    both = set.intersection(*assessed) & locked.locked_years(session)
    if both:
        raise Conflict(
            f"Hai hộ này đều đã xét Gia đình văn hóa năm {max(both)}, năm ấy đã khóa, nên chưa "
            "gộp. Hai hồ sơ vẫn nguyên. Mở trang Thi đua, chọn năm ấy, bấm Mở khóa và ghi lý do, "
            "rồi gộp lại."
        )
