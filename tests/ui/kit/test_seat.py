"""Whose work is done where a list stands, and what of it is offered to whom."""

import pytest
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.page import Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.seat import EVERYWHERE, Seat, place_of
from ccb_desktop.ui.kit.widgets import column
from tests.ui import hands


def user(*roles):
    return User(id=1, name="Người thử", roles=frozenset(roles))


def test_nobody_at_the_seat_may_do_everything():
    seat = Seat()
    assert all(seat.may([duty]) for duty in Duty)
    seat.take(user(Role.READER))
    assert not any(seat.may([duty]) for duty in Duty)
    assert seat.may([])


def test_the_first_duty_names_whose_it_is():
    seat = Seat()
    seat.take(user(Role.READER))
    assert seat.why_not([Duty.VISITS, Duty.MONEY]).endswith("việc của Thư ký (văn phòng)")
    seat.take(user(Role.TREASURER))
    assert seat.why_not([Duty.VISITS, Duty.MONEY]) == ""


class MoneyPage(Page):
    """A page with a list that can be read, written, and voided."""

    duties = (Duty.MONEY,)

    def __init__(self, desk, done):
        super().__init__(desk, "Quỹ", "")
        self.main = self.add_main_button("Ghi phiếu", lambda: done.append("main"))
        self.table = RecordTable(
            "money",
            [Column("name", "Tên", lambda line: line)],
            id_of=lambda line: line,
            acts=[
                Act("Ghi", lambda _c: done.append("write"), needs="none", shortcut="Delete"),
                Act("In", lambda _c: done.append("print"), needs="none", reads=True),
                Act("Hủy", lambda _c: done.append("void"), needs="none", duties=(Duty.VOIDS,)),
                Act("Ghim", lambda _c: done.append("pin"), needs="none", duties=()),
            ],
        )
        self.inner = QWidget()
        column(self.inner).addWidget(self.table)
        self.body.addWidget(self.inner)


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ([Role.TREASURER], {"main", "write", "print", "pin"}),
        ([Role.CHAIRMAN], {"print", "void", "pin"}),
        ([Role.READER], {"print", "pin"}),
        ([Role.CHAIRMAN, Role.TREASURER], {"main", "write", "print", "void", "pin"}),
    ],
)
def test_a_page_offers_what_is_his_duty(desk, roles, may):
    desk.seat.take(user(*roles))
    done = []
    page = hands.show_page(MoneyPage(desk, done))
    for text in ("Ghi phiếu", "Ghi", "In", "Hủy", "Ghim"):
        hands.click(hands.button(page, text))
    assert set(done) == may
    assert page._whose.isVisible() is ("write" not in may)


def test_what_becomes_his_duty_is_offered_when_the_page_is_seen_again(desk):
    desk.seat.take(user(Role.READER))
    done = []
    page = hands.show_page(MoneyPage(desk, done))
    desk.seat.take(user(Role.TREASURER))
    page.hide()
    page.show()
    hands.settle()
    for text in ("Ghi phiếu", "Ghi"):
        hands.click(hands.button(page, text))
    assert done == ["main", "write"]
    assert not page._whose.isVisible()


def test_what_stands_in_a_form_is_not_asked_about(desk):
    page = MoneyPage(desk, [])
    assert place_of(page.table).duties == (Duty.MONEY,)
    page.inner.is_form = True
    assert place_of(page.table) is EVERYWHERE
    assert place_of(QWidget()) is EVERYWHERE
