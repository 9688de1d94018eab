"""A ward brought into a real store: from a store, a backup, an older store, a workbook."""

import shutil
from datetime import date

import openpyxl
import pytest

from ccb_desktop.data.tables import AttachedFileRow, ExemptionReportRow, OwnFieldRow, OwnValueRow
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.errors import BadFile, Invalid, StoreTooNew
from ccb_desktop.domain.long_jobs import tell_nobody
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.unit_changes.ward import WardOrder
from ccb_desktop.operations import backups, papers
from ccb_desktop.operations.branch import list_codes, open_branch, save_code, start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.figures import as_json, figures_for
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.members import own_fields, people, units
from ccb_desktop.operations.members.ward_merger import bring_ward_in, plan_ward, read_ward
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.paths import DataFolder
from tests.books import add_member, fill
from tests.ledger import open_fund
from tests.old_stores.build import store_of_schema
from tests.operations.members.rows import all_rows

ON = date(2026, 1, 1)
WARD = "Phường Cũ"
ORDER = WardOrder(ward=WARD, on=ON)
THEIRS = Branch(name="Hội CCB phường Cũ", parent="Hội CCB tỉnh Thái Hưng", place="Cũ")


@pytest.fixture(scope="session")
def their_branch(tmp_path_factory):
    """The folder of another branch of twelve people, closed."""
    folder = DataFolder(tmp_path_factory.mktemp("phuong-cu"))
    with start_branch(folder, THEIRS) as theirs:
        fill(theirs)
        save_code(theirs, Code(list_name="POLICY", code="RIENG", label="Diện riêng của phường"))
        _hang_papers_on(theirs)
        open_fund(theirs, "Quỹ phường Cũ", cash=70_000, opened_on=date(2025, 1, 1))
    return folder


def _hang_papers_on(theirs):
    with theirs.writing("Giấy tờ") as session:
        session.add(
            OwnFieldRow(label="Nhóm máu", kind="TEXT", choices="", position=0, retired=False)
        )
        session.flush()
        session.add(OwnValueRow(person_id=1, field_id=1, value="O"))
        file = {"kind": "PAPER", "title": "Quyết định", "file_name": "qd.pdf", "sha256": "ab"}
        more = {"size_bytes": 2, "added_on": date(2025, 1, 1), "note": ""}
        session.add(AttachedFileRow(person_id=2, **file, **more))
        session.add(ExemptionReportRow(membership_id=2, reported_on=_day(), note="Đã báo"))


def _day():
    from ccb_desktop.domain.partial_dates import PartialDate

    return PartialDate(2025, 6)


def bring(store, *files, order=ORDER):
    ward = read_ward(store, files, order, tell_nobody)
    return bring_ward_in(store, ward, order)


def in_the_hoi(store, on):
    lines = people.list_members(store, on)
    return [m for m in lines if m.status in ("ACTIVE", "EXEMPT", "SUSPENDED")]


def test_a_ward_comes_from_a_store_as_one_act_and_is_undone_whole(store, their_branch):
    fill(store, members=5)
    before, rows = in_the_hoi(store, ON), all_rows(store)
    size = their_branch.store.read_bytes()
    ward = read_ward(store, [their_branch.store], ORDER, tell_nobody)
    plan = plan_ward(store, ward, ORDER)
    assert all_rows(store) == rows
    change = bring_ward_in(store, ward, ORDER)
    assert list_actions(store)[0].label == plan.label == f"Nhập {WARD} vào sổ"
    came = {m.membership_id for m in in_the_hoi(store, ON)} - {m.membership_id for m in before}
    assert len(came) == 10
    assert len([line for line in plan.lines if line.tells == "Hội viên"]) == 10
    assert len([line for line in plan.lines if line.tells == "Chỉ giữ hồ sơ"]) == 2
    assert their_branch.store.read_bytes() == size
    assert backups.state(store).last is not None
    undo(store, change.action_id)
    assert all_rows(store) == rows


def test_the_money_of_the_ward_is_told_and_does_not_come(store, their_branch):
    ward = read_ward(store, [their_branch.store], ORDER, tell_nobody)
    [warning] = [one for one in plan_ward(store, ward, ORDER).warnings if "quỹ" in one]
    assert "Quỹ phường Cũ (70.000 đồng)" in warning
    bring_ward_in(store, ward, ORDER)
    assert list_funds(store) == []


def test_units_of_one_name_are_told_apart_by_their_ward(store, their_branch):
    fill(store, members=5)
    bring(store, their_branch.store)
    names = {m.unit_name for m in in_the_hoi(store, ON)}
    assert f"Chi hội 1 ({WARD})" in names
    assert {m.unit_name for m in in_the_hoi(store, date(2025, 12, 31))} == {
        "Chi hội 1",
        "Chi hội 2",
    }
    codes = [unit.code for unit in units.list_units(store)]
    assert len(codes) == len(set(codes))


def test_codes_own_fields_papers_and_reports_come_along(store, their_branch):
    bring(store, their_branch.store)
    assert "RIENG" in [code.code for code in list_codes(store, "POLICY")]
    rows = all_rows(store)
    first = next(p["id"] for p in rows["persons"] if p["full_name"] == "Trần Văn Bình 1")
    second = next(p["id"] for p in rows["persons"] if p["full_name"] == "Trần Văn Bình 2")
    assert [(v["person_id"], v["value"]) for v in rows["own_values"]] == [(first, "O")]
    assert [f["person_id"] for f in rows["attached_files"]] == [second]
    held = next(m["id"] for m in rows["memberships"] if m["person_id"] == second)
    assert [r["membership_id"] for r in rows["exemption_reports"]] == [held]


def test_an_own_field_of_another_kind_gets_a_name_of_its_own(store, their_branch):
    with store.writing("Ô riêng") as session:
        row = {"label": "Nhóm máu", "kind": "LIST", "choices": "A;B", "position": 4}
        session.add(OwnFieldRow(retired=False, **row))
    bring(store, their_branch.store)
    fields = all_rows(store)["own_fields"]
    assert sorted((f["label"], f["position"]) for f in fields) == [
        ("Nhóm máu", 4),
        ("Nhóm máu (phường cũ)", 5),
    ]


def test_the_same_people_twice_get_no_number_twice(filled, their_branch):
    bring(filled, their_branch.store)
    ids = [p["citizen_id"] for p in all_rows(filled)["persons"] if p["citizen_id"]]
    assert len(ids) == len(set(ids)) == 12


def test_a_ward_comes_from_a_backup_and_from_an_older_store(store, their_branch, tmp_path):
    with_backup = DataFolder(tmp_path / "cu")
    shutil.copytree(their_branch.root, with_backup.root)
    with open_branch(with_backup) as theirs:
        made = backups.back_up(theirs, tmp_path / "usb")
    bring(store, made)
    assert len(in_the_hoi(store, ON)) == 10
    order = WardOrder(ward="Phường Xưa", on=ON)
    bring(store, store_of_schema(1), order=order)
    assert len(in_the_hoi(store, ON)) == 20


def test_a_ward_comes_from_its_workbook(store, tmp_path):
    on, kinds = date(2026, 7, 1), ["units", "members", "club_members", "events", "posts"]
    with make_demo_branch(DataFolder(tmp_path / "thu"), members=40) as theirs:
        papers.write_template(theirs, kinds, True, tmp_path / "phuong-cu.xlsx")
        members = len(in_the_hoi(theirs, date(2026, 6, 30)))
    add_member(store, "Lê Văn Ba")
    bring(store, tmp_path / "phuong-cu.xlsx", order=WardOrder(ward=WARD, on=on))
    assert len(in_the_hoi(store, on)) == members + 1 == 41
    figures = as_json(figures_for(store, on, on))["figures"]
    assert (figures["members_opening"], figures["members_transferred_in"]) == (1, members)
    assert WARD not in {unit.former_ward for unit in units.list_units(store) if unit.id == 1}


def test_columns_of_own_fields_are_read_as_in_an_import(store, tmp_path):
    made = {
        "Số con": OwnField(label="Số con", kind=OwnKind.NUMBER),
        "Nhóm máu": OwnField(label="Nhóm máu", kind=OwnKind.CHOICE, choices=("A", "B")),
        "Ngày khám": OwnField(label="Ngày khám", kind=OwnKind.DATE),
        "Có xe": OwnField(label="Có xe", kind=OwnKind.YES_NO),
        "Biển số xe": OwnField(label="Biển số xe"),
    }
    for field in made.values():
        own_fields.save_own_field(store, field)
    add_member(store, "Phạm Văn Sáu")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Chi hội", *made, "Sở thích"])
    sheet.append([1, "Trần Văn Bốn", "1950", "Chi hội 7", 4, "B", "5/2024", "Có", "43-H1", "Cờ"])
    sheet.append([2, "Lê Văn Ba", "1951", "Chi hội 7", "ba", None, None, "Không", None, "Cá"])
    book.save(tmp_path / "phuong-cu.xlsx")
    rows = all_rows(store)
    ward = read_ward(store, [tmp_path / "phuong-cu.xlsx"], ORDER, tell_nobody)
    assert "1 chỗ chưa đúng" in ward.warnings[0]
    change = bring_ward_in(store, ward, ORDER)
    ids = {person["full_name"]: person["id"] for person in all_rows(store)["persons"]}
    assert own_fields.load_all_own_texts(store) == {
        ids["Trần Văn Bốn"]: {1: "4", 2: "B", 3: "2024-05", 4: "1", 5: "43-H1"},
        ids["Lê Văn Ba"]: {4: "0"},
    }
    assert list(made) == [field.label for field in own_fields.list_own_fields(store)]
    undo(store, change.action_id)
    assert all_rows(store) == rows


def test_last_year_of_the_practice_branch_stays_as_it_was(tmp_path, their_branch):
    with make_demo_branch(DataFolder(tmp_path / "thu"), members=60) as practice:

        def last_year():
            span = (date(2025, 1, 1), date(2025, 12, 31))
            return [as_json(figures_for(practice, *span, unit_code=c)) for c in (None, "CH1")]

        before = last_year()
        bring(practice, their_branch.store)
        assert last_year() == before


@pytest.mark.parametrize(
    ("name", "content"), [("khong-co.ccb", None), ("trong.ccbk", b""), ("chu.ccb", b"xin chao\n")]
)
def test_a_file_that_is_no_store_is_told(store, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(BadFile):
        read_ward(store, [tmp_path / name], ORDER, tell_nobody)


def test_a_store_of_a_newer_program_is_left(store, their_branch, tmp_path):
    from ccb_desktop.data.engine import connection_to

    newer = tmp_path / "moi.ccb"
    shutil.copyfile(their_branch.store, newer)
    with connection_to(newer) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(StoreTooNew):
        read_ward(store, [newer], ORDER, tell_nobody)


def test_a_store_and_workbooks_are_not_mixed(store, their_branch, tmp_path):
    with pytest.raises(BadFile):
        read_ward(store, [their_branch.store, tmp_path / "x.xlsx"], ORDER, tell_nobody)


def test_a_workbook_without_a_roster_is_told(store, tmp_path):
    openpyxl.Workbook().save(tmp_path / "trong.xlsx")
    with pytest.raises(BadFile) as refused:
        read_ward(store, [tmp_path / "trong.xlsx"], ORDER, tell_nobody)
    assert "Gửi – nhận" in str(refused.value)


def test_a_ward_without_a_name_is_refused_before_anything_is_read(store, tmp_path):
    with pytest.raises(Invalid) as refused:
        read_ward(store, [tmp_path / "x.ccb"], WardOrder(ward="", on=ON), tell_nobody)
    assert set(refused.value.fields) == {"ward"}
