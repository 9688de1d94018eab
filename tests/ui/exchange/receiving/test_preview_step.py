"""What the preview of an import tells, before any window shows it."""

from ccb_desktop.ui.exchange.receiving.preview_step import Tell, preview_lines
from tests.domain.imports.importing import AWARDS, no_books, take


def test_what_joins_a_code_list_is_told_and_rows_bear_their_names():
    row = ("19/5/2025", "Hội", "Hội CCB phường", "", "", "Thư khen", "UBND phường", "", "")
    lost = ("1/1/2099", "Hội", "Hội CCB xã", "", "", "Giấy khen", "UBND phường", "", "")
    lines = preview_lines(take(no_books(), (AWARDS, row, lost)))
    assert [(line.tells, line.who) for line in lines] == [
        (Tell.PROBLEM, "Hội CCB xã"),
        (Tell.NEW, "Hội CCB phường – Thư khen"),
        (Tell.NEW_ENTRY, "Thư khen (Hình thức khen thưởng)"),
    ]
