"""What is kept of the fonts of papers while a window shows one after the other."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.pages.values import Look
from ccb_desktop.ui.kit.paper import fonts
from ccb_desktop.ui.kit.paper.fonts import PaperFonts

pytestmark = pytest.mark.usefixtures("qt_app")


def test_a_hundred_papers_leave_no_more_behind_than_one():
    held = PaperFonts()
    for _paper in range(100):
        held.forget_paper()
        own = replace(Look(), size=13.0)  # each paper is read anew, with looks of its own
        width = held.width("Cựu chiến binh", own)
        assert held.width("Cựu chiến binh", own) == width > 0
    assert (len(held._held), len(held._alike)) == (1, 1)


def test_words_are_let_go_when_they_are_too_many(monkeypatch):
    monkeypatch.setattr(fonts, "_MOST_WIDTHS", 10)
    held, look = PaperFonts(), Look()
    before = [held.width(f"Hội viên {number}", look) for number in range(30)]
    held.forget_paper()
    assert not held._of(look).widths
    assert [held.width(f"Hội viên {number}", look) for number in range(30)] == before
