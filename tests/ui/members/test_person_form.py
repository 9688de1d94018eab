"""The file of a person by key and mouse: every tab, what is corrected, what is told of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QRadioButton

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.clubs_list import ClubsList
from ccb_desktop.ui.members.history_list import HistoryList
from tests.ui import pictures
from tests.ui.hands import button, click, open_box, press, settle, type_text
from tests.ui.members.officer import (
    choose,
    click_row,
    dialog,
    dialogs,
    fault,
    list_on,
    open_file,
    save,
    seen,
    write,
)
from tests.ui.members.small_branch import TODAY

NAME = "Nguyễn Văn An"


def file_of(store, name=NAME):
    line = next(line for line in list_members(store, TODAY) if line.full_name == name)
    return load_person_file(store, line.person_id)


def newest_changes(form, count):
    """The newest lines of the tab Lịch sử: field, before, after."""
    form.form._tabs.setCurrentIndex(form.form._tabs.count() - 1)
    settle()
    return [row[2:5] for row in list_on(form, HistoryList).seen().rows[:count]]


# What each tab asks: tab, field, what is typed, what the books keep of it.
TEXTS = [
    ("Thông tin chung", "other_name", "Ba An", "Ba An"),
    ("Thông tin chung", "born_on", "5/1944", "5/1944"),
    ("Thông tin chung", "citizen_id", "079044000123", "079044000123"),
    ("Thông tin chung", "citizen_id_issued_on", "12/4/2021", "12/04/2021"),
    ("Thông tin chung", "phone", "0912 000 111", "0912 000 111"),
    ("Thông tin chung", "address", "5 ngõ Giếng", "5 ngõ Giếng"),
    ("Thông tin chung", "street_group", "Tổ 9", "Tổ 9"),
    ("Thông tin chung", "home_town", "Hà Nam", "Hà Nam"),
    ("Thông tin chung", "old_address", "Phường Bến Cũ", "Phường Bến Cũ"),
    ("Thông tin chung", "ethnicity", "Tày", "Tày"),
    ("Thông tin chung", "religion", "Phật giáo", "Phật giáo"),
    ("Thông tin chung", "education", "10/10", "10/10"),
    ("Thông tin chung", "qualification", "Thợ máy", "Thợ máy"),
    ("Thông tin chung", "occupation", "Nghỉ hưu", "Nghỉ hưu"),
    ("Thông tin chung", "health_note", "Yếu", "Yếu"),
    ("Thông tin chung", "lunar_death_day", "15/7", "15/7"),
    ("Thông tin chung", "burial_place", "Nghĩa trang phường", "Nghĩa trang phường"),
    ("Thông tin chung", "consent_on", "3/2026", "3/2026"),
    ("Thông tin chung", "consent_paper", "Phiếu 7", "Phiếu 7"),
    ("Thông tin chung", "consent_withdrawn_on", "5/6/2026", "05/06/2026"),
    ("Thông tin chung", "consent_withdrawn_reason", "Theo đơn", "Theo đơn"),
    ("Thông tin chung", "consent_note", "Ký phiếu", "Ký phiếu"),
    ("Quân ngũ", "enlisted_on", "2/1961", "2/1961"),
    ("Quân ngũ", "discharged_on", "1976", "1976"),
    ("Quân ngũ", "rank", "Thượng sĩ", "Thượng sĩ"),
    ("Quân ngũ", "military_post", "Tiểu đội trưởng", "Tiểu đội trưởng"),
    ("Quân ngũ", "military_unit", "Trung đoàn 9", "Trung đoàn 9"),
    ("Quân ngũ", "training", "Sơ cấp", "Sơ cấp"),
    ("Quân ngũ", "theatres", "Miền Đông", "Miền Đông"),
    ("Đảng", "party_joined_on", "3/2/1968", "03/02/1968"),
    ("Đảng", "party_official_on", "3/2/1969", "03/02/1969"),
    ("Đảng", "party_cell", "Chi bộ 4", "Chi bộ 4"),
    ("Đảng", "political_theory", "Trung cấp", "Trung cấp"),
    ("Chính sách", "insurance_no", "CK2790000000001", "CK2790000000001"),
    ("Chính sách", "medal_year", "2019", "2019"),
    ("Chính sách", "commendations", "Huân chương", "Huân chương"),
]


def test_every_field_is_corrected_told_in_the_history_and_undone(page, store):
    before = file_of(store).person
    form = open_file(page, NAME, "Thông tin chung")
    for tab, field, typed, _kept in TEXTS:
        form.form.show_tab(tab)
        write(form, field, typed)
    save(form)
    assert dialogs() == []
    after = file_of(store).person
    assert {f: str(getattr(after, f)) for _t, f, _, _k in TEXTS} == {t[1]: t[3] for t in TEXTS}
    told = newest_changes(open_file(page, NAME, "Thông tin chung"), len(TEXTS))
    assert sorted(told) == sorted(
        [FIELD[field], str(getattr(before, field) or ""), kept] for _tab, field, _, kept in TEXTS
    )
    page.undo_bar.undo_last()
    assert file_of(store).person == before


CARD = [
    ("card_no", "BT0999", "BT0999"),
    ("joined_on", "12/1989", "12/1989"),
    ("card_issued_on", "1995", "1995"),
    ("card_reissued_on", "6/2020", "6/2020"),
    ("on_roll_from", "12/1989", "12/1989"),
]


def test_the_card_is_corrected_with_the_person(page, store):
    form = open_file(page, NAME, "Hội")
    for field, typed, _kept in CARD:
        write(form, field, typed)
    save(form)
    (membership,) = file_of(store).memberships
    assert {field: str(getattr(membership, field)) for field, _, _ in CARD} == {
        field: kept for field, _, kept in CARD
    }


def test_choices_are_made_by_keyboard(page, store):
    form = open_file(page, NAME, "Thông tin chung")
    choose(form, "sex", "Nữ")
    choose(form, "party_badge", "55 năm tuổi Đảng")
    choose(form, "admission_category", form.form.field("admission_category").box.itemText(1))
    for name, text in (("insurance_entitled", "Có"), ("sort_by_first_word", "Có")):
        form.form.show_field(name)
        settle()
        radios = form.form.field(name).findChildren(QRadioButton)
        press(next(r for r in radios if r.text() == text), Qt.Key.Key_Space)
    form.form.show_field("periods")
    settle()
    for box in form.form.field("periods").findChildren(QCheckBox):
        if box.text() in ("Chống Pháp", "Chống Mỹ"):
            press(box, Qt.Key.Key_Space)  # the second one was ticked before
    form.form.show_field("note")
    type_text(form.form.field("note").findChild(QPlainTextEdit), "Cần thăm")
    save(form)
    kept = file_of(store)
    assert (kept.person.sex, kept.person.party_badge) == ("FEMALE", 55)
    assert kept.person.insurance_entitled and kept.person.sort_by_first_word
    assert kept.person.periods == {"ANTI_FRENCH"}
    assert kept.person.note == "Cần thăm"
    assert kept.memberships[0].admission_category == 1


def test_days_that_contradict_each_other_are_told_on_their_tab(page, store):
    form = open_file(page, NAME, "Quân ngũ")
    write(form, "enlisted_on", "1930")
    save(form)
    assert fault(form, "enlisted_on") == "Ngày nhập ngũ đứng trước ngày sinh."
    assert form.form._tabs.tabText(1) == "Quân ngũ (sửa 1)"
    write(form, "enlisted_on", "1960")
    save(form)
    assert str(file_of(store).person.enlisted_on) == "1960"


def test_a_number_of_somebody_else_is_told_with_his_name(page):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "citizen_id", "079000000001")
    save(form)
    assert "Trần Thị Lan" in fault(form, "citizen_id")


def test_policies_are_added_corrected_and_taken_out(page, store):
    form = open_file(page, NAME, "Chính sách")
    table = form.form.field("policies").table
    click(button(table, "Thêm diện chính sách"))
    small = dialog("Thêm diện chính sách")
    choose(small, "kind", "Bệnh binh")
    write(small, "rate_percent", "101")
    save(small)
    assert fault(small, "rate_percent")
    write(small, "rate_percent", "61")
    write(small, "from_on", "1978")
    save(small)
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Return)
    small = dialog("Sửa diện chính sách")
    choose(small, "grade", "2/4")
    save(small)
    dialog(NAME)
    save(form)
    wounded, ill = sorted(file_of(store).person.policies, key=lambda p: p.kind, reverse=True)
    assert (wounded.grade, ill.kind, ill.rate_percent, str(ill.from_on)) == (
        "2/4",
        "BENH_BINH",
        61,
        "1978",
    )
    form = open_file(page, NAME, "Chính sách")
    table = form.form.field("policies").table
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Delete)
    save(form)
    assert len(file_of(store).person.policies) == 1


def test_clubs_are_joined_and_left(page, store):
    form = open_file(page, NAME, "Hội")
    table = list_on(form, ClubsList)
    click(button(table, "Vào câu lạc bộ"))
    small = dialog("Vào câu lạc bộ")
    save(small)
    assert fault(small, "unit") == "Chưa chọn CLB."
    choose(small, "unit", "CLB Cựu quân nhân phường")
    write(small, "joined_on", "2021")
    save(small)
    assert seen(table) == ["CLB Cựu quân nhân phường"]
    click_row(table, 0)
    click(button(table, "Sửa hoặc thôi tham gia"))
    small = dialog("Sửa việc tham gia")
    write(small, "ended_on", "6/2025")
    save(small)
    assert [str(m.ended_on) for m in file_of(store).memberships if m.ended_on] == ["6/2025"]


def test_a_long_line_of_the_history_is_read_whole(page):
    form = open_file(page, NAME, "Lịch sử")
    table = list_on(form, HistoryList)
    line = next(line for line in table.seen_lines() if line.what == "Thêm: Hồ sơ")
    click_row(table, table.seen_lines().index(line))
    press(table.view, Qt.Key.Key_Return)
    assert line.after in open_box().informativeText()
    click(button(open_box(), "Đã hiểu"))


def test_a_double_click_on_save_writes_one_line_of_history(page, store):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "phone", "0911 222 333")
    saved = []
    page.desk.broadcast.changed.connect(saved.append)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(form.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert len(saved) == 1
    assert file_of(store).person.phone == "0911 222 333"


def test_a_crash_half_way_keeps_what_was_typed(page, desk, store):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "home_town", "Thái Bình")
    form._later.timeout.emit()
    form._later.stop()
    form.hide()
    [draft] = desk.drafts.left_over()
    page.show_place(Place("members", draft.subject, {"draft": draft}))
    again = dialog(NAME)
    assert again.form.field("home_town").value() == "Thái Bình"
    save(again)
    assert file_of(store).person.home_town == "Thái Bình"
    assert desk.drafts.left_over() == []


def test_who_is_opened_but_gone_is_told(page):
    page._acts.open_person(9_999)
    assert dialogs() == []
    click(button(open_box(), "Đã hiểu"))


def test_everything_on_every_tab_has_a_name(page):
    form = open_file(page, NAME, "Thông tin chung")
    for place in range(form.form._tabs.count()):
        form.form._tabs.setCurrentIndex(place)
        settle()
        assert pictures.nameless(form) == []
