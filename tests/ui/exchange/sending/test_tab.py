"""A report is handed up by mouse and keyboard, from the choice of it to its acknowledgement."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.data.submissions import sent
from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.domain.submissions.personal import PersonalData
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report
from ccb_desktop.operations.submissions import log, placing
from ccb_desktop.ui.exchange.page import ExchangePage
from ccb_desktop.ui.exchange.sending import tab as sending
from ccb_desktop.ui.exchange.sending.more_lists import MoreListsDialog
from ccb_desktop.ui.exchange.sending.tab import SendingTab
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from tests.ui import hands, pictures

LAST_YEAR = Period.of_year(date.today().year - 1)


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A stick that is in."""
    path = tmp_path / "usb"
    path.mkdir()
    drive = Drive(path=path, label="KINGSTON", free=900 << 20, file_system="FAT32", read_only=False)
    monkeypatch.setattr(placing, "find_drives", lambda: [drive])
    return path


@pytest.fixture
def tab(qt_app, store, desk):
    freeze_report(store, FreezeOrder(kind=ReportKind.YEAR, period=LAST_YEAR))
    page = hands.show(ExchangePage(desk, store), 1180, 700)
    found = page.tab(SendingTab)
    found.whole_page = page  # Python lets go of a window nobody holds
    desk.broadcast.wanted.connect(page.show_place)
    desk.broadcast.go_to(Place("exchange", filters={"tab": "sending"}))
    hands.settle()
    return found


def go_on(tab):
    hands.click(hands.button(tab, "Tiếp tục"))


def to_the_place(tab):
    hands.click(tab._begin)
    go_on(tab)
    tab.wizard.contents._lists.set_value(("units",))
    go_on(tab)


def test_a_report_goes_onto_the_only_stick_and_is_acknowledged(tab, store, stick):
    to_the_place(tab)
    hands.click(hands.button(tab, "Ghi gói"))
    box = hands.open_box()
    assert box.text() == "Đã ghi và đọc lại đúng. Có thể rút USB."
    hands.click(hands.button(box, "Đóng"))
    [line] = tab.table.seen_lines()
    with opened(Path(line.submission.place)) as package:
        assert package.manifest.period == LAST_YEAR.code
        assert len(package.manifest.files) == 3
    tab.table.choose_ids([line.submission.id])
    hands.settle()
    hands.click(hands.button(tab, "Ghi xác nhận của nơi nhận"))
    dialog = tab.findChild(FormDialog)
    hands.press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert log.read_log(store, date.today()).lines[0].submission.acknowledged_on == date.today()
    assert "Đã nhận ngày" in tab.table.seen().rows[0][4]
    hands.click(hands.button(tab, "Gửi lại"))
    assert tab.wizard.contents.lists == ("units",)
    assert tab.wizard.report.chosen.frozen_id == line.submission.frozen_report_id


def test_a_package_that_stands_there_is_asked_about(tab, stick):
    for _time in range(2):
        to_the_place(tab)
        hands.click(hands.button(tab, "Ghi gói"))
        box = hands.open_box()
        if "ghi lúc" in box.text():
            hands.click(hands.button(box, "Ghi tên khác"))
            box = hands.open_box()
        said = box.text()
        assert "Đã ghi và đọc lại đúng." in said
        hands.click(hands.button(box, "Đóng"))
    assert "Không có gì thay đổi so với lần gửi ngày" in said
    assert len(list(stick.iterdir())) == 2


def test_a_stick_that_is_gone_is_told_and_nothing_is_lost(tab, stick, monkeypatch):
    to_the_place(tab)

    def gone(*_order):
        raise NotFound("Không thấy USB.")

    monkeypatch.setattr("ccb_desktop.ui.exchange.sending.wizard.send", gone)
    hands.click(hands.button(tab, "Ghi gói"))
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert hands.button(tab, "Ghi gói").isEnabled()


def test_a_letter_is_written_with_the_package_attached(tab, store, stick, tmp_path, monkeypatch):
    opened_files = []
    monkeypatch.setattr(sending, "open_with_pc", lambda _parent, path: opened_files.append(path))
    monkeypatch.setattr(
        "ccb_desktop.ui.exchange.sending.place_step._mail_folder", lambda: str(tmp_path / "thu")
    )
    to_the_place(tab)
    place = tab.wizard.place
    place._where.set_value(place._where._values[-1])
    place._where.changed.emit()
    hands.click(hands.button(tab, "Ghi gói"))
    assert place._address.shown_problem
    hands.type_text(place._address.line, "hoi@tinh.vn")
    hands.click(hands.button(tab, "Ghi gói"))
    hands.click(hands.button(hands.open_box(), "Đóng"))
    assert [path.suffix for path in opened_files] == [".eml"]
    with store.reading() as session:
        assert sent.list_submissions(session)[0].submission.place == "hoi@tinh.vn"


def test_personal_data_are_named_before_they_leave(tab, store, stick):
    title, columns = "Danh sách hội viên", ("Họ và tên", "CCCD")
    tab.wizard.place.warn([PersonalData(title=title, columns=columns, rows=540, masked=True)])
    told = tab.wizard.place._warning.text()
    assert "Danh sách hội viên: 540 dòng, có Họ và tên, CCCD (đã che một phần)" in told


def test_any_list_is_found_and_goes_along(tab, stick):
    hands.click(tab._begin)
    go_on(tab)
    contents = tab.wizard.contents
    contents._lists.set_value(("units",))
    hands.click(hands.button(tab, "Thêm sổ, danh sách khác…"))
    dialog = tab.findChild(MoreListsDialog)
    assert "units" not in [one.name for one in dialog.table.seen_lines()]
    hands.type_text(dialog.table.filters.search, "sinh nhat")
    dialog.table.choose_ids(["birthdays"])
    hands.click(hands.button(dialog, "Thêm vào gói"))
    assert contents.lists == ("units", "birthdays")
    go_on(tab)
    hands.click(hands.button(tab, "Ghi gói"))
    hands.click(hands.button(hands.open_box(), "Đóng"))
    tab.table.choose_ids([tab.table.seen_lines()[0].submission.id])
    hands.settle()
    hands.click(hands.button(tab, "Gửi lại"))
    assert contents.lists == ("units", "birthdays")


def test_a_report_wanted_from_elsewhere_is_the_one_frozen_last(tab, store, desk):
    _change, own = freeze_report(store, FreezeOrder(kind=ReportKind.YEAR, period=LAST_YEAR))
    of = {"tab": "sending", "act": "send", "kind": ReportKind.YEAR, "period": LAST_YEAR.code}
    desk.broadcast.go_to(Place("exchange", filters=of))
    hands.settle()
    assert tab.wizard.report.chosen.frozen_id == own


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_no_step_is_cut_off(tab, look, percent, stick):
    look.set_percent(percent)
    hands.click(tab._begin)
    for step in range(3):
        pictures.take(tab.whole_page, look, f"send-{step + 1}-{percent}", size=(1180, 700))
        assert pictures.cut_off(tab.whole_page) == []
        if step < 2:
            go_on(tab)


def test_the_last_step_scrolls_by_itself_rather_than_push_its_buttons_out(tab, stick):
    to_the_place(tab)
    place = tab.wizard.place
    assert place.sizeHint().height() < place.form.wanted_size(place.width()).height()
