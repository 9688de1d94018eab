"""The tab Điều lệ worked by mouse and keys on the practice branch, and looked at."""

import shutil
from datetime import date

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.charter_watch.watch import RULES
from ccb_desktop.operations import charter_watch, holidays, undo
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.members.review import charter_tab
from ccb_desktop.ui.members.review.charter_tab import CharterTab
from ccb_desktop.ui.members.review.page import ReviewPage
from tests.ui import hands, pictures

TODAY = date(2026, 6, 30)
"""The last day of the practice branch."""

SEEN = (940, 700)
"""What the list of pages leaves of the screen of an office PC."""


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """The practice branch, made once."""
    folder = DataFolder(tmp_path_factory.mktemp("thuc-hanh") / "so")
    make_demo_branch(folder, members=320).close()
    return folder


@pytest.fixture
def store(practice, tmp_path):
    folder = DataFolder(tmp_path / "so")
    shutil.copytree(practice.root, folder.root)
    with open_branch(folder) as opened:
        yield opened


@pytest.fixture
def page(qt_app, store, tmp_path, monkeypatch):
    """The page in a window with the bar that undoes, on the last day of the books."""

    class Today(date):
        @classmethod
        def today(cls):
            return TODAY

    monkeypatch.setattr(charter_tab, "date", Today)
    desk = hands.make_desk(tmp_path / "drafts")
    made = ReviewPage(desk, store)
    window = QMainWindow()
    window.setCentralWidget(made)
    made.frame = window  # Python lets go of a window nobody holds
    made.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    hands.show(window, *SEEN)
    made.show_place(Place("review", filters={"tab": "charter", "rule": "ceremony"}))
    hands.settle()
    return made


@pytest.fixture
def tab(page):
    return page.tab(CharterTab)


def table_of(tab, rule_id):
    return tab.table(next(rule for rule in RULES if rule.id == rule_id))


def show_rule(tab, rule_id):
    tab.show_place(Place("review", filters={"rule": rule_id}))
    hands.settle()
    return table_of(tab, rule_id)


def choose_all(table):
    table.choose_ids([one.key for one in table.seen_lines()])
    hands.settle()


def dialog():
    hands.settle()
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    )


def do_more(table, text):
    """An act of the menu `Việc khác`."""
    [action] = [a for a in table._acts._menus["Việc khác"].actions() if a.text() == text]
    assert action.isEnabled()
    action.trigger()
    hands.settle()


def count_in_list(tab, label):
    texts = [tab._rules.item(row).text() for row in range(tab._rules.count())]
    return next(text for text in texts if text.startswith(f"{label}:")).split(": ")[1]


def test_every_rule_is_listed_with_its_count(tab, store):
    found = charter_watch.watch(store, TODAY)
    assert tab._rules.count() == len(RULES)
    assert count_in_list(tab, "Lễ kết nạp") == str(len(found.of("ceremony").findings)) != "0"
    silent = found.of("striking-off").findings
    assert count_in_list(tab, "Xem xét xóa tên") == str(len(silent)) != "0"
    rare = found.of("meeting").findings
    assert count_in_list(tab, "Sinh hoạt định kỳ") == str(len(rare)) != "0"


def test_a_rule_whose_book_is_empty_says_so(qt_app, tmp_path):
    branch = Branch(name="Hội CCB phường Mới", parent="Hội CCB tỉnh", place="Mới")
    with start_branch(DataFolder(tmp_path / "moi"), branch) as empty:
        page = ReviewPage(hands.make_desk(tmp_path / "drafts"), empty)
        hands.show(page, *SEEN)
        page.show_place(Place("review", filters={"tab": "charter"}))
        hands.settle()
        tab = page.tab(CharterTab)
        assert count_in_list(tab, "Sinh hoạt định kỳ") == "chưa có sổ"
        page.close()


def test_the_arrow_keys_go_from_rule_to_rule(tab):
    hands.press(tab._rules, hands.Qt.Key.Key_Down)
    assert tab._says.text().startswith("Miễn sinh hoạt từ 3 tháng")
    assert len(table_of(tab, RULES[1].id).seen_lines()) > 0


def test_where_room_is_narrow_the_rules_stand_in_a_box(page, tab):
    page.window().resize(700, 700)
    hands.settle()
    assert tab._box.isVisible() and not tab._rules.isVisible()
    tab._box.setFocus()
    hands.press(tab._box, hands.Qt.Key.Key_Down)
    assert tab._says.text().startswith("Miễn sinh hoạt từ 3 tháng")
    assert tab._rules.currentRow() == 1


def test_a_ceremony_day_is_written_to_several_and_undone_at_once(page, tab, store):
    table = table_of(tab, "ceremony")
    before = len(table.seen_lines())
    assert before > 1
    choose_all(table)
    hands.click(hands.button(tab, "Ghi ngày lễ"))
    form = dialog()
    field = form.form.field("ceremony_on")
    field.line.selectAll()
    hands.type_text(field.line, "20/6/2026")
    hands.click(hands.button(form, "Ghi"))
    assert table.seen_lines() == []
    assert count_in_list(tab, "Lễ kết nạp") == "0"
    newest = undo.list_actions(store)[0]
    assert newest.label == f"Ghi ngày lễ kết nạp: {before} người"
    page.desk.broadcast.send(undo.undo(store, newest.id))
    assert len(table.seen_lines()) == before


def test_a_ceremony_before_the_decision_is_refused_beside_the_field(tab):
    table = table_of(tab, "ceremony")
    choose_all(table)
    hands.click(hands.button(tab, "Ghi ngày lễ"))
    form = dialog()
    form.form.field("ceremony_on").set_typed("1/1/2020")
    hands.click(hands.button(form, "Ghi"))
    assert form.isVisible()
    assert "đứng trước" in form.form.field("ceremony_on").shown_problem
    assert len(table.seen_lines()) > 1


def test_a_report_takes_a_member_off_the_list(tab, store):
    table = show_rule(tab, "exemption")
    first = table.seen_lines()[0]
    table.choose_ids([first.key])
    hands.settle()
    hands.click(hands.button(tab, "Ghi báo cáo"))
    form = dialog()
    form.form.field("reported_on").set_typed("25/6/2026")
    hands.click(hands.button(form, "Ghi"))
    assert first.key not in {one.key for one in table.seen_lines()}


def test_a_letter_is_handed_in(tab):
    table = show_rule(tab, "transfer")
    first = table.seen_lines()[0]
    table.choose_ids([first.key])
    hands.settle()
    hands.click(hands.button(tab, "Ghi ngày nộp giấy"))
    hands.click(hands.button(dialog(), "Ghi"))
    assert first.key not in {one.key for one in table.seen_lines()}


def test_a_rule_is_switched_off_with_a_reason_and_on_again(tab, store):
    do_more(table_of(tab, "ceremony"), "Tắt quy định này…")
    form = dialog()
    hands.click(hands.button(form, "Tắt quy định này"))
    assert form.isVisible()  # without a reason it stays on
    form.form.field("reason").set_typed("Hội làm lễ chung một ngày trong năm")
    hands.click(hands.button(form, "Tắt quy định này"))
    assert count_in_list(tab, "Lễ kết nạp") == "đã tắt"
    assert "Hội làm lễ chung" in table_of(tab, "ceremony")._note._advice.text()
    do_more(table_of(tab, "ceremony"), "Bật lại quy định này")
    assert count_in_list(tab, "Lễ kết nạp") not in ("đã tắt", "0")


def test_a_year_without_days_off_for_new_year_is_told_where_it_matters(page, tab, store):
    assert not tab._note.isVisible()
    known = holidays.list_holidays(store)
    page.desk.broadcast.send(holidays.remove_holidays(store, known))
    assert tab._note.isVisible() and "Tết năm 2026" in tab._note.text()
    show_rule(tab, "exemption")
    assert not tab._note.isVisible()  # its terms run in months


def test_what_is_narrow_in_the_list_is_said_below_it(tab):
    table = table_of(tab, "ceremony")
    assert not tab._detail.isVisible()
    first = table.seen_lines()[0]
    table.choose_ids([first.key])
    assert tab._detail.isVisible()
    assert first.evidence in tab._detail.text() and first.advice in tab._detail.text()
    choose_all(table)
    assert not tab._detail.isVisible()


def test_the_decision_is_printed_for_the_chosen(tab, tmp_path):
    table = table_of(tab, "ceremony")
    choose_all(table)
    hands.click(hands.button(tab, "In quyết định"))
    out = tmp_path / "quyet-dinh.docx"
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    hands.settle()
    text = "\n".join(paragraph.text for paragraph in Document(out).paragraphs)
    assert all(one.name in text for one in table.seen_lines())
    hands.open_box().close()


def test_the_list_of_a_rule_is_written(tab, tmp_path):
    do_more(show_rule(tab, "phan-hoi"), "Ghi danh sách ra Word")
    out = tmp_path / "danh-sach.docx"
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    hands.settle()
    heads = [(t, [cell.text for cell in t.rows[0].cells]) for t in Document(out).tables]
    [table] = [t for t, head in heads if "Căn cứ trong sổ" in head]
    assert len(table.rows) == 1 + len(table_of(tab, "phan-hoi").seen_lines())
    hands.open_box().close()


def test_a_unit_leads_to_its_page(page, tab):
    table = show_rule(tab, "phan-hoi")
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    first = table.seen_lines()[0]
    table.choose_ids([first.key])
    hands.settle()
    hands.click(hands.button(tab, "Xem đơn vị"))
    assert (wanted[0].page, wanted[0].record_id) == ("units", first.unit_id)


def test_a_person_is_opened(tab):
    table = table_of(tab, "ceremony")
    table.choose_ids([table.seen_lines()[0].key])
    hands.settle()
    hands.click(hands.button(tab, "Mở hồ sơ"))
    assert dialog().windowTitle() == table.seen_lines()[0].name


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
@pytest.mark.parametrize("rule", ["ceremony", "exemption", "striking-off", "phan-hoi", "board"])
def test_nothing_is_cut_off(page, tab, look, theme, rule):
    look.set_theme(theme)
    table = show_rule(tab, rule)
    table.choose_ids([one.key for one in table.seen_lines()[:1]])
    for percent in pictures.SIZES:
        look.set_percent(percent)
        hands.settle()
        name = f"charter-{rule}-{theme}"
        pictures.take(page.window(), look, name, sizes=(percent,), size=SEEN)
        look.set_percent(percent)
        hands.settle()
        assert pictures.cut_off(page.window()) == []
        assert pictures.nameless(page.window()) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_small_windows_are_seen_whole(tab, look, percent):
    look.set_percent(percent)
    for rule, act in (("ceremony", "Ghi ngày lễ"), ("exemption", "Ghi báo cáo")):
        choose_all(show_rule(tab, rule))
        hands.click(hands.button(tab, act))
        _photograph(dialog(), f"charter-{rule}-day-{percent}")
    do_more(show_rule(tab, "ceremony"), "Tắt quy định này…")
    _photograph(dialog(), f"charter-off-{percent}")


def _photograph(form, name):
    pictures.FOLDER.mkdir(exist_ok=True)
    assert form.grab().save(str(pictures.FOLDER / f"{name}.png"))
    assert pictures.cut_off(form) == []
    form.close()
    hands.settle()


def test_no_empty_notice_stands_there_before_the_books_are_read(qt_app, store, tmp_path):
    made = CharterTab(hands.make_desk(tmp_path / "drafts"), store)
    assert made._note.isHidden()
    assert made._detail.isHidden()
