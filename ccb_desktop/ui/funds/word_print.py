"""Papers of the treasurer written to a Word file of his choice, and offered to be opened."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.papers import file_name
from ccb_desktop.operations.branch import Store, load_branch
from ccb_desktop.operations.cash_count_papers import write_cash_counts
from ccb_desktop.operations.voucher_slips import write_receipts
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk


def print_vouchers(owner: QWidget, desk: Desk, store: Store, voucher_ids: Sequence[int]) -> None:
    """Write the slips of some vouchers, two on a page, into one file."""
    ids = list(voucher_ids)
    _write(owner, desk, store, "Phiếu thu chi", lambda out: write_receipts(store, ids, out))


def print_cash_counts(owner: QWidget, desk: Desk, store: Store, count_ids: Sequence[int]) -> None:
    """Write the minutes of some countings of cash into one file."""
    ids = list(count_ids)
    kind = "Biên bản kiểm kê quỹ"
    _write(owner, desk, store, kind, lambda out: write_cash_counts(store, ids, out))


def _write(
    owner: QWidget, desk: Desk, store: Store, kind: str, write: Callable[[Path], Path]
) -> None:
    choose_target(
        owner,
        "Ghi giấy tờ vào đâu",
        file_name(kind, load_branch(store), date.today(), "docx"),
        WORD_OUT,
        lambda out: desk.background.run(
            lambda _progress: write(out),
            lambda written: tell_written(owner, [written]),
            label="Đang ghi giấy tờ",
            owner=owner,
        ),
    )
