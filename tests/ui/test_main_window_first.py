"""The window comes first: it stands on the screen before the books are opened."""

from ccb_desktop.app import Program
from tests.ui import hands


def test_the_window_is_drawn_before_the_books_are_opened(qt_app, data_folder, monkeypatch):
    drawn_when_opened = []
    open_books = Program._open_books

    def note_and_open(program):
        drawn_when_opened.append(program.window._is_seen)
        open_books(program)

    monkeypatch.setattr(Program, "_open_books", note_and_open)
    program = Program(qt_app, data_folder)
    program.begin()
    hands.settle()
    program.desk.background.wait()
    hands.settle()
    assert drawn_when_opened == [True]
    assert program.window.shown_page == "home"
    program.window.close()


def test_it_is_told_once_that_the_window_is_seen(qt_app, data_folder):
    program = Program(qt_app, data_folder)
    program.begin()
    told = []
    program.window.seen.connect(lambda: told.append(True))
    hands.settle()
    program.window.repaint()
    program.desk.background.wait()
    hands.settle()
    assert told == [True]
    program.window.close()


def test_a_first_window_fills_the_screen_and_a_later_one_is_as_it_was_left(qt_app, data_folder):
    program = Program(qt_app, data_folder)
    program.begin()
    hands.settle()
    program.desk.background.wait()
    hands.settle()
    assert program.window.isMaximized()
    program.window.showNormal()
    program.window.resize(1000, 640)
    hands.settle()
    program.window.close()
    again = Program(qt_app, data_folder)
    again.begin()
    hands.settle()
    again.desk.background.wait()
    hands.settle()
    assert not again.window.isMaximized()
    assert again.window.size().toTuple() == (1000, 640)
    again.window.close()
