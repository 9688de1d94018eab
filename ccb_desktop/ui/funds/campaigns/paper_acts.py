"""Papers of one campaign: asked where to, written in the background, offered to be opened."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.fund_papers.certificates import LABEL
from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.donors import DonorOrder, donors_of
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import campaign_papers
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

ORDERS = ((DonorOrder.AMOUNT, "theo số tiền"), (DonorOrder.NAME, "theo tên"))
"""In which orders donors are listed, and what officers call that."""


class CampaignPapers:
    """What is written about the campaign that is open."""

    def __init__(self, owner: QWidget, desk: Desk, store: Store) -> None:
        self._owner = owner
        self._desk = desk
        self._store = store

    def donors(self, campaign_id: int, order: DonorOrder, ending: str) -> None:
        """The public list, `docx` or `xlsx`."""
        self._write(
            "Danh sách ủng hộ",
            ending,
            partial(campaign_papers.write_donors, self._store, campaign_id, order, date.today()),
        )

    def board(self, campaign_id: int, order: DonorOrder) -> None:
        """The sheet in large letters for the notice board."""
        self._write(
            "Bảng vàng ủng hộ",
            "docx",
            partial(campaign_papers.write_board, self._store, campaign_id, order, date.today()),
        )

    def progress(self, campaign_id: int, ending: str) -> None:
        """The table by unit, `docx` or `xlsx`."""
        self._write(
            "Kết quả vận động",
            ending,
            partial(campaign_papers.write_progress, self._store, campaign_id, date.today()),
        )

    def certificates(self, campaign_id: int, gifts: Collection[Contribution]) -> None:
        """Certificates for those who gave these gifts; for everybody where there are none."""
        keys = {donor.key for donor in donors_of(gifts, {})} or None
        self._write(
            LABEL,
            "docx",
            partial(
                campaign_papers.write_certificates, self._store, campaign_id, keys, date.today()
            ),
        )

    def _write(self, what: str, ending: str, write: Callable[[Path], Path]) -> None:
        name = campaign_papers.suggested_name(self._store, what, date.today(), ending)
        choose_target(
            self._owner,
            "Ghi vào đâu",
            name,
            WORD_OUT if ending == "docx" else EXCEL_OUT,
            lambda out: self._desk.background.run(
                lambda _progress: write(out),
                lambda written: tell_written(self._owner, [written]),
                label=f"Đang ghi {what.lower()}",
                owner=self._owner,
            ),
        )
