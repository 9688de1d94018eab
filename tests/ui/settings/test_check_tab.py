"""Kiểm tra số liệu in the window: checked, printed, held against paper, told to a helper."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from ccb_desktop.data.seals import last_seal
from ccb_desktop.domain.errors import Stopped
from ccb_desktop.operations import checking
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.settings.check_tab import CheckTab
from tests.ui import hands
from tests.ui.pictures import cut_off


@pytest.fixture
def tab(qt_app, desk, filled, look):
    return hands.show(CheckTab(desk, filled, look))


def told(tab):
    return " ".join(found.text() for found in tab._result.findChildren(QLabel))


def test_a_deep_check_tells_its_result_and_prints_it(tab):
    hands.click(hands.button(tab, "Kiểm tra kỹ"))
    hands.settle()
    assert "Số liệu tốt" in told(tab)
    assert "Nhật ký: mọi việc còn đúng dấu niêm" in told(tab)
    assert cut_off(tab) == []
    hands.click(hands.button(tab, "Xem và in kết quả"))
    dialog = tab.findChildren(PaperDialog)[-1]
    assert dialog.paper.sheets.pages
    dialog.close()


def test_what_is_wrong_is_told_in_the_tab(tab, monkeypatch):
    found = {"findings": ["Có 3 dòng trỏ đến hồ sơ không còn trong sổ."]}
    monkeypatch.setattr(checking, "check", lambda *_args, **_more: found)
    hands.click(hands.button(tab, "Kiểm tra nhanh"))
    assert "Có 1 chỗ cần xem" in told(tab)
    assert "Có 3 dòng trỏ đến" in told(tab)


def ask(tab, number, seal):
    hands.click(hands.button(tab, "Đối chiếu dấu niêm trên sổ đã in…"))
    dialog = tab.findChildren(FormDialog)[-1]
    hands.type_text(dialog.form.field("number").line, str(number))
    hands.type_text(dialog.form.field("seal").line, seal)
    hands.click(hands.button(dialog, "Đối chiếu"))
    return dialog


def test_the_seal_on_paper_is_held_against_the_history(tab, filled):
    with filled.reading() as session:
        number, seal = last_seal(session)
    printed = " ".join(seal[at : at + 4] for at in range(0, 16, 4)).upper()
    ask(tab, number, printed)
    box = hands.open_box()
    assert box.text() == "Khớp với sổ đã in."
    hands.click(hands.button(box, "Đã hiểu"))
    ask(tab, number, "0000 0000 0000 0000")
    box = hands.open_box()
    assert box.text() == "KHÔNG khớp với sổ đã in."
    hands.click(hands.button(box, "Đã hiểu"))
    dialog = ask(tab, number, "xyz")
    assert "16 ký tự" in dialog.form.field("seal").shown_problem
    dialog.form.settle()
    dialog.close()


def test_a_diagnostic_file_is_written(tab, tmp_path):
    hands.click(hands.button(tab, "Ghi tệp chẩn đoán…"))
    dialog = tab.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / "d.txt"))
    dialog.close()
    hands.settle()
    box = hands.open_box()
    assert "Đã ghi tệp chẩn đoán" in box.text()
    hands.click(hands.button(box, "Đóng"))
    assert "text = 100" in (tmp_path / "d.txt").read_text("utf-8-sig")


def test_a_check_is_stopped_in_the_midst_of_a_statement(filled):
    """The worker asks again and again, however long one statement of the database is."""

    def stop(_step, _of, _text):
        raise Stopped("dừng")

    with pytest.raises(Stopped):
        checking.check(filled, deep=True, tell=stop)
    assert checking.check(filled, deep=True)["ok"]
