"""Settings: the branch, text size, code lists, backups, what was done, first start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QScrollBar

from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backups, branch, undo
from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.settings.first_start import FirstStart
from ccb_desktop.ui.settings.page import SettingsPage
from ccb_desktop.ui.settings.recovery import RecoveryDialog
from tests.ui import hands, pictures


@pytest.fixture
def page(qt_app, store, tmp_path, look):
    desk = hands.make_desk(tmp_path / "drafts")
    return hands.show_page(SettingsPage(desk, store, look))


def test_the_branch_is_corrected(page, store):
    field = page._branch_form.field("name")
    field.set_value("Hội CCB phường An Bình Mới")
    hands.click(hands.button(page, "Lưu thông tin Hội"))
    assert branch.load_branch(store).name == "Hội CCB phường An Bình Mới"


def test_a_branch_without_name_is_refused_beside_the_field(page, store):
    page._branch_form.field("name").set_value("")
    hands.click(hands.button(page, "Lưu thông tin Hội"))
    assert page._branch_form.problems()
    assert branch.load_branch(store).name != ""


def test_text_size_is_applied_at_once(page, look):
    page.show_place(Place("settings", filters={"tab": "look"}))
    hands.settle()
    large = next(b for b in page.findChildren(QRadioButton) if b.text().startswith("150 %"))
    hands.press(large, Qt.Key.Key_Space)
    assert look.percent == 150


def test_a_code_is_added_renamed_retired_removed(page, store):
    page.show_place(Place("settings", filters={"tab": "codes"}))
    hands.settle()
    tab = page._codes
    hands.click(hands.button(page, "Thêm mục"))
    dialog = page.findChildren(FormDialog)[-1]
    dialog.form.field("label").set_value("Bảo vệ đảo")
    hands.click(hands.button(dialog, "Lưu"))
    added = next(c for c in branch.list_codes(store, "PERIOD") if c.label == "Bảo vệ đảo")
    tab._table.choose_ids([added.id])
    hands.settle()
    hands.click(hands.button(page, "Thôi dùng / dùng lại"))
    assert next(c for c in branch.list_codes(store) if c.id == added.id).retired
    tab._table.choose_ids([added.id])
    hands.settle()
    hands.click(hands.button(page, "Xóa"))
    assert added.id not in {c.id for c in branch.list_codes(store)}


def test_a_term_is_added_corrected_and_removed(page, store):
    page.show_place(Place("settings", filters={"tab": "terms"}))
    hands.settle()
    hands.click(hands.button(page._terms._table, "Thêm nhiệm kỳ"))
    dialog = page.findChildren(FormDialog)[-1]
    for name, text in (("number", "VII"), ("from_on", "6/2025"), ("to_on", "5/2020")):
        hands.type_text(dialog.form.field(name).line, text)
    hands.click(hands.button(dialog, "Lưu"))
    assert "đứng trước" in dialog.form.field("to_on").shown_problem
    dialog.form.field("to_on").line.clear()
    hands.type_text(dialog.form.field("to_on").line, "5/2030")
    hands.click(hands.button(dialog, "Lưu"))
    [term] = units.list_terms(store)
    assert (term.number, str(term.from_on), str(term.to_on)) == ("VII", "6/2025", "5/2030")
    page._terms._table.choose_ids([term.id])
    hands.settle()
    hands.click(hands.button(page._terms._table, "Xóa"))
    assert units.list_terms(store) == []


def test_a_second_place_that_cannot_take_its_copy_is_told(page, store, tmp_path):
    page._backups._set_second_place(tmp_path / "usb")
    box = hands.open_box()
    assert "chưa chép được sang nơi thứ hai" in box.text()
    hands.click(hands.button(box, "Đã hiểu"))
    (tmp_path / "usb").mkdir()
    page._backups._back_up()
    assert hands.no_box()
    assert backups.state(store).last_away is not None
    page.show_place(Place("settings", filters={"tab": "backups"}))
    hands.settle()
    page._backups._forget()
    assert branch.load_branch(store).backup_folder == ""


def test_a_doubled_code_is_refused(store):
    with pytest.raises(branch.Invalid):
        branch.save_code(store, Code(list_name="PERIOD", code="", label="chống mỹ"))


def test_an_act_is_undone_from_the_list(page, store):
    unit = units.Unit(code="CH1", kind="CHI_HOI", names=(units.UnitName("Chi hội 1"),))
    change = units.save_unit(store, unit)
    page.show_place(Place("settings", filters={"tab": "actions"}))
    page.refresh()
    page._actions._table.choose_ids([change.action_id])
    hands.settle()
    hands.act(page._actions, "Hoàn tác việc này")
    assert units.list_units(store) == []
    assert undo.list_actions(store)[0].label.startswith("Hoàn tác")


def test_a_backup_is_made_and_listed(page, store):
    page.show_place(Place("settings", filters={"tab": "backups"}))
    hands.settle()
    toolbar = [b for b in page.findChildren(QPushButton) if b.text() == "Sao lưu ngay"]
    hands.click(toolbar[0])
    assert len(backups.list_backups(store.folder)) == 1
    assert len(page._backups._table.seen_lines()) == 1


def test_a_damaged_store_is_led_to_its_backup(qt_app, desk, store):
    backups.back_up_here(store)
    folder = store.folder
    store.close()
    content = bytearray(folder.store.read_bytes())
    content[len(content) // 2] ^= 1
    folder.store.write_bytes(content)
    with pytest.raises(Damaged) as found:
        branch.open_branch(folder)
    dialog = hands.show(RecoveryDialog(None, folder, found.value, desk=desk), 800, 500)
    restored = []
    dialog.restored.connect(lambda: restored.append(True))
    ways = dialog.findChildren(QPushButton)
    hands.click(next(b for b in ways if b.text().startswith("Phục hồi bản")))
    assert restored == [True]
    branch.open_branch(folder).close()


def test_the_first_start_asks_and_answers(qt_app, look):
    start = hands.show(FirstStart(look), 1000, 760)
    answers = []
    start.answered.connect(lambda found, wants: answers.append((found, wants)))
    hands.click(hands.button(start, "Lập sổ"))
    assert answers == []
    for name, text in (("name", "Hội CCB xã X"), ("parent", "Hội CCB tỉnh"), ("place", "X")):
        start._form.field(name).set_value(text)
    hands.click(hands.button(start, "Lập sổ"))
    assert (answers[0][0].name, answers[0][1]) == ("Hội CCB xã X", True)


def test_nothing_is_cut_off(page, look):
    for tab in page.tabs.ids:
        page.tabs.show_tab(tab)
        hands.settle()
        pictures.take(page.window(), look, f"settings-{tab}", size=(1180, 700))
        look.set_percent(150)
        hands.settle()
        assert pictures.cut_off(page.window()) == []
        look.set_percent(100)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_form_of_the_branch_has_one_scroll_bar_and_its_button_in_sight(page, look, percent):
    look.set_percent(percent)
    hands.settle()
    bars = [
        bar
        for bar in page.window().findChildren(QScrollBar)
        if bar.isVisible() and bar.orientation() == Qt.Orientation.Vertical and bar.maximum()
    ]
    assert len(bars) <= 1
    save = hands.button(page, "Lưu thông tin Hội")
    assert page.window().rect().contains(save.mapTo(page.window(), save.rect().bottomRight()))


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_first_start_fits_an_office_screen_with_its_buttons(qt_app, look, percent):
    start = FirstStart(look)
    start.show()
    look.set_percent(percent)
    hands.settle()
    assert start.height() <= pictures.SCREEN[1]
    found = hands.button(start, "Lập sổ")
    assert start.rect().contains(found.mapTo(start, found.rect().bottomRight()))
    bars = [bar for bar in start.findChildren(QScrollBar) if bar.isVisible() and bar.maximum()]
    assert len(bars) <= 1
    assert pictures.cut_off(start) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_way_out_of_damage_is_seen_whole(qt_app, desk, store, data_folder, look, percent):
    look.set_percent(percent)
    backups.back_up_here(store)
    store.close()
    damaged = bytearray(data_folder.store.read_bytes())
    damaged[9_000:9_100] = bytes(100)
    data_folder.store.write_bytes(damaged)
    dialog = RecoveryDialog(None, data_folder, Damaged("Tệp số liệu bị hỏng."), desk=desk)
    dialog.open()
    hands.settle()
    assert pictures.cut_off(dialog) == []
    for found in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(found.geometry())
