"""Erasing somebody's data: gone everywhere, the figures of the past and the seals as before."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.data.members.people import load_people
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.members.units import Post, PostScope
from ccb_desktop.operations import undo
from ccb_desktop.operations.branch import load_branch, open_branch, save_branch
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.members import attached_files, put_back, units
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.people_merge import merge_people
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.paths import DataFolder
from tests.books import add_event, add_member, add_unit, day
from tests.old_stores.build import store_of_schema

NAME, FORMER_NAME = "Vũ Đình Kim Tước", "Vũ Đình Kim Tuốc"
CANARIES = {
    "other_name": "Sáu Kim Tước",
    "citizen_id": "038152990017",
    "phone": "0987123450",
    "address": "Ngõ Hoàng Yến 17",
    "health_note": "đau khớp hoàng yến",
    "note": "ghi chú hoàng yến",
    "insurance_no": "GD4383822990017",
    "home_town": "Quê Hoàng Yến",
}
NEEDLES = (NAME, FORMER_NAME, "hoàng yến", "Hoàng Yến", *CANARIES.values(), "vu dinh kim tuoc")
DECISION = "15/QĐ-CCB"
PAPER = b"%PDF-1.4 canary of the paper\n%%EOF\n"


@pytest.fixture
def left(store, tmp_path):
    """Somebody who has left, known under two names, with papers, policies and relatives."""
    add_unit(store)
    noted = Policy(kind="THUONG_BINH", rate_percent=31, note="ghi chú hoàng yến")
    add_member(store, FORMER_NAME, policies=(noted,), born_on=day("19/5/1952"), **CANARIES)
    add_member(store, "Lê Văn Ở Lại")
    paper = tmp_path / "hoàng yến.pdf"
    paper.write_bytes(PAPER)
    attached_files.attach_paper(store, FileOwner(1), paper, "giấy hoàng yến")
    person = load_person_file(store, 1).person
    save_person(store, replace(person, full_name=NAME))
    add_event(store, 1, EventKind.TRANSFERRED_OUT, "2/9/2025", elsewhere="Xã Hoàng Yến")
    return 1


def told_in(store):
    """Every value of every table as one text, by table."""
    with store.raw_reading() as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        return {
            name: " ".join(str(row) for row in connection.execute(f"SELECT * FROM {name}"))
            for (name,) in tables
        }


def found_in(told):
    return {(name, one) for name, text in told.items() for one in NEEDLES if one in text}


def test_nothing_of_him_is_found_in_any_table(store, left):
    assert found_in(told_in(store))
    plan = erasing.plan_erasure(store, left)
    assert (plan.bonds, plan.files) == ((), 1)
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    told = told_in(store)
    assert found_in(told) == set()
    assert repr(PAPER)[2:20] not in told["file_contents"]
    assert plan.becomes in told["persons"]
    [erasure] = erasing.list_erasures(store)
    assert (erasure.name, erasure.decision_no) == (plan.becomes, DECISION)
    person = load_person_file(store, left).person
    assert (person.born_on, person.policies[0].rate_percent) == (day("1952"), 31)


def test_nothing_of_him_is_found_in_the_bytes_of_the_file(store, left, tmp_path):
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    plain = tmp_path / "plain.sqlite"
    with store.raw_reading() as connection:
        connection.execute("COMMIT")
        connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("DETACH DATABASE plain")
    raw = plain.read_bytes()
    assert "Lê Văn Ở Lại".encode() in raw
    assert [one for one in NEEDLES if one.encode() in raw] == []
    assert PAPER not in raw


def test_the_seals_hold_and_a_deep_check_finds_nothing(store, left):
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    add_member(store, "Hồ Văn Mới")
    assert check(store, deep=True)["findings"] == []


def test_what_was_done_to_him_is_not_undone_and_not_put_back(store, left):
    history = undo.list_changes(store, [("persons", left)])
    change = erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    acts = {action.label: action.id for action in undo.list_actions(store)}
    renamed = next(label for label in acts if label.startswith("Sửa hồ sơ"))
    for act in (change.action_id, acts[renamed]):
        with pytest.raises(Conflict, match="dữ liệu cá nhân đã xóa"):
            undo.undo(store, act)
    with pytest.raises(Conflict, match="dữ liệu cá nhân đã xóa"):
        put_back.put_person_back(store, left, history[0])
    assert found_in(told_in(store)) == set()


def test_drafts_about_him_go_and_others_stay(store, left):
    folder = store.folder.drafts
    folder.mkdir(exist_ok=True)
    his = {"page": "members", "subject": left, "typed": {}}
    named = {"page": "visits", "subject": None, "typed": {"recipient": NAME}}
    other = {"page": "visits", "subject": left, "typed": {"recipient": "Lê Văn Ở Lại"}}
    for name, draft in (("a", his), ("b", named), ("c", other)):
        (folder / f"{name}.json").write_text(json.dumps(draft))
    (folder / "d.json").write_bytes(b"\x00sealed")
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    assert sorted(file.name for file in folder.iterdir()) == ["c.json", "d.json"]


def test_a_paper_that_another_person_has_too_stays_with_him(store, left, tmp_path):
    paper = tmp_path / "chung.pdf"
    paper.write_bytes(PAPER)
    attached_files.attach_paper(store, FileOwner(2), paper, "giấy chung")
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    [file] = attached_files.list_files(store, 2)
    assert attached_files.load_content(store, file) == PAPER


def test_who_is_still_bound_is_not_erased(store):
    add_member(store, NAME)
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", scope=PostScope.HOI))
    plan = erasing.plan_erasure(store, 1)
    assert [bond.split(".")[0] for bond in plan.bonds] == [
        "Người này còn tên trong Hội hoặc CLB",
        "Còn giữ chức danh Chi hội trưởng",
    ]
    with pytest.raises(Conflict, match="Chưa xóa được"):
        erasing.erase(store, 1, DECISION, "Gia đình đề nghị")
    assert load_person_file(store, 1).person.full_name == NAME


def test_who_was_erased_is_merged_with_nobody(store, left):
    erasing.erase(store, left, DECISION, "Đã chuyển đi")
    for pair in ((left, 2), (2, left)):
        with pytest.raises(Conflict, match="đã xóa dữ liệu cá nhân"):
            merge_people(store, *pair, left_out=())


def test_it_is_said_by_what_and_why_and_done_once(store, left):
    with pytest.raises(Invalid) as refused:
        erasing.erase(store, left, " ", "")
    assert set(refused.value.fields) == {"decision_no", "reason"}
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    with pytest.raises(Conflict, match="đã được xóa trước đây"):
        erasing.erase(store, left, DECISION, "Gia đình đề nghị")


def test_whoever_counts_birthdays_keeps_the_day(store, left):
    save_branch(store, replace(load_branch(store), age_rule="COMPLETED_YEARS"))
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    assert load_person_file(store, left).person.born_on == day("19/5/1952")


PERIODS = [
    (date(year, first, 1), date(year, last, 28))
    for year in range(2023, 2027)
    for first, last in ((1, 12), (1, 6), (7, 12), (3, 3))
]


def test_every_figure_of_the_past_is_as_before(tmp_path):
    with make_demo_branch(DataFolder(tmp_path), members=60) as store:
        before = [repr(figures_for(store, *period)) for period in PERIODS]
        with store.reading() as session:
            ids = [person.id for person in load_people(session)]
        free = [one for one in ids if not erasing.plan_erasure(store, one).bonds]
        for person_id in free:
            erasing.erase(store, person_id, DECISION, "Gia đình đề nghị")
        assert len(free) > 1
        assert [repr(figures_for(store, *period)) for period in PERIODS] == before
        assert check(store, deep=True)["findings"] == []


@pytest.mark.parametrize("schema", [1, 6])
def test_the_history_of_earlier_schemas_is_emptied_too(schema, tmp_path):
    folder = DataFolder(tmp_path)
    shutil.copy(store_of_schema(schema), folder.store)
    with open_branch(folder) as store:
        for person_id in (3, 4):  # dead, and moved away; the same acts tell of both
            erasing.erase(store, person_id, DECISION, "Gia đình đề nghị")
        told = told_in(store)
        for gone in ("Trần Văn Bình 3", "Trần Văn Bình 4", "000000000003", "Đông Hà"):
            assert [name for name, text in told.items() if gone in text] == []
        assert "Trần Văn Bình 12" in told["persons"]
        assert check(store, deep=True)["findings"] == []
        with store.raw_reading() as connection:
            acts = connection.execute("SELECT id FROM actions WHERE label_hash IS NOT NULL")
            assert acts.fetchall()


def test_a_namesake_keeps_his_name(store, left):
    add_member(store, NAME, unit_id=1)
    erasing.erase(store, left, DECISION, "Gia đình đề nghị")
    told = told_in(store)
    assert NAME in told["persons"]
    assert any(NAME in action.label for action in undo.list_actions(store))
