"""An import that a crash had closed goes on with what was chosen in it."""

from datetime import date
from pathlib import Path

from ccb_desktop.operations.members import people
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui import hands

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "an-lac"


def test_what_was_chosen_outlives_a_crash(shown_tab, store, tmp_path):
    file = SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"
    desk = hands.make_desk(tmp_path / "drafts")
    crashed = shown_tab(desk)
    crashed.begin_import()
    crashed.wizard.begin_with([file])
    hands.click(hands.button(crashed, "Tiếp tục"))
    hands.click(hands.button(crashed, "Tiếp tục"))
    crashed.wizard._compare()
    step = crashed.wizard._comparison
    step._set(step.table.seen_lines()[:2], taken=False)
    chosen = crashed.wizard._draft.choices
    [draft] = desk.drafts.left_over()
    desk = hands.make_desk(tmp_path / "drafts")
    again = shown_tab(desk)
    again.whole_page.show_place(Place("exchange", filters={"draft": draft}))
    hands.settle()
    hands.click(hands.button(again, "Tiếp tục"))
    assert again.wizard._draft.choices == chosen
    hands.click(hands.button(again, "Tiếp tục"))
    hands.click(hands.button(again, "Ghi vào sổ"))
    assert len(people.list_members(store, date.today())) == 22
    assert desk.drafts.left_over() == []
