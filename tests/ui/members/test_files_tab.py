"""The tab Ảnh, giấy tờ by key and mouse: photo cut and kept, papers attached and given out."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from ccb_desktop.operations.members import attached_files
from ccb_desktop.ui.kit import papers_list
from ccb_desktop.ui.members.files_tab import FilesTab
from ccb_desktop.ui.members.history_list import HistoryList
from ccb_desktop.ui.members.photo_dialog import PhotoDialog
from tests.ui import pictures
from tests.ui.hands import button, click, open_box, press, settle, type_text
from tests.ui.members.officer import click_row, dialog, list_on, open_file, save, seen

NAME = "Nguyễn Văn An"


@pytest.fixture
def face(tmp_path):
    """A drawn face, as a camera might have taken it; nobody's."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#9bb7c9"))
    painter = QPainter(image)
    painter.setBrush(QColor("#3d5a3a"))
    painter.drawEllipse(250, 370, 300, 400)
    painter.setBrush(QColor("#e5bd98"))
    painter.drawEllipse(320, 120, 160, 240)
    painter.end()
    file = tmp_path / "mat.jpg"
    assert image.save(str(file))
    return file


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "Quyết định phục viên.pdf"
    file.write_bytes(b"%PDF-1.4 thu")
    return file


def open_tab(page):
    form = open_file(page, NAME, "Ảnh, giấy tờ")
    return form, next(tab for tab in form._tabs if isinstance(tab, FilesTab))


def files(store, tab):
    return [file.title for file in attached_files.list_files(store, tab.person_id)]


def attach(tab, paper, title=""):
    """Attach a file as after choosing it, and name it."""
    tab.papers.attach([paper])
    naming = dialog("Lưu giấy tờ")
    if title:
        line = naming.form.field("title").findChild(QLineEdit)
        line.selectAll()
        type_text(line, title)
    save(naming)


def test_a_photo_is_cut_by_keyboard_kept_shown_and_undone(page, store, face):
    form, tab = open_tab(page)
    assert tab.photo.text() == "Chưa có\nảnh"
    tab.cut(face)
    cutting = dialog("Cắt ảnh")
    before = cutting.view.frame
    press(cutting.view, Qt.Key.Key_Plus)
    press(cutting.view, Qt.Key.Key_Left)
    assert cutting.view.frame.width < before.width
    save(cutting)
    assert not tab.photo.pixmap().isNull()
    kept = attached_files.load_photo(store, tab.person_id)
    assert QImage.fromData(kept).height() <= 800
    form.form._tabs.setCurrentIndex(form.form._tabs.count() - 1)
    settle()
    assert list_on(form, HistoryList).seen().rows[0][2] == "Thêm: Ảnh, giấy tờ"
    page.undo_bar.undo_last()
    assert attached_files.load_photo(store, tab.person_id) is None
    assert tab.photo.text() == "Chưa có\nảnh" or not tab.isVisible()


def test_the_frame_follows_mouse_wheel_and_keys(page, face):
    _form, tab = open_tab(page)
    tab.cut(face)
    view = dialog("Cắt ảnh").view
    view.zoom(0.5)
    start, middle = view.frame, view.rect().center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=middle)
    QTest.mouseMove(view, middle + QPoint(20, 10))
    QTest.mouseRelease(view, left, pos=middle + QPoint(20, 10))
    assert view.frame.left > start.left
    assert view.frame.top > start.top
    still = view.frame
    QTest.mouseMove(view, middle)
    assert view.frame == still
    for key, way in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        at = view.frame.left
        press(view, key)
        assert (view.frame.left - at) * way > 0
    for key, way in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
        at = view.frame.top
        press(view, key)
        assert (view.frame.top - at) * way > 0
    width = view.frame.width
    _turn_wheel(view, 120)
    assert view.frame.width < width
    press(view, Qt.Key.Key_Minus)
    assert view.frame.width == pytest.approx(width)


def _turn_wheel(view, angle):
    place = QPointF(view.rect().center())
    none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, angle), none, no_keys, phase, False
    )
    QApplication.sendEvent(view, turned)


def test_a_picture_that_lies_on_its_side_is_turned(page, store, face):
    _form, tab = open_tab(page)
    tab.cut(face)
    cutting = dialog("Cắt ảnh")
    click(button(cutting, "Quay phải"))
    assert (cutting.view.image.width(), cutting.view.image.height()) == (600, 800)
    click(button(cutting, "Quay trái"))
    click(button(cutting, "Khung nhỏ lại"))
    click(button(cutting, "Khung lớn ra"))
    click(button(cutting, "Bỏ"))
    assert attached_files.load_photo(store, tab.person_id) is None


def test_what_is_no_picture_is_told_and_nothing_opens(page, paper):
    _form, tab = open_tab(page)
    tab.cut(paper)
    assert "không phải là ảnh" in open_box().text()
    assert not tab.findChildren(PhotoDialog)


def test_a_photo_is_taken_away(page, store, face):
    _form, tab = open_tab(page)
    assert not button(tab, "Bỏ ảnh").isEnabled()
    tab.cut(face)
    save(dialog("Cắt ảnh"))
    click(button(tab, "Bỏ ảnh"))
    assert attached_files.load_photo(store, tab.person_id) is None


@pytest.mark.parametrize("text", ["Chọn ảnh", "Thêm giấy tờ"])
def test_files_are_asked_for_in_the_window_of_the_pc(page, text):
    _form, tab = open_tab(page)
    click(button(tab, text))
    asked = tab.findChild(QFileDialog)
    assert asked is not None
    asked.reject()


def test_a_paper_is_attached_named_renamed_removed_and_brought_back(page, store, paper):
    form, tab = open_tab(page)
    attach(tab, paper, "Quyết định 12")
    assert files(store, tab) == ["Quyết định 12"]
    assert "Đang lưu 1 tệp, 1 KB" in tab.papers._told.text()
    click_row(tab.papers.table, 0)
    click(button(tab, "Đổi tên"))
    naming = dialog("Đổi tên giấy tờ")
    line = naming.form.field("title").findChild(QLineEdit)
    line.selectAll()
    type_text(line, "Quyết định phục viên")
    save(naming)
    assert seen(tab.papers.table) == ["Quyết định phục viên"]
    form.activateWindow()
    tab.papers.table.view.setFocus()
    settle()
    press(tab.papers.table.view, Qt.Key.Key_Delete)
    assert seen(tab.papers.table) == []
    page.undo_bar.undo_last()
    assert files(store, tab) == ["Quyết định phục viên"]


def test_several_papers_bear_the_names_of_their_files(page, store, paper, tmp_path):
    _form, tab = open_tab(page)
    other = tmp_path / "Lý lịch.docx"
    other.write_bytes(b"PK")
    tab.papers.attach([paper, other])
    assert files(store, tab) == ["Quyết định phục viên", "Lý lịch"]


def test_a_program_is_refused_before_its_name_is_asked(page, store, tmp_path):
    _form, tab = open_tab(page)
    program = tmp_path / "cai-dat.exe"
    program.write_bytes(b"MZ")
    tab.papers.attach([program])
    assert "Chỉ lưu giấy tờ" in open_box().text()
    assert files(store, tab) == []


def test_a_paper_is_opened_as_a_copy_and_written_out(page, paper, monkeypatch, tmp_path):
    _form, tab = open_tab(page)
    attach(tab, paper)
    opened = []
    monkeypatch.setattr(papers_list, "open_with_pc", lambda _parent, path: opened.append(path))
    click_row(tab.papers.table, 0)
    press(tab.papers.table.view, Qt.Key.Key_Return)
    assert [path.read_bytes() for path in opened] == [b"%PDF-1.4 thu"]
    monkeypatch.setattr(
        papers_list,
        "choose_target",
        lambda _parent, _title, name, _kinds, then: then(tmp_path / name.replace("Q", "q")),
    )
    click(button(tab, "Lưu ra tệp"))
    assert "đọc lại thấy đúng" in open_box().text()
    assert (tmp_path / "quyết định phục viên.pdf").read_bytes() == b"%PDF-1.4 thu"


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_it_is_seen_whole(page, look, face, paper, percent):
    look.set_percent(percent)
    form, tab = open_tab(page)
    tab.cut(face)
    cutting = dialog("Cắt ảnh")
    pictures.FOLDER.mkdir(exist_ok=True)
    assert cutting.grab().save(str(pictures.FOLDER / f"photo-{percent}.png"))
    assert pictures.cut_off(cutting) == []
    assert pictures.nameless(cutting) == []
    save(cutting)
    attach(tab, paper)
    settle()
    assert form.grab().save(str(pictures.FOLDER / f"person-files-{percent}.png"))
    assert pictures.cut_off(form) == []
    assert pictures.nameless(form) == []
