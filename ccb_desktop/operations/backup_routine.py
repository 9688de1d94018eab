"""What is done for the backups every half hour, and when the window is come back to."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.store import Store
from ccb_desktop.domain.backup_care import BackupCare
from ccb_desktop.domain.errors import Stopped, UserError
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.rehearsals import Rehearsal
from ccb_desktop.operations import backups, rehearsals, second_place
from ccb_desktop.operations.backup_care import care_of


@dataclass(frozen=True, slots=True)
class RoutineDone:
    """How the backups are cared for now, and what was done for them.

    Attributes:
        news: One sentence for each thing that was done or failed; most times there is none.
    """

    care: BackupCare
    news: tuple[str, ...] = ()


def run_routine(store: Store, progress: Tell) -> RoutineDone:
    """Back up what changed; then see to the second place, the workbook and the rehearsal.

    Only the backup itself must not fail; what else fails is told as news and tried again.

    Args:
        store: The books.
        progress: Is told what is in hand; may raise `Stopped`.

    Raises:
        As `backups.back_up_if_changed`.
    """
    backups.back_up_if_changed(store)
    news = [
        *_second_place(store, progress),
        *_workbook(store, progress),
        *_rehearsal(store, progress),
    ]
    return RoutineDone(care_of(store), tuple(news))


def look_for_second_place(store: Store, progress: Tell) -> RoutineDone:
    """Catch the second place up, if it has come; the look when the window is come back to."""
    news = _second_place(store, progress)
    return RoutineDone(care_of(store), tuple(news))


def _second_place(store: Store, progress: Tell) -> list[str]:
    done = second_place.catch_up(store, progress)
    news = [f"Đã chép {done.brought} bản sao lưu sang nơi thứ hai."] if done.brought else []
    if done.renewed:
        news.append(f"Đã mã hóa {done.renewed} bản sao lưu cũ ở nơi thứ hai.")
    return [*news, done.trouble] if done.trouble else news


def _workbook(store: Store, progress: Tell) -> list[str]:
    from ccb_desktop.operations import monthly_workbook  # noqa: PLC0415 (half the program; rare)

    try:
        written = monthly_workbook.write_if_due(store, date.today(), progress)
    except Stopped:
        raise
    except UserError as error:
        return [str(error)]
    if written is None:
        return []
    return [
        "Đã ghi tệp Excel của tháng cạnh các bản sao lưu; trong tệp có đủ số CCCD, điện thoại, "
        "đừng đưa cho người ngoài."
    ]


def _rehearsal(store: Store, progress: Tell) -> list[str]:
    try:
        done = rehearsals.rehearse_if_due(store, progress)
    except Stopped:
        raise
    except UserError as error:
        return [f"Chưa diễn tập phục hồi được. {error}"]
    return [_told(done)] if done is not None else []


def _told(done: Rehearsal) -> str:
    return "Diễn tập phục hồi: ĐẠT." if done.is_good else f"Diễn tập phục hồi. {done.verdict}"
