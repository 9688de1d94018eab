"""Signing in, the locked screen and users as officers meet them: the whole program, real keys."""

import threading
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.app import Program
from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.operations import protection
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.users import signing_in
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.waiting import WaitingDialog
from ccb_desktop.ui.settings.users.lock import Cover, LockedDialog
from ccb_desktop.ui.settings.users.set_up import SetUp
from ccb_desktop.ui.settings.users.sign_in import ByCode, SignIn
from ccb_desktop.ui.settings.users.users_tab import UsersTab
from tests.books import add_member, add_unit, names_on_roll
from tests.office import CHAIRMAN, CLERK, CODE, PASSWORD, TREASURER, seat_officers
from tests.ui import hands

ENTER = Qt.Key.Key_Return


@pytest.fixture
def seated(data_folder):
    with open_branch(data_folder) as store:
        add_member(store, "Nguyễn Văn Còn", add_unit(store))
        seat_officers(store, CLERK, TREASURER)
    return data_folder


@pytest.fixture
def begin(qt_app, monkeypatch):
    """Starts the program on a folder; what it wants to end is counted in `program.ends`."""
    begun, ends = [], []
    monkeypatch.setattr(qt_app, "quit", lambda *_: ends.append(True))

    def start(folder):
        program = Program(qt_app, folder)
        program.ends = ends
        begun.append(program)
        program.begin()
        wait(program)
        return program

    yield start
    for program in begun:
        if program.window is not None:
            program.window.close()
        if program._store is not None:
            program._store.close()
        program.sitting.end()
        program.backups.stop()


def wait(program):
    hands.settle()
    while program.desk.background.is_busy:
        program.desk.background.wait()
        hands.settle()


def seen(kind):
    """The window of this kind that is open, or none."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) < 2
    return found[0] if found else None


def give(dialog, program, password):
    """Type a password and press Enter."""
    hands.type_text(dialog.password.line, password)
    hands.press(dialog.password.line, ENTER)
    wait(program)


def sign_in(program, user=CHAIRMAN):
    dialog = seen(SignIn)
    dialog.name.set_value(user.name)
    give(dialog, program, PASSWORD[user.name])


def at_work(program):
    return program.window.bottom._user.text()


def users_tab(program):
    program.window.show_page("settings")
    page = program.window.page("settings")
    tab = page.findChild(UsersTab)
    page.tabs.show_tab("users")
    wait(program)
    return tab


# Signing in


def test_whoever_knows_a_password_comes_in_and_is_named(begin, seated):
    program = begin(seated)
    assert program.window.isVisible()
    assert program._store is None
    sign_in(program, CLERK)
    assert program.store.user.name == CLERK.name
    assert at_work(program) == f"Đang làm việc: {CLERK.name}"
    assert program.window.shown_page == "home"
    program.window.close()
    begin(seated)
    assert seen(SignIn).name.value() == CLERK.name  # who was here last is offered first


def test_a_wrong_password_is_told_and_more_of_them_wait(begin, seated, monkeypatch):
    program = begin(seated)
    dialog = seen(SignIn)
    for _ in range(3):
        give(dialog, program, "không phải")
        assert program._store is None
    go = hands.button(dialog, "Đăng nhập")
    assert "Chờ" in dialog.told.text()
    assert not go.isEnabled()
    later, waits = datetime.now() + timedelta(minutes=6), signing_in.seconds_to_wait
    monkeypatch.setattr(signing_in, "seconds_to_wait", lambda *who: waits(*who, later))
    dialog.count_down()
    assert go.isEnabled()
    assert dialog.told.text() == ""


def test_who_does_not_sign_in_leaves_the_program(begin, seated):
    program = begin(seated)
    hands.press(seen(SignIn), Qt.Key.Key_Escape)
    assert program.ends
    assert program._store is None


def test_the_code_on_paper_gives_a_new_password(begin, seated):
    program = begin(seated)
    hands.click(hands.button(seen(SignIn), "Quên mật khẩu?"))
    by_code = seen(ByCode)
    hands.type_text(by_code.code.line, "ABCDO")
    hands.press(by_code.code.line, ENTER)
    wait(program)
    assert "Ký tự thứ 5" in by_code.code.shown_problem
    by_code.code.line.clear()
    hands.type_text(by_code.code.line, CODE.lower())
    hands.press(by_code.code.line, ENTER)
    wait(program)
    form = seen(FormDialog)
    assert program.window.shown_page == ""
    for name in ("password", "again"):
        hands.type_text(form.form.field(name).line, "bến nước gốc đa")
    hands.click(form.save_button)
    wait(program)
    assert program.store.user.name == CHAIRMAN.name
    assert program.window.shown_page == "home"
    program.window.close()
    assert signing_in.sign_in(seated, CHAIRMAN.name, "bến nước gốc đa")


def test_leaving_the_new_password_shows_no_books(begin, seated):
    program = begin(seated)
    hands.click(hands.button(seen(SignIn), "Quên mật khẩu?"))
    by_code = seen(ByCode)
    by_code.code.line.setText(CODE)
    hands.press(by_code.code.line, ENTER)
    wait(program)
    hands.click(hands.button(seen(FormDialog), "Bỏ"))
    assert program.ends
    assert program.window.shown_page == ""


# The locked screen


def test_locked_with_a_form_open_nothing_is_seen_and_all_comes_back(begin, seated):
    program = begin(seated)
    sign_in(program)
    tab = users_tab(program)
    hands.click(hands.button(tab, "Thêm người dùng"))
    form = seen(FormDialog)
    hands.type_text(form.form.field("name").line, "Phó Chủ tịch Bình")
    title = form.windowTitle()
    program.sitting.lock_screen()
    hands.settle()
    dialog = seen(LockedDialog)
    for window in (program.window, form):
        assert window.findChild(Cover).size() == window.size()
        assert "Hội" not in window.windowTitle().replace("Sổ Hội CCB", "")
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_A)
    hands.press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    give(dialog, program, "không phải")
    assert dialog.isVisible()
    dialog.password.line.clear()
    give(dialog, program, PASSWORD[CHAIRMAN.name])
    assert seen(LockedDialog) is None
    assert form.isVisible()
    assert form.windowTitle() == title
    assert form.form.field("name").line.text() == "Phó Chủ tịch Bình"
    assert all(not c.isVisible() for c in form.findChildren(Cover))


def test_nobody_touching_the_program_locks_it(begin, seated, monkeypatch):
    program = begin(seated)
    sign_in(program)
    lock = program.sitting.lock
    lock.set_minutes(5)
    timer = lock.watch._timer
    assert (timer.isActive(), timer.interval()) == (True, 5 * 60_000)
    touches = []
    monkeypatch.setattr(lock.watch, "touched", lambda: touches.append(True))
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    assert touches
    timer.timeout.emit()
    assert seen(LockedDialog) is not None
    lock.set_minutes(0)
    assert not timer.isActive()


def test_a_job_is_done_before_the_screen_is_locked(begin, seated):
    program = begin(seated)
    sign_in(program)
    held = []
    program.desk.background.run(lambda _progress: held.append(program.sitting.lock.is_locked))
    program.sitting.lock_screen()
    assert not program.sitting.lock.is_locked
    wait(program)
    assert held == [False]
    assert program.sitting.lock.is_locked


def test_somebody_else_takes_the_seat_of_a_locked_screen(begin, seated):
    program = begin(seated)
    sign_in(program)
    before = program.window
    program.sitting.lock_screen()
    hands.settle()
    hands.click(hands.button(seen(LockedDialog), "Đăng nhập người khác"))
    sign_in(program, TREASURER)
    wait(program)
    assert program.store.user.name == TREASURER.name
    assert program.window is not before
    assert at_work(program) == f"Đang làm việc: {TREASURER.name}"
    assert seen(LockedDialog) is None


def test_without_users_locking_tells_what_it_needs(begin, data_folder):
    program = begin(data_folder)
    assert at_work(program) == "Chưa có người dùng"
    program.sitting.lock_screen()
    assert "chưa có người dùng" in hands.open_box().text()
    hands.click(hands.button(hands.open_box(), "Xem cách lập người dùng"))
    assert program.window.page("settings").tabs.shown == "users"
    assert program.window.page("settings").findChild(UsersTab).isVisible()


# Users and encryption


def test_the_first_user_is_made_step_by_step(begin, data_folder):
    program = begin(data_folder)
    hands.click(hands.button(users_tab(program), "Lập người dùng đầu tiên…"))
    steps = seen(SetUp)
    hands.type_text(steps.who.field("name").line, CHAIRMAN.name)
    hands.click(steps.go)
    word = PASSWORD[CHAIRMAN.name]
    for name in ("password", "again"):
        hands.type_text(steps.secret.field(name).line, word)
    hands.click(steps.go)
    hands.click(steps.go)
    hands.type_text(steps.back_form.field("code").line, new_code())
    hands.press(steps.back_form.field("code").line, Qt.Key.Key_Return)
    assert "chưa khớp" in steps.back_form.field("code").shown_problem
    steps.back_form.field("code").line.clear()
    hands.type_text(steps.back_form.field("code").line, steps.code.lower().replace("-", " "))
    hands.click(steps.go)
    wait(program)
    hands.click(hands.button(hands.open_box(), "Để sau"))
    assert at_work(program) == f"Đang làm việc: {CHAIRMAN.name}"
    program.window.close()
    program = begin(data_folder)
    sign_in(program)
    assert program.store.user.roles == CHAIRMAN.roles


def test_books_are_encrypted_and_opened_from_the_window(begin, seated, monkeypatch):
    go, encrypt = threading.Event(), protection.encrypt
    monkeypatch.setattr(protection, "encrypt", lambda store: go.wait(60) and encrypt(store))
    program = begin(seated)
    sign_in(program)
    tab = users_tab(program)
    hands.click(hands.button(tab, "Mã hóa sổ…"))
    hands.click(hands.button(hands.open_box(), "Mã hóa sổ"))
    assert seen(WaitingDialog) is not None
    hands.press(seen(WaitingDialog), Qt.Key.Key_Escape)
    assert seen(WaitingDialog) is not None
    go.set()
    wait(program)
    assert seen(WaitingDialog) is None
    assert protection.is_encrypted(program.store)
    hands.click(hands.button(hands.open_box(), "Mã hóa cả bản sao lưu cũ"))
    wait(program)
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]
    program.window.close()
    program = begin(seated)
    sign_in(program)
    hands.click(hands.button(users_tab(program), "Bỏ mã hóa…"))
    hands.click(hands.button(hands.open_box(), "Bỏ mã hóa"))
    wait(program)
    assert not protection.is_encrypted(program.store)
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]


def test_only_the_chairman_is_offered_what_is_done_with_users(begin, seated):
    program = begin(seated)
    sign_in(program, CLERK)
    tab = users_tab(program)
    assert not hands.button(tab, "Thêm người dùng").isEnabled()
    assert not hands.button(tab, "Mã hóa sổ…").isEnabled()
    hands.click(hands.button(tab, "Đổi mật khẩu của tôi…"))
    dialog = seen(QDialog)
    for name, text in (
        ("old", PASSWORD[CLERK.name]),
        ("password", "câu mới"),
        ("again", "câu mới"),
    ):
        hands.type_text(dialog.form.field(name).line, text)
    hands.click(dialog.save_button)
    assert "ít nhất 8 ký tự" in dialog.form.field("password").shown_problem
    for name in ("password", "again"):
        dialog.form.field(name).line.clear()
        hands.type_text(dialog.form.field(name).line, "câu mới của tôi")
    hands.click(dialog.save_button)
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert signing_in.sign_in(seated, CLERK.name, "câu mới của tôi")


def test_drafts_of_encrypted_books_are_read_by_whoever_signs_in(begin, seated):
    program = begin(seated)
    sign_in(program)
    protection.encrypt(program.store)
    program.window.show_page("members")
    wait(program)
    program.window.page("members").add_person()
    form = seen(FormDialog)
    hands.type_text(form.form.field("full_name").line, "Trần Văn Dở")
    form._keep_draft()
    [file] = seated.drafts.glob("*.json")
    assert "Trần Văn Dở".encode() not in file.read_bytes()
    form.hide()
    program.window.close()
    program = begin(seated)
    assert not program.window._drafts.isVisible()
    sign_in(program)
    assert program.window._drafts.isVisible()
    hands.click(hands.button(program.window._drafts, "Mở lại"))
    wait(program)
    assert seen(FormDialog).form.field("full_name").line.text() == "Trần Văn Dở"


# Duties


def test_the_clerk_sees_money_and_writes_none(begin, seated):
    program = begin(seated)
    sign_in(program, CLERK)
    window = program.window
    window.show_page("funds")
    wait(program)
    page = window.page("funds")
    assert "việc của Thủ quỹ" in page._whose.text()
    assert not hands.button(page, "Mở quỹ").isEnabled()
    assert "việc của Thủ quỹ" in hands.button(page, "Mở quỹ").toolTip()
    assert not hands.button(page, "Phiếu thu").isEnabled()
    window.show_page("members")
    wait(program)
    members = window.page("members")
    assert not members._whose.isVisible()
    assert hands.button(members, "Thêm hội viên").isEnabled()


def test_the_treasurer_reads_and_prints_members_and_changes_none(begin, seated):
    program = begin(seated)
    sign_in(program, TREASURER)
    program.window.show_page("members")
    wait(program)
    page = program.window.page("members")
    page.members.view.selectRow(0)
    hands.settle()
    assert hands.button(page, "Mở hồ sơ").isEnabled()
    assert hands.button(page, "In phiếu").isEnabled()
    add = hands.button(page, "Thêm hội viên")
    hands.press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert (add.isEnabled(), seen(FormDialog)) == (False, None)
    assert "việc của Thư ký" in add.toolTip()
