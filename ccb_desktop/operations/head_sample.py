"""How the head and the signature of papers will look, before the branch's settings are kept."""

from datetime import date
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.documents.word import head_sample
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import Letterhead, board_signature, letterhead_of
from ccb_desktop.operations.left_overs import noting

_TITLES = ("BÁO CÁO", "Phần đầu và phần ký của văn bản")
_NUMBER = 5


def write_head_sample(store: Store, branch: Branch, out: Path) -> Path:
    """Write the head and the signature that papers of this branch would have.

    Raises:
        FileInUse, DiskFull, ReadOnly: The file cannot be written.
    """
    with noting(store.folder, out.parent):
        return head_sample.write_head_sample(_head(branch), board_signature(branch), _TITLES, out)


def head_warning(branch: Branch) -> str:
    """What does not stand well in the head, in a sentence; empty where all does."""
    names = head_sample.badly_broken(_head(branch))
    if not names:
        return ""
    told = " và ".join(f"“{name}”" for name in names)
    return (
        f"Tên {told} dài quá hai dòng hoặc bị ngắt giữa chừng ở góc trái. Hãy viết gọn hơn "
        "(Hội CCB thay cho Hội Cựu chiến binh) hoặc đặt dấu / vào chỗ muốn ngắt dòng."
    )


def _head(branch: Branch) -> Letterhead:
    return letterhead_of(branch, date.today(), symbol="BC", number=_NUMBER)
