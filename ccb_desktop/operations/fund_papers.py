"""The treasurer's papers as files: cash books, disclosure sheets."""

from datetime import date
from pathlib import Path

from ccb_desktop.data.funds import funds
from ccb_desktop.data.store import Store
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.member_papers.order import ListOrder
from ccb_desktop.operations.papers import write_list
from ccb_desktop.operations.voucher_slips import write_receipts as write_receipts


def write_cash_book(
    store: Store,
    fund_id: int | None,
    from_on: date,
    to_on: date,
    out: Path,
    place: MoneyPlace | None = None,
) -> Path:
    """Write book 5 of one fund, or of all funds in one file, as `.xlsx` or `.docx`.

    Args:
        store: The books.
        fund_id: The fund; all funds in being when `None`.
        from_on: First day.
        to_on: Last day.
        out: The file.
        place: One place of the money; all of it when not given.

    Raises:
        NotFound: The fund is not there any more.
        Invalid, FileInUse, DiskFull, ReadOnly: As `operations.papers.write_list`.
    """
    name = ""
    if fund_id is not None:
        with store.reading() as session:
            name = funds.load_fund(session, fund_id).name
    order = ListOrder(name="cash-book", on=to_on, from_on=from_on, fund=name, place=place)
    return write_list(store, order, out)
