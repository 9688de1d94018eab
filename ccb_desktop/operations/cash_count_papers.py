"""Minutes of counted cash as a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.funds import funds
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.cash_count import write_cash_counts as write_minutes
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.fund_papers.cash_count import count_paper
from ccb_desktop.domain.member_papers.order import ListOrder
from ccb_desktop.operations.fund_lists import wanted_funds
from ccb_desktop.operations.personal_exports import leaving


def write_cash_counts(store: Store, count_ids: Sequence[int], out: Path) -> Path:
    """Write the minutes of some countings of cash into one Word file, each on its page.

    Raises:
        Invalid: None is chosen, or the file is no `.docx`.
        NotFound: One is not there any more.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    if not count_ids:
        raise Invalid({"count": "Chưa chọn lần kiểm kê nào để in."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        by_id = {count.id: count for count in funds.list_cash_counts(session)}
        names = {fund.id: fund.name for fund in funds.list_funds(session)}
    if set(count_ids) - by_id.keys():
        raise NotFound("Lần kiểm kê này không còn trong sổ. Hãy mở lại danh sách.")
    counts = [by_id[own] for own in count_ids]
    papers = [count_paper(branch, names.get(count.fund_id, ""), count) for count in counts]
    with leaving(store, out, "Biên bản kiểm kê quỹ"):
        return write_minutes(papers, out)


def cash_counts_of(store: Store, fund: str, on: date) -> list[int]:
    """The newest counting up to a day of one fund by its name, or of every fund.

    Raises:
        NotFound: There is no such fund, or nothing was counted.
    """
    with store.reading() as session:
        wanted = {one.id for one in wanted_funds(session, ListOrder(name="", on=on, fund=fund))}
        counts = [one for one in funds.list_cash_counts(session) if one.counted_on <= on]
    newest: dict[int, int] = {}
    for count in counts:
        if count.fund_id in wanted:
            newest.setdefault(count.fund_id, count.id or 0)
    if not newest:
        raise NotFound(
            f"Chưa có lần kiểm kê quỹ nào đến ngày {on:%d/%m/%Y}. Ghi kiểm kê trong Quỹ Hội trước."
        )
    return list(newest.values())
