"""The names behind a figure show what tells them apart, and no empty columns."""

from datetime import date

import pytest

from ccb_desktop.ui.kit.names_dialog import NameLine, NamesDialog

ON = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([NameLine(1, "Chi hội 1", ON), NameLine(2, "Chi hội 2", ON)], ["Khoản"]),
        ([NameLine(1, "Chi hội 1", ON)], ["Khoản", "Ngày"]),
        (
            [NameLine(1, "Thăm", ON, "ốm"), NameLine(2, "Viếng", date(2026, 1, 2))],
            ["Khoản", "Ngày", "Ghi chú"],
        ),
    ],
)
def test_a_day_all_have_in_common_and_empty_notes_take_no_room(qt_app, lines, shown):
    dialog = NamesDialog(None, "Chi hội", lines)
    dialog.open()
    assert dialog.table.seen().headers == shown
    dialog.reject()
