"""Set up the practice branch: fictional books to practise on."""

from ccb_desktop.data import charter
from ccb_desktop.data.members import units
from ccb_desktop.data.members.books import write_books
from ccb_desktop.data.report_duties import save_duty
from ccb_desktop.data.report_texts import save_report_text
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.practice import documents
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.welfare.whole import make_money_and_welfare
from ccb_desktop.domain.practice.work.whole import make_work
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.demo_money import write_money
from ccb_desktop.operations.register import enter_arrival_in, give_number_in
from ccb_desktop.paths import DataFolder

MOST_MEMBERS = 200_000


def make_demo_branch(folder: DataFolder, *, members: int = 320, seed: int = 1) -> Store:
    """Make the books of the practice branch in an empty folder and open them.

    Args:
        folder: Where no books are yet.
        members: How many are in the Hội on the last day of its books, 30/06/2026.
        seed: The same number gives the same people and events.

    Raises:
        Invalid: `members` is below 1 or above `MOST_MEMBERS`.
        Conflict: The folder holds books already; they are left as they are.
    """
    if not 1 <= members <= MOST_MEMBERS:
        raise Invalid({"members": f"Số hội viên phải từ 1 đến {MOST_MEMBERS}."})
    practice = make_practice_branch(members, seed)
    money, welfare = make_money_and_welfare(practice.books, members, seed)
    work = make_work(practice.books, money, members, seed)

    def fill(store: Store) -> None:
        with store.writing("Lập số liệu thực hành") as session:
            write_books(session, practice.books)
            for term in practice.terms:
                units.save_term(session, term)
            for report in practice.exemption_reports:
                charter.save_report(session, report)
            for written in practice.report_texts:
                save_report_text(session, *written)
            write_money(session, money, welfare, work)
            _write_documents(session, practice.branch)

    return start_branch(folder, practice.branch, fill)


def _write_documents(session: Session, branch: Branch) -> None:
    """The register of documents and the calendar of reports."""
    for order in documents.make_orders(branch):
        give_number_in(session, order)
    for arrival in documents.make_arrivals(branch):
        enter_arrival_in(session, arrival)
    for duty in documents.make_duties(branch):
        save_duty(session, duty)
