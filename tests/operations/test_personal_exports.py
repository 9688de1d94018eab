"""Every file with personal data that leaves is in the log; what is only looked at is not."""

from datetime import date

import pytest

from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import UndoEffect
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations import papers, undo
from ccb_desktop.operations import personal_exports as exports
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.forms.numbered import write_numbered
from ccb_desktop.operations.member_cards import SHEETS
from ccb_desktop.operations.paper_pages import pages_made
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.person_files import write_person_file

ON = date(2025, 6, 30)


def logged(store):
    return [
        (one.what, one.file_name, one.people, one.masked) for one in exports.list_exports(store)
    ]


def test_each_file_leaves_a_line_and_the_newest_stands_first(filled, tmp_path):
    papers.write_list(filled, ListOrder(name="roster", on=ON), tmp_path / "ds.xlsx")
    order = ListOrder(name="roster", on=ON, masked=False)
    papers.write_list(filled, order, tmp_path / "ds.docx")
    papers.write_template(filled, [], True, tmp_path / "so.xlsx")
    SHEETS["cards"].write(filled, [1, 2], tmp_path / "the.docx")
    assert logged(filled) == [
        ("Thẻ hội viên", "the.docx", 2, False),
        ("Sổ dữ liệu Excel, đủ số CCCD và điện thoại", "so.xlsx", 13, False),
        ("Danh sách hội viên", "ds.docx", 11, False),
        ("Danh sách hội viên", "ds.xlsx", 11, True),
    ]
    [first, *_] = exports.list_exports(filled)
    assert first.person_ids == {1, 2}


def test_the_name_of_one_person_does_not_stand_in_the_log(filled, tmp_path):
    write_person_file(filled, 1, tmp_path / "Ho-so-Tran-Van-Binh-1_An-Lac.docx")
    assert logged(filled) == [("Hồ sơ cá nhân", "Ho-so-(tên)_An-Lac.docx", 1, False)]


def test_an_empty_form_and_what_is_looked_at_are_not_logged(filled, tmp_path):
    papers.write_template(filled, [], False, tmp_path / "mau.xlsx")
    pages_made(filled, lambda out: papers.write_list(filled, ListOrder(name="roster", on=ON), out))
    assert logged(filled) == []


def test_a_paper_that_takes_its_number_is_logged_once_the_number_is_given(filled, tmp_path):
    order = FormOrder(name="introduction", on=ON, chosen=(4,))
    write_numbered(filled, order, tmp_path / "ggt.docx")
    assert [line[1:] for line in logged(filled)] == [("ggt.docx", 1, False)]


def test_it_is_no_act_to_undo_and_the_history_holds(filled, tmp_path):
    before = undo.list_actions(filled)
    papers.write_list(filled, ListOrder(name="roster", on=ON), tmp_path / "ds.xlsx")
    assert undo.list_actions(filled) == before
    with filled.writing("Thử") as session:
        exports.books.add_export(session, exports.list_exports(filled)[0])
    assert undo.effect_of(filled, session.change) is UndoEffect.FINAL
    assert check(filled, deep=True)["findings"] == []


def test_a_log_that_cannot_be_written_hinders_no_paper(filled_folder, tmp_path):
    with Store(filled_folder, lock=None) as store:
        out = tmp_path / "ds.xlsx"
        assert papers.write_list(store, ListOrder(name="roster", on=ON), out).exists()
        assert logged(store) == []


def test_the_log_only_grows(filled, tmp_path):
    papers.write_list(filled, ListOrder(name="roster", on=ON), tmp_path / "ds.xlsx")
    with connection_to(filled.path) as connection:
        for statement in (
            "UPDATE personal_exports SET people=1",
            "DELETE FROM personal_exports",
            "REPLACE INTO personal_exports SELECT * FROM personal_exports",
        ):
            with pytest.raises(Exception, match="never changed"):
                connection.execute(statement)


def test_who_only_reads_gets_no_numbers_whole_in_a_file(filled, tmp_path):
    filled.user = User(name="Người xem", roles=frozenset({Role.READER}))
    papers.write_list(filled, ListOrder(name="roster", on=ON), tmp_path / "ds.xlsx")
    with pytest.raises(Forbidden, match="che số"):
        papers.write_template(filled, [], True, tmp_path / "so.xlsx")
    with pytest.raises(Forbidden, match="che số"):
        order = ListOrder(name="roster", on=ON, masked=False)
        papers.write_list(filled, order, tmp_path / "day-du.xlsx")
    assert [file.name for file in tmp_path.glob("*.xlsx")] == ["ds.xlsx"]
