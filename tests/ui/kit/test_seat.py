"""Whose work is done where a list stands, and what of it is offered to whom."""

import pytest
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.seat import EVERYWHERE, Seat, place_of
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import button, column
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
        inner = column(self.inner)
        inner.addWidget(self.table)
        self.plain = button("Xem", lambda: done.append("look"))
        self.writing = button("Khóa", lambda: done.append("lock"), writes=True)
        self.own = button("Đổi mật khẩu", lambda: done.append("own"), duties=())
        for made in (self.plain, self.writing, self.own):
            inner.addWidget(made)
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


@pytest.mark.parametrize("view_only", [False, True])
def test_a_button_by_itself_asks_who_is_at_work(desk, view_only):
    desk.seat.take(user(Role.READER), view_only=view_only)
    done = []
    page = hands.show_page(MoneyPage(desk, done))
    page.writing.setEnabled(True)
    for made in (page.plain, page.writing, page.own):
        hands.click(made)
    assert done == (["look"] if view_only else ["look", "own"])
    page.writing.setToolTip("Khóa tháng")
    assert ("chỉ để xem" if view_only else "Thủ quỹ") in page.writing.toolTip()
    desk.seat.take(user(Role.TREASURER))
    page.hide()
    page.show()
    assert page.writing.toolTip() == "Khóa tháng"
    page.writing.setEnabled(False)
    hands.click(page.writing)
    page.writing.setEnabled(True)
    hands.click(page.writing)
    assert done[-1] == "lock"
    assert done.count("lock") == 1


class MoneyForm(FormDialog):
    """A form that everybody may open to read."""

    duties = (Duty.MONEY,)


@pytest.mark.parametrize(("role", "may"), [(Role.CLERK, False), (Role.TREASURER, True)])
def test_a_form_that_all_may_read_takes_nothing_of_others(desk, role, may):
    desk.seat.take(user(role))
    page, form = hands.show_page(MoneyPage(desk, [])), Form()
    form.add([TextField("name", "Tên")])
    dialog = MoneyForm(page, "Phiếu", form, lambda *_given: None, intro="Nháp")
    inner = QWidget()
    dialog.layout().addWidget(inner)
    dialog.open()
    hands.settle()
    assert dialog.save_button.isVisible() is may
    assert hands.button(dialog, "Bỏ" if may else "Đóng").isEnabled()
    assert form.field("name").isEnabled() is may
    assert ("Bác xem được" in dialog._intro.text()) is not may
    assert place_of(inner).duties == (Duty.MONEY,)
    assert place_of(inner).seat is desk.seat
    dialog.reject()


def test_what_stands_in_a_form_is_not_asked_about(desk):
    page = MoneyPage(desk, [])
    assert place_of(page.table).duties == (Duty.MONEY,)
    page.inner.is_form = True
    assert place_of(page.table) is EVERYWHERE
    assert place_of(QWidget()) is EVERYWHERE
