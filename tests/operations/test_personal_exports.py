"""Every file with personal data that leaves is in the log; what is only looked at is not."""

import ast
from datetime import date
from pathlib import Path

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
from ccb_desktop.operations.forms.writing import numbers_hidden, write_form
from ccb_desktop.operations.member_cards import SHEETS
from ccb_desktop.operations.paper_pages import log_printed, pages_made
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.person_files import write_person_file
from tests.word_files import word_text

ON = date(2025, 6, 30)


def logged(store):
    return [
        (one.what, one.file_name, one.people, one.masked) for one in exports.list_exports(store)
    ]


def test_each_file_leaves_a_line_and_the_newest_stands_first(filled, tmp_path):
    papers.write_list(filled, ListOrder(name="roster", on=ON), tmp_path / "ds.xlsx")
    order = ListOrder(name="roster", on=ON, masked=False)
    papers.write_list(filled, order, tmp_path / "ds.docx")
    papers.write_template(filled, [], True, tmp_path / "so.xlsx", masked=False)
    SHEETS["cards"].write(filled, [1, 2], tmp_path / "the.docx")
    assert logged(filled) == [
        ("Thẻ hội viên", "the.docx", 2, True),
        ("Mẫu Excel có sẵn số liệu của sổ", "so.xlsx", 13, False),
        ("Danh sách hội viên", "ds.docx", 11, False),
        ("Danh sách hội viên", "ds.xlsx", 11, True),
    ]
    [first, *_] = exports.list_exports(filled)
    assert first.person_ids == {1, 2}


def test_the_name_of_one_person_does_not_stand_in_the_log(filled, tmp_path):
    write_person_file(filled, 1, tmp_path / "Ho-so-Tran-Van-Binh-1_An-Lac.docx")
    assert logged(filled) == [("Hồ sơ cá nhân", "Ho-so-(tên)_An-Lac.docx", 1, True)]


def test_an_empty_form_and_what_is_looked_at_are_not_logged(filled, tmp_path):
    papers.write_template(filled, [], False, tmp_path / "mau.xlsx")
    pages_made(filled, lambda out: papers.write_list(filled, ListOrder(name="roster", on=ON), out))
    assert logged(filled) == []


def test_a_paper_that_takes_its_number_is_logged_once_the_number_is_given(filled, tmp_path):
    order = FormOrder(name="introduction", on=ON, chosen=(4,))
    write_numbered(filled, order, tmp_path / "ggt.docx")
    assert [line[1:] for line in logged(filled)] == [("ggt.docx", 1, True)]


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
        papers.write_template(filled, [], True, tmp_path / "so.xlsx", masked=False)
    with pytest.raises(Forbidden, match="che số"):
        order = ListOrder(name="roster", on=ON, masked=False)
        papers.write_list(filled, order, tmp_path / "day-du.xlsx")
    assert [file.name for file in tmp_path.glob("*.xlsx")] == ["ds.xlsx"]


def test_who_only_reads_sees_no_numbers_whole_on_pages_and_in_rows_either(filled, tmp_path):
    whole = ListOrder(name="roster", on=ON, masked=False)
    assert "000000000001" in str(papers.list_rows(filled, whole))
    filled.user = User(name="Người xem", roles=frozenset({Role.READER}))
    assert "000000000001" not in str(papers.list_rows(filled, whole))
    for masked in (True, False):
        order = FormOrder(name="member-sheet", on=ON, chosen=(1,), masked=masked)
        if masked:
            pages = pages_made(filled, lambda out, order=order: write_form(filled, order, out))
            assert "000000000001" not in str(pages)
        else:
            with pytest.raises(Forbidden, match="che số"):
                pages_made(filled, lambda out, order=order: write_form(filled, order, out))
    resume = FormOrder(name="resume", on=ON, chosen=(1,))
    assert numbers_hidden(filled, resume)
    assert "000000000001" not in word_text(write_form(filled, resume, tmp_path / "ly-lich.docx"))


def test_what_is_printed_or_copied_is_logged_without_a_file(filled):
    log_printed(filled, masked=False)
    exports.log_copied(filled, "hội viên", 1200)
    assert logged(filled) == [
        ("Chép 1.200 dòng từ danh sách: hội viên", "", None, True),
        ("Trang đang xem, in ra giấy", "", None, False),
    ]


# --- No writer forgets the log --------------------------------------------------------------

LAYS = {"write_bytes", "replacing", "replacing_folder", "seal_copy"}
"""What puts a file in place, besides everything in `documents` that is called `write_…`."""

OWN_FILE = "a file of the program in its own folder, or a backup, which has a log of its own"
NOBODY = "names nobody of whom the books tell"
WITHIN = "stays in the program's folder until it is opened or looked at"
BY_CALLER = "its caller logs the whole"
NO_BOOKS = "the books are damaged and take no line"
NOT_LOGGED = {
    "backup_files.write_copy": OWN_FILE,
    "backup_files.copy_away": OWN_FILE,
    "backup_files.copy_file": OWN_FILE,
    "backup_files.set_aside": OWN_FILE,
    "backup_notes.keep_notes": OWN_FILE,
    "backups.put_back": OWN_FILE,
    "diagnostics.write_diagnostics": NOBODY,
    "handover_kit._write_copy": BY_CALLER,
    "handover_kit._write_papers": BY_CALLER,
    "head_sample.write_head_sample": NOBODY,
    "list_files.writer_of": BY_CALLER,
    "members.attached_files.copy_to_open": WITHIN,
    "protection._rewrite": OWN_FILE,
    "protection._renew": OWN_FILE,
    "repair._write_table": NO_BOOKS,
    "repair.copy_to_this_pc": OWN_FILE,
    "reports.write_draft": WITHIN,
    "starting._note": OWN_FILE,
    "submissions.contents._Gathering._keep": WITHIN,
    "submissions.placing.write_package": BY_CALLER,
    "submissions.placing._write_draft": BY_CALLER,
    "submissions.received.take_out": WITHIN,
    "template_papers.write_example": NOBODY,
    "template_papers.write_field_list": NOBODY,
    "users.beside.seal_set_aside": OWN_FILE,
    "users.beside.unseal_set_aside": OWN_FILE,
    "users.beside.write_drafts": OWN_FILE,
    "users.recovery_papers.write_recovery_paper": NOBODY,
    "users.ring_files.write_ring": OWN_FILE,
    "users.signing_in._note": OWN_FILE,
    "word_templates.copy_for_change": NOBODY,
    "word_templates.take_in": OWN_FILE,
    "word_templates._put_out": OWN_FILE,
}
"""Function that writes and does not log → why."""

OPERATIONS = Path(exports.__file__).parent


def functions_of(tree):
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
            yield from ((f"{node.name}.{one.name}", one) for one in methods)


def writing_names(tree):
    """What a module calls the functions that write, and the modules of `documents` it knows."""
    names = {"noting"}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        of_documents = str(node.module).startswith("ccb_desktop.documents")
        for one in node.names:
            writes = of_documents and (one.name.startswith("write_") or one.name in LAYS)
            if writes or one.name == "writer_of":
                names.add(one.asname or one.name)
    return names


def writers_in(module):
    """Each function that writes a file, and whether it logs."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = writing_names(tree)
    place = ".".join(module.relative_to(OPERATIONS).with_suffix("").parts)
    for name, function in functions_of(tree):
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        called = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
        of_module = {"template", "head_sample"} & used and {
            one for one in called if one.startswith("write_")
        }
        if names & used or of_module:
            yield f"{place}.{name}", bool(used & {"leaving", "log_export"})


def test_every_writer_logs_or_says_why_not():
    """A new way out of the program goes through `leaving`, or is told here with its reason."""
    modules = sorted(OPERATIONS.rglob("*.py"))
    found = dict(one for module in modules for one in writers_in(module))
    for own in ("left_overs.noting", "personal_exports.leaving"):
        found.pop(own, None)
    silent = {name for name, logs in found.items() if not logs}
    assert silent == set(NOT_LOGGED)
    assert sum(found.values()) > 30
