"""The list of commitments of a year."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.task_papers.commitment_forms import commitment_list
from ccb_desktop.domain.tasks.commitments import Commitment, CommitmentLine, Kept


def a_line(name, kept=Kept.OPEN, signed_on=None):
    one = Commitment(
        person_id=1, year=2026, content="Sinh hoạt đều", kept=kept, signed_on=signed_on
    )
    return CommitmentLine(commitment=one, person_name=name, unit_id=1, unit_name="Chi hội 1")


def test_who_signed_and_what_became_of_it():
    lines = [a_line("Lê An", Kept.KEPT, date(2026, 1, 5)), a_line("Lê Bình")]
    order = ListOrder(name="commitments", on=date(2026, 12, 31))
    source = ListSource(order=order, branch=Branch(name="Hội CCB xã A"))
    (table,) = commitment_list(source, 2026, lines).tables
    assert [row[1:] for row in table.rows] == [
        ("Lê An", "Chi hội 1", "Sinh hoạt đều", date(2026, 1, 5), "", "Thực hiện tốt"),
        ("Lê Bình", "Chi hội 1", "Sinh hoạt đều", None, "", ""),
    ]
    assert table.note == "Cộng 2 hội viên đăng ký, 1 đã ký."
