"""Points are typed, what the books propose is taken, ratings are set by a digit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.operations.emulation import grading, scores
from tests.operations.emulation.test_grading import TODAY
from tests.ui.hands import button, click, open_box, press, settle, type_text


def begin(tab):
    tab.desk.broadcast.send(scores.begin_sheet(tab.store, 2025))
    settle()
    tab.grid.setFocus()


def at(tab, row, column):
    tab.grid.setCurrentIndex(tab.grid.ratings.index(row, column))


def type_points(tab, typed):
    type_text(tab.grid, typed[0])
    editor = QApplication.focusWidget()
    type_text(editor, typed[1:])
    press(editor, Qt.Key.Key_Return)


def test_without_a_sheet_units_are_rated_by_a_digit_all_the_same(tab):
    assert "chưa có bảng điểm" in tab._sums.text()
    column = next(c for c in range(9) if tab.grid.ratings.is_rating(c))
    tab.grid.setFocus()
    at(tab, 0, column)
    assert "bấm phím 1 hoàn thành xuất sắc" in tab._told.text()
    press(tab.grid, Qt.Key.Key_1)
    assert tab.table.units[0].rating is Rating.EXCELLENT
    assert "⚠ tỷ lệ xuất sắc vượt mức 20 %" in tab._sums.text()
    at(tab, 0, column + 2)
    press(tab.grid, Qt.Key.Key_2)
    assert tab.table.units[0].strength == "STRONG"
    at(tab, 0, column)
    press(tab.grid, Qt.Key.Key_Delete)
    assert tab.table.units[0].rating is None


def test_points_are_typed_summed_and_taken_back(tab):
    begin(tab)
    at(tab, 0, 1)
    type_points(tab, "8,5")
    assert tab.grid.currentIndex().row() == 1
    model, total = tab.grid.ratings, 12
    assert model.text(tab.table.units[0], 1) == "8,5"
    assert model.text(tab.table.units[0], total) == "8,5"
    assert model.text(tab.table.units[0], total + 3) == "còn 8 tiêu chí"
    at(tab, 0, 1)
    press(tab.grid, Qt.Key.Key_Delete)
    assert model.text(tab.table.units[0], 1) == ""


def test_too_many_points_are_refused_in_words(tab):
    begin(tab)
    tab.grid.ratings.setData(tab.grid.ratings.index(0, 1), "11")
    settle()
    assert "từ 0 đến 10 điểm" in open_box().text()


def test_letters_are_no_points(tab):
    begin(tab)
    tab.grid.ratings.setData(tab.grid.ratings.index(0, 1), "tám")
    assert "không phải là số điểm" in open_box().text()


def test_ratings_by_points_wait_until_all_is_scored(tab):
    begin(tab)
    click(button(tab, "Xếp loại theo điểm"))
    assert "Chấm hết các tiêu chí" in open_box().text()


def test_evidence_is_read_again_when_the_books_change(tab):
    begin(tab)
    own = scores.list_criteria(tab.store, 2025)[7].id
    at(tab, 0, 1)
    type_points(tab, "5")
    assert own not in tab.table.units[0].facts
    members = grading.load_grading(tab.store, 2025, TODAY).members
    tab.desk.broadcast.send(grading.grade_everybody(tab.store, 2025, members))
    settle()
    assert tab.table.units[0].facts[own].text.startswith("CCB gương mẫu")
    click(button(tab, "Lấy điểm đề nghị"))
    assert tab.table.units[0].points[own] == 10
