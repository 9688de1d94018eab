"""Imports against the sample branch and against small lists made here."""

import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from ccb_desktop.data.tables import DERIVED, HISTORY, Row
from ccb_desktop.domain.errors import Conflict, NotFound, Stopped
from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.imports.batches import RememberedColumns
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.labels import SEX
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.operations import import_workbook, undo
from ccb_desktop.operations.funds import funds
from ccb_desktop.operations.import_report import as_json
from ccb_desktop.operations.members import people

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac"
MESSY = sorted((SAMPLES / "messy").glob("*.expected.json"))
AS_OF = date(2025, 12, 31)
HEADER = ["Số thẻ", "Họ và tên", "Ngày sinh", "Chi hội", "Ngày vào Hội", "CCCD", "Trạng thái"]


def everything(store):
    """Every row of every table that an import writes."""
    with store.reading() as session:
        return {
            table: session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all()
            for table in Row.metadata.tables
            if table not in HISTORY
        }


def take(store, *files, as_of=AS_OF, **more):
    workbooks = import_workbook.understand_files(store, import_workbook.read_files(files))
    return import_workbook.run_import(store, workbooks, as_of, **more)


def counts(done):
    return {
        outcome.value: sum(sheet.count(outcome) for sheet in done.result.sheets)
        for outcome in Outcome
    }


def members_on(store, day):
    return {line.full_name: line for line in people.list_members(store, day)}


@pytest.fixture
def make_list(tmp_path):
    """Writes rows under a header into a new workbook."""

    def write(rows, header=HEADER, name="danh-sach.xlsx", sheet="DS"):
        workbook = openpyxl.Workbook()
        workbook.active.title = sheet
        for row in (header, *rows):
            workbook.active.append(row)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


def test_the_sample_branch_comes_in_whole(store):
    done = take(store, SAMPLES / "so-lieu-an-lac.xlsx")
    assert counts(done) == {"CREATED": 2015, "CHANGED": 20, "UNCHANGED": 0, "SKIPPED": 0}
    assert not done.result.problems
    members = people.list_members(store, date(2026, 6, 30))
    assert sum(line.status in ("ACTIVE", "EXEMPT", "SUSPENDED") for line in members) == 128


def test_kinds_that_are_not_asked_for_are_listed_not_read(store):
    done = take(store, SAMPLES / "so-lieu-an-lac.xlsx", kinds=frozenset({"units"}))
    assert [sheet.sheet.source.name for sheet in done.result.sheets] == ["Đơn vị"]
    ignored = {sheet.source.name for sheet in done.result.ignored}
    assert {"Nhiệm vụ", "Hoạt động", "Khen thưởng"} <= ignored


def test_the_same_file_again_changes_nothing(store):
    take(store, SAMPLES / "so-lieu-an-lac.xlsx")
    before = everything(store)
    again = take(store, SAMPLES / "so-lieu-an-lac.xlsx")
    assert again.batch is None
    assert set(counts(again)) and counts(again)["UNCHANGED"] == 2035
    assert everything(store) == before


STAYING = {"vouchers", "ledger_entries", "fund_months", "funds", "units", "unit_names"}


def test_undoing_an_import_leaves_only_what_was_booked(store):
    before = everything(store)
    done = take(store, SAMPLES / "so-lieu-an-lac.xlsx")
    import_workbook.undo_import(store, done.batch)
    after = everything(store)
    assert {name: after[name] for name in after if name not in STAYING} == {
        name: before[name] for name in before if name not in STAYING
    }
    for day in (date(2025, 1, 1), date(2025, 8, 1), date(2026, 6, 30)):
        assert [one.total_dong for one in funds.list_balances(store, day)] == [0] * 17
    assert all(month.amount_dong == 0 for month in after["fund_months"])
    with pytest.raises(NotFound):
        import_workbook.undo_import(store, done.batch)


def test_what_was_undone_comes_in_again_as_it_was(store):
    file = SAMPLES / "so-lieu-an-lac.xlsx"
    days = [date(2025, 1, 1), date(2025, 12, 31), date(2026, 6, 30)]

    def held():
        found = [funds.list_balances(store, day) for day in days]
        return [[(one.fund.name, one.total_dong) for one in of_day] for of_day in found]

    done = take(store, file)
    first = held()
    import_workbook.undo_import(store, done.batch)
    again = take(store, file)
    assert not again.result.problems
    assert counts(again)["SKIPPED"] == 0
    assert held() == first


def test_an_import_is_not_undone_under_later_work(store, make_list):
    done = take(store, make_list([["1", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "", ""]]))
    person = people.load_person_file(store, 1).person
    people.save_person(store, person.__class__(id=1, full_name="Nguyễn Văn Ân"))
    with pytest.raises(Conflict):
        import_workbook.undo_import(store, done.batch)
    assert people.load_person_file(store, 1).person.full_name == "Nguyễn Văn Ân"


def test_a_preview_writes_nothing_and_says_the_same(store):
    before = everything(store)
    files = [SAMPLES / "so-lieu-an-lac.xlsx"]
    workbooks = import_workbook.understand_files(store, import_workbook.read_files(files))
    seen = import_workbook.preview_import(store, workbooks, AS_OF)
    assert everything(store) == before
    done = import_workbook.run_import(store, workbooks, AS_OF)
    assert (
        as_json(None, seen, dry_run=True)["sheets"]
        == as_json(1, done.result, dry_run=False)["sheets"]
    )


def test_the_derived_standings_are_those_of_the_events(store):
    take(store, SAMPLES / "so-lieu-an-lac.xlsx")
    from ccb_desktop.data.members.memberships import refresh_standings

    def standings(session):
        query = text(
            "SELECT membership_id, from_on, to_on, status, unit_id FROM standings "
            "ORDER BY membership_id, from_on"
        )
        return session.execute(query).all()

    assert "standings" in DERIVED
    with store.writing("làm lại") as session:
        before = standings(session)
        refresh_standings(session)
        assert standings(session) == before


@pytest.mark.parametrize("expected", MESSY, ids=lambda path: path.name.split(".")[0])
def test_messy_lists_give_what_they_say(store, expected):
    wanted = json.loads(expected.read_text("utf-8"))
    done = take(store, SAMPLES / "messy" / wanted["file"], as_of=date(2026, 6, 30))
    lines = members_on(store, date(2026, 6, 30))
    assert len(lines) == wanted["people_count"]
    for person in wanted["people"]:
        line = lines[person["full_name"]]
        said = {**line._asdict(), "unit": line.unit_name, "sex": SEX.get(line.sex)}
        for field in person.keys() - {"row"}:
            printed = None if said[field] in (None, "") else str(said[field])
            assert printed == person[field], (person["full_name"], field)
    found = as_json(done.batch, done.result, dry_run=False)["sheets"][0]
    assert found["converted"] == wanted.get("converted", [])
    assert [(p["row"], p["column"], p["value"]) for p in found["problems"]] == [
        (p["row"], p["column"], p["value"]) for p in wanted["problems"]
    ]


def test_blank_cells_never_overwrite_and_vaguer_dates_neither(store, make_list):
    full = ["7", "Nguyễn Văn An", "19/5/1952", "Chi hội 1", "5/1990", "001052000001", ""]
    take(store, make_list([full]))
    done = take(store, make_list([["7", "Nguyễn Văn An", "1952", "Chi hội 1", "", "", ""]]))
    assert counts(done)["UNCHANGED"] == 1
    line = members_on(store, AS_OF)["Nguyễn Văn An"]
    assert (str(line.born_on), line.citizen_id) == ("19/05/1952", "001052000001")


def test_a_row_said_twice_is_shown_and_taken_once(store, make_list):
    row = ["7", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "", ""]
    done = take(store, make_list([row, row]))
    sheet = done.result.sheets[0]
    assert [(d.row, d.same_as_row) for d in sheet.duplicates] == [(3, 2)]
    assert counts(done) == {"CREATED": 1, "CHANGED": 0, "UNCHANGED": 0, "SKIPPED": 1}


def test_namesakes_of_two_units_in_one_list_are_two_people(store, make_list):
    rows = [["", "Nguyễn Văn An", "1952", unit, "", "", ""] for unit in ("Chi hội 1", "Chi hội 2")]
    assert counts(take(store, make_list(rows)))["CREATED"] == 2


def test_another_card_or_citizen_id_is_another_person(store, make_list):
    take(store, make_list([["1", "Lê Văn Bình", "1950", "Chi hội 1", "", "", ""]]))
    done = take(store, make_list([["2", "Lê Văn Bình", "1950", "Chi hội 1", "", "", ""]]))
    assert counts(done)["CREATED"] == 1


def test_contradicting_numbers_are_a_problem_and_nothing_is_written(store, make_list):
    rows = [
        ["1", "Lê Văn Bình", "1950", "Chi hội 1", "", "001050000001", ""],
        ["2", "Lê Văn Cảnh", "1951", "Chi hội 1", "", "001051000002", ""],
    ]
    take(store, make_list(rows))
    mixed = [["1", "Lê Văn Bình", "1950", "Chi hội 9", "", "001051000002", ""]]
    done = take(store, make_list(mixed))
    assert counts(done)["SKIPPED"] == 1
    assert done.result.problems == 1
    assert not done.result.sheets[0].new_units
    assert "Chi hội 9" not in {line.unit_name for line in people.list_members(store, AS_OF)}


def test_a_status_without_event_holds_from_the_day_of_the_list(store, make_list):
    row = ["1", "Lê Văn Bình", "1950", "Chi hội 1", "1990", "", "Miễn sinh hoạt"]
    take(store, make_list([row]))
    assert members_on(store, date(2025, 12, 30))["Lê Văn Bình"].status is Status.ACTIVE
    assert members_on(store, AS_OF)["Lê Văn Bình"].status is Status.EXEMPT
    assert counts(take(store, make_list([row])))["UNCHANGED"] == 1


def test_a_later_list_with_another_unit_moves_the_member(store, make_list):
    take(store, make_list([["1", "Lê Văn Bình", "1950", "Chi hội 1", "1990", "", ""]]))
    moved = make_list([["1", "Lê Văn Bình", "1950", "CH 2", "1990", "", ""]])
    done = take(store, moved, as_of=date(2026, 3, 1))
    assert counts(done)["CHANGED"] == 1
    assert members_on(store, date(2026, 2, 28))["Lê Văn Bình"].unit_name == "Chi hội 1"
    assert members_on(store, date(2026, 3, 1))["Lê Văn Bình"].unit_name == "CH 2"
    assert [m.kind for m in people.list_movements(store)] == [EventKind.MOVED_UNIT]


def test_events_of_strangers_are_problems(store, make_list):
    header = ["Ngày", "Họ và tên", "Ngày sinh", "Loại biến động"]
    rows = [["1/2/2025", "Người Lạ", "1950", "Từ trần"]]
    done = take(store, make_list(rows, header))
    assert done.batch is None
    assert "Không tìm thấy" in done.result.sheets[0].problems[0].message


def test_two_deaths_are_one_too_many(store, make_list):
    take(store, make_list([["1", "Lê Văn Bình", "1950", "Chi hội 1", "1990", "", ""]]))
    header = ["Ngày", "Họ và tên", "Số thẻ", "Loại biến động"]
    rows = [
        ["1/2/2025", "Lê Văn Bình", "1", "Từ trần"],
        ["9/9/2025", "Lê Văn Bình", "1", "Từ trần"],
    ]
    done = take(store, make_list(rows, header))
    assert (counts(done)["CREATED"], counts(done)["SKIPPED"]) == (1, 1)


def test_strict_refuses_everything_for_one_problem(store, make_list):
    before = everything(store)
    rows = [
        ["1", "Lê Văn Bình", "1950", "Chi hội 1", "1990", "", ""],
        ["2", "Lê Văn Cảnh", "31/2/1950", "Chi hội 1", "1990", "", ""],
    ]
    with pytest.raises(import_workbook.ImportRefused):
        take(store, make_list(rows), strict=True)
    assert everything(store) == before


def test_a_strict_refusal_says_where_the_first_problems_are(store, make_list):
    rows = [[str(n), "Lê Văn Bình", "31/2/1950", "Chi hội 1", "1990", "", ""] for n in range(23)]
    with pytest.raises(import_workbook.ImportRefused) as refused:
        take(store, make_list(rows), strict=True)
    first, *places, more = str(refused.value).split("\n")
    assert first.startswith("Chưa nhập gì, vì có 23 chỗ")
    assert len(places) == 20
    assert re.fullmatch(r"  Trang .+, dòng \d+, cột Ngày sinh: .+", places[0])
    assert more.startswith("  … và 3 chỗ nữa")


def test_stopping_keeps_nothing(store):
    before = everything(store)

    def stop(_done, _total, text):
        if "ghi" in text:
            raise Stopped("dừng")

    with pytest.raises(Stopped):
        take(store, SAMPLES / "so-lieu-an-lac.xlsx", progress=stop)
    assert everything(store) == before
    assert len(undo.list_actions(store)) == 1


def test_writing_can_be_stopped_to_the_last_and_keeps_nothing(store, make_list):
    file = make_list([["1", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "", ""]])
    before, told = everything(store), []
    import_workbook.undo_import(store, take(store, file, progress=lambda *p: told.append(p)).batch)
    writing = [text for _done, _total, text in told].count("Đang ghi vào sổ")
    assert writing > 3

    def stop_at_the_last(*report):
        told.append(report)
        if [text for _done, _total, text in told].count("Đang ghi vào sổ") == 2 * writing:
            raise Stopped("dừng")

    with pytest.raises(Stopped):
        take(store, file, progress=stop_at_the_last)
    assert everything(store) == before
    assert import_workbook.list_batches(store) == []


def test_several_files_are_read_as_one(store, make_list):
    units = ["Mã", "Tên đơn vị", "Loại", "Thuộc"]
    part = make_list([["PH1", "Phân hội 1", "Phân hội", "CH5"]], units, "phan-hoi.xlsx")
    whole = make_list([["CH5", "Chi hội 5", "Chi hội", ""]], units, "chi-hoi.xlsx")
    done = take(store, part, whole, strict=True)
    assert counts(done)["CREATED"] == 2


def test_looking_at_the_sheets_can_be_stopped(store, make_list):
    file = make_list([["1", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "", ""]])
    told = []

    def stop(done, total, text):
        told.append((done, total, text))
        raise Stopped("Đã dừng.")

    sources = import_workbook.read_files([file])
    with pytest.raises(Stopped):
        import_workbook.understand_files(store, sources, progress=stop)
    assert told == [(0, 1, "Đang xem danh-sach.xlsx")]


def test_columns_matched_by_hand_are_remembered(store, make_list):
    header = ["Đồng chí", "Năm", "Thuộc"]
    file = make_list([["Lê Văn Bình", "1950", "Chi hội 1"]], header)
    sources = import_workbook.read_files([file])
    columns = {0: "full_name", 1: "born_on", 2: "unit"}
    mapping = SheetMapping(kind="members", columns=columns, header_row=1)
    understood = import_workbook.understand_files(store, sources, {(file, "DS"): mapping})
    sheet = understood[0].sheets[0]
    assert len(sheet.rows) == 1
    remembered = RememberedColumns(shape_key=sheet.shape_key, kind="members", columns=columns)
    import_workbook.remember_columns(store, [remembered])
    again = import_workbook.understand_files(store, sources)
    assert [one.kind for one in again[0].sheets] == ["members"]
    assert len(again[0].sheets[0].rows) == 1
