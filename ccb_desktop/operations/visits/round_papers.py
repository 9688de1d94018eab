"""Papers of gift rounds: the list on which recipients sign."""

from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import rounds
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visit_papers.signature_list import no_list, signature_list
from ccb_desktop.domain.visits.rounds import GiftRound, Handed
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.visits.rounds import round_file


def gift_list(session: Session, source: ListSource) -> ListPaper:
    """The list of the round whose name is the filter; without one, that of the latest.

    Raises:
        NotFound: There is no round of that name.
    """
    order = source.order
    known = rounds.list_rounds(session)
    asked = search_key(order.filter)
    if asked:
        found = [one for one in known if asked in search_key(one.title)]
    else:
        found = [one for one in known if one.planned_on <= order.on] or known
    if not found and asked:
        listed = "; ".join(one.title for one in known) or "chưa có đợt nào"
        raise NotFound(f"Không có đợt tặng quà tên “{order.filter}”. Các đợt có: {listed}.")
    plain = ListSource(
        order=ListOrder(name=order.name, on=order.on, masked=order.masked),
        branch=source.branch,
        labels=source.labels,
    )
    return _list_of(session, plain, found[0]) if found else no_list(plain)


def _list_of(session: Session, source: ListSource, one: GiftRound) -> ListPaper:
    file = round_file(session, one.id or 0, source.order.on)
    lines = [it.line for it in file.listed if it.handed is not Handed.ABSENT]
    return signature_list(source, file.round, lines, file.unit_names, file.born)


def write_signature_list(store: Store, round_id: int, on: date, out: Path) -> Path:
    """Write the list of a round as `.docx` or `.xlsx`; absentees are left out.

    Raises:
        NotFound: The round is not there any more.
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        source = ListSource(
            order=ListOrder(name="gift-list", on=on), branch=settings.load_branch(session)
        )
        paper = _list_of(session, source, rounds.load_round(session, round_id))
    return write_paper(store, paper, out)


def suggested_name(store: Store, on: date, ending: str) -> str:
    """A file name in ASCII: `Danh-sach-ky-nhan_Phuong-An-Lac_2026-02-10.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name("Danh sách ký nhận", branch, on, ending)
