"""The program with the books behind it: started, led out of trouble, backed up, left."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from ccb_desktop import app as program_module
from ccb_desktop import paths
from ccb_desktop.app import Program
from ccb_desktop.data import opening
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.places import Danger
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.branch import Branch
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.settings.backups_tab import BackupsTab
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.recovery import RecoveryDialog
from tests.books import add_member, names_on_roll
from tests.ui import hands


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
        for window in (program.window, program.first_start):
            if window is not None:
                window.close()
        if program._store is not None:
            program._store.close()
        program.backups.stop()


def wait(program):
    hands.settle()
    while program.desk.background.is_busy:
        program.desk.background.wait()
        hands.settle()


def spoil(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def answer(text):
    hands.click(hands.button(hands.open_box(), text))


def way_out(dialog, text):
    return next(b for b in dialog.findChildren(QPushButton) if b.text().startswith(text))


def told_at_the_foot(program):
    return program.window.bottom._branch.text()


# The first start


@pytest.fixture
def new_folder(tmp_path):
    return DataFolder(tmp_path / "moi")


def type_names(first_start):
    for name, text in (("name", "Hội CCB xã Đồng Lâm"), ("parent", "Hội CCB tỉnh")):
        line = first_start._form.field(name).findChild(QLineEdit)
        line.clear()
        hands.type_text(line, text)
    hands.type_text(first_start._form.field("place").findChild(QLineEdit), "Đồng Lâm")


@pytest.mark.parametrize(
    ("where", "page"), [("Trên giấy, sẽ gõ tay sau", "home"), (None, "exchange")]
)
def test_a_first_start_that_is_answered_founds_the_branch(begin, new_folder, where, page):
    program = begin(new_folder)
    first_start = program.first_start
    type_names(first_start)
    if where is not None:
        choices = first_start._steps.buttons()
        next(choice for choice in choices if choice.text() == where).click()
    hands.click(hands.button(first_start, "Lập sổ"))
    wait(program)
    assert program.first_start is None
    assert not first_start.isVisible()
    assert told_at_the_foot(program) == "Hội CCB xã Đồng Lâm"
    assert program.window.shown_page == page


def test_a_first_start_without_a_name_founds_nothing(begin, new_folder):
    program = begin(new_folder)
    hands.click(hands.button(program.first_start, "Lập sổ"))
    assert program.first_start.isVisible()
    assert program.window is None
    assert not new_folder.store.exists()


def test_the_practice_branch_is_called_so(begin, new_folder):
    program = begin(new_folder)
    hands.click(hands.button(program.first_start, "Mở Hội thực hành"))
    wait(program)
    assert "thực hành, số liệu hư cấu" in told_at_the_foot(program)
    assert len(names_on_roll(program.store)) > 300


def test_books_can_be_restored_at_the_first_start(begin, new_folder, store, tmp_path, monkeypatch):
    add_member(store, "Nguyễn Văn Còn")
    file = backups.back_up(store, tmp_path / "usb")
    chosen = [tmp_path / "usb"]
    choose_by_hand(monkeypatch, chosen)
    program = begin(new_folder)
    restore = hands.button(program.first_start, "Phục hồi từ bản sao lưu")
    hands.click(restore)
    wait(program)
    assert "là thư mục" in hands.open_box().text()
    answer("Đã hiểu")
    chosen[0] = file
    hands.click(restore)
    wait(program)
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]
    assert program.window.shown_page == "home"
    assert program.first_start is None


def choose_by_hand(monkeypatch, chosen):
    """What the officer chooses in the system's own dialog, which no test can drive."""
    monkeypatch.setattr(
        "ccb_desktop.ui.settings.recovery.choose_files",
        lambda _parent, _title, _kinds, then: then([chosen[0]]),
    )


# Books that do not open


def test_a_second_program_is_told_and_ends(begin, store):
    program = begin(store.folder)
    assert "đang mở trong một cửa sổ khác" in hands.open_box().text()
    answer("Đã hiểu")
    assert program.ends == [True]


def test_damaged_books_are_led_to_the_newest_good_backup(begin, data_folder):
    with open_branch(data_folder) as store:
        add_member(store, "Nguyễn Văn Còn")
        backups.back_up_here(store)
    spoil(data_folder.store)
    program = begin(data_folder)
    dialog = program.window.findChild(RecoveryDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "bị hỏng" in said
    assert "Có bản sao lưu tốt" in said
    hands.click(way_out(dialog, "Phục hồi bản"))
    wait(program)
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]
    assert any(data_folder.set_aside.iterdir())
    assert program.ends == []


def test_damaged_books_can_be_left_alone(begin, data_folder):
    spoil(data_folder.store)
    before = data_folder.store.read_bytes()
    program = begin(data_folder)
    dialog = program.window.findChild(RecoveryDialog)
    hands.click(hands.button(dialog, "Đóng chương trình"))
    assert program.ends == [True]
    assert data_folder.store.read_bytes() == before


def test_books_that_are_gone_are_never_begun_anew(begin, data_folder):
    with open_branch(data_folder) as store:
        backups.back_up_here(store)
    data_folder.store.unlink()
    program = begin(data_folder)
    assert program.first_start is None
    said = program.window.findChild(RecoveryDialog).findChildren(QLabel)
    assert any("Không thấy tệp số liệu" in label.text() for label in said)


def test_a_folder_that_can_be_none_is_told(begin, tmp_path):
    (tmp_path / "tep").write_bytes(b"")
    program = begin(DataFolder(tmp_path / "tep" / "so"))
    assert program.first_start.isVisible()
    hands.click(hands.button(program.first_start, "Mở Hội thực hành"))
    assert "không dùng được làm thư mục số liệu" in hands.open_box().text()
    answer("Đã hiểu")


@pytest.fixture
def newer_books(data_folder):
    with open_branch(data_folder) as store:
        add_member(store, "Nguyễn Văn Còn")
    with connection_to(data_folder.store) as connection:
        connection.execute("PRAGMA user_version=99")
    return data_folder


def test_newer_books_can_be_looked_at_and_not_a_byte_changes(begin, newer_books):
    before = newer_books.store.read_bytes()
    program = begin(newer_books)
    assert "bản chương trình mới hơn" in hands.open_box().text()
    answer("Mở để xem")
    wait(program)
    assert told_at_the_foot(program).endswith("(chỉ xem)")
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]
    assert not program.backups.timer.isActive()
    program.window.close()
    assert newer_books.store.read_bytes() == before
    assert backups.list_backups(newer_books) == []


def test_newer_books_can_be_left(begin, newer_books):
    program = begin(newer_books)
    answer("Đóng chương trình")
    assert program.ends == [True]
    assert program._store is None


@pytest.fixture
def on_a_stick(data_folder, monkeypatch, tmp_path):
    """The books of `data_folder` lie on a stick; the usual place of this PC is empty."""

    def danger_of(folder):
        return Danger.REMOVABLE if Path(folder) == data_folder.root else None

    monkeypatch.setattr("ccb_desktop.data.places.danger_of", danger_of)
    usual = DataFolder(tmp_path / "may-nay")
    monkeypatch.setattr(paths, "default_data_folder", lambda: usual)
    return usual


def test_books_on_a_stick_are_copied_to_the_pc_when_wanted(begin, data_folder, on_a_stick):
    before = data_folder.store.read_bytes()
    program = begin(data_folder)
    assert "nằm trên USB" in hands.open_box().text()
    answer("Chép số liệu vào máy này")
    wait(program)
    assert program.store.folder == on_a_stick
    assert program.window.isVisible()
    assert data_folder.store.read_bytes() == before


def test_where_the_pc_has_books_another_place_is_asked_for(
    begin, data_folder, on_a_stick, monkeypatch, tmp_path
):
    start_branch(on_a_stick, Branch(name="Hội khác", parent="Hội", place="X")).close()
    other = tmp_path / "cho-khac"

    def choose(_parent, _title, then):
        then(other)
        return QFileDialog()

    monkeypatch.setattr(program_module, "choose_folder", choose)
    program = begin(data_folder)
    answer("Chép số liệu vào máy này")
    wait(program)
    assert program.store.folder == DataFolder(other)


# Books that are open


def test_large_books_are_checked_behind_the_open_window(begin, data_folder, monkeypatch):
    with open_branch(data_folder) as store:
        add_member(store, "Nguyễn Văn Còn")
        backups.back_up_here(store)
        pages = data_folder.store.stat().st_size // 4096
    content = bytearray(data_folder.store.read_bytes())
    content[(pages - 1) * 4096 + 2000] ^= 1
    data_folder.store.write_bytes(content)
    monkeypatch.setattr(opening, "CHECKED_AT_ONCE_UP_TO", 0)
    program = begin(data_folder)
    dialog = program.window.findChild(RecoveryDialog)
    assert program._store is None
    hands.click(way_out(dialog, "Phục hồi bản"))
    wait(program)
    assert names_on_roll(program.store) == ["Nguyễn Văn Còn"]


def test_the_timer_backs_up_what_has_changed(begin, data_folder):
    program = begin(data_folder)
    assert (program.backups.timer.isActive(), program.backups.timer.interval()) == (
        True,
        30 * 60 * 1000,
    )
    program.backups.timer.timeout.emit()
    wait(program)
    [first] = backups.list_backups(data_folder)
    assert first.reason is BackupReason.ROUTINE
    assert program.window.bottom._backup.text() == "Sao lưu: vừa xong"
    program.backups.timer.timeout.emit()
    wait(program)
    assert backups.list_backups(data_folder) == [first]
    add_member(program.store, "Nguyễn Văn Mới")
    program.backups.timer.timeout.emit()
    wait(program)
    assert len(backups.list_backups(data_folder)) == 2


def test_leaving_backs_up_and_lets_the_books_go(begin, data_folder):
    program = begin(data_folder)
    add_member(program.store, "Nguyễn Văn Mới")
    program.window.close()
    [made] = backups.list_backups(data_folder)
    assert made.reason is BackupReason.ROUTINE
    with open_branch(data_folder) as store:
        assert names_on_roll(store) == ["Nguyễn Văn Mới"]


def test_a_backup_that_fails_on_leaving_is_told(begin, data_folder):
    program = begin(data_folder)
    data_folder.backups.rmdir()
    data_folder.backups.write_bytes(b"")
    program.window.close()
    assert "Không tạo được thư mục" in hands.open_box().text()
    answer("Đã hiểu")
    assert program._store is None


def backups_of(program):
    """The list of backups in the settings."""
    program.window.show_page("settings")
    wait(program)
    return program.window.page("settings").findChild(BackupsTab)


def looked_back(program, kept):
    """The window that shows what a backup would change."""
    backups_of(program)._restore([kept])
    wait(program)
    return program.window.findChild(GoingBackDialog)


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_restore_reads_everything_anew(begin, data_folder):
    program = begin(data_folder)
    add_member(program.store, "Nguyễn Văn Trước")
    kept = backups.back_up_here(program.store)
    add_member(program.store, "Nguyễn Văn Sau")
    before = program.window
    dialog = looked_back(program, kept)
    assert "việc ghi sau lúc ấy sẽ không còn" in said(dialog)
    hands.click(dialog.go)
    wait(program)
    assert names_on_roll(program.store) == ["Nguyễn Văn Trước"]
    assert program.window is not before
    assert program.window.isVisible()


def test_nothing_is_restored_under_a_running_job(begin, data_folder):
    program = begin(data_folder)
    kept = backups.back_up_here(program.store)
    tab, go = backups_of(program), threading.Event()
    program.desk.background.run(lambda _progress: go.wait(5))
    tab._restore([kept])
    assert "đang làm dở" in hands.open_box().text()
    answer("Đã hiểu")
    go.set()
    wait(program)
    assert program.window.isVisible()


def test_an_act_is_undone_by_the_window(begin, data_folder):
    program = begin(data_folder)
    change = add_member(program.store, "Nguyễn Văn Mới")
    program.desk.broadcast.send(change)
    assert [hit.title for hit in program._finder.find("moi")] == ["Nguyễn Văn Mới"]
    program.desk.broadcast.send(program._undo(change.action_id))
    assert program._finder.find("moi") == []
