"""Reports are frozen, and written again byte for byte whatever has changed since."""

import io
import shutil
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import docx
import pytest
from sqlalchemy import text

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.errors import AlreadyDone, BadFile, Conflict, Damaged, Invalid, NotFound
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.frozen_content import as_bytes
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.report_charts import CHARTS, WANTED
from ccb_desktop.operations import branch, frozen_reports, register, reports, undo
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.frozen_reports import FreezeOrder
from ccb_desktop.paths import DataFolder
from tests.sample_branch import make_sample_branch
from tests.word_files import word_text

YEAR = Period.parse("2025")
ORDER = FreezeOrder(kind=ReportKind.YEAR, period=YEAR)


@pytest.fixture(scope="module")
def an_lac(branch_template, tmp_path_factory):
    """The sample branch; only ever copied."""
    return make_sample_branch(branch_template, tmp_path_factory.mktemp("an-lac"))


@pytest.fixture
def sample(an_lac, tmp_path):
    shutil.copytree(an_lac.root, tmp_path / "so")
    with branch.open_branch(DataFolder(tmp_path / "so")) as store:
        yield store


def freeze(store, order=ORDER, **more):
    return frozen_reports.freeze_report(store, replace(order, **more))[1]


def everything_changes(store):
    """Names, people, books, own words and the branch itself."""
    now = branch.load_branch(store)
    branch.save_branch(store, replace(now, name="Hội CCB phường Mới", signer_name="Người Khác"))
    reports.save_report_text(store, "year", YEAR, "IV", "Lời khác.")
    meeting = Activity(held_on=date(2025, 3, 1), kind="UNIT_MEETING", name="Sinh hoạt")
    activities.save_activity(store, meeting)


def test_a_frozen_report_is_written_again_whatever_has_changed(sample, tmp_path):
    reports.save_report_text(sample, "year", YEAR, "IV", "Đề nghị mở lớp.")
    report_id = freeze(sample)
    first = frozen_reports.write_frozen(sample, report_id, tmp_path / "a")
    everything_changes(sample)
    again = frozen_reports.write_frozen(sample, report_id, tmp_path / "b")
    assert [one.name for one in again] == [one.name for one in first]
    assert [one.read_bytes() for one in again] == [one.read_bytes() for one in first]
    now = reports.write_report(sample, "year", YEAR, None, tmp_path / "c")
    assert now[0].read_bytes() != first[0].read_bytes()
    said = "\n".join(p.text for p in docx.Document(str(again[0])).paragraphs)
    assert "Đề nghị mở lớp." in said


def test_its_own_paper_and_moment_give_the_same_bytes_once_more(sample):
    reports.save_report_text(sample, "year", YEAR, CHARTS, WANTED)
    report_id = freeze(sample)
    everything_changes(sample)
    content = frozen_reports.load_content(sample, report_id)
    frozen = frozen_reports.load_frozen(sample, report_id)
    made = frozen_reports.paper_bytes(content.paper, frozen.frozen_at)
    kept = frozen_reports.frozen_files(sample, report_id)
    assert made == tuple(content for _name, content in kept)


def test_equal_books_give_equal_contents(sample):
    first, second = freeze(sample), freeze(sample)
    one, other = (frozen_reports.load_frozen(sample, own) for own in (first, second))
    assert one.content_sha256 == other.content_sha256
    reports.save_report_text(sample, "year", YEAR, "IV", "Lời.")
    assert frozen_reports.load_frozen(sample, freeze(sample)).content_sha256 != one.content_sha256


def test_the_records_behind_its_figures_are_kept(sample):
    content = frozen_reports.load_content(sample, freeze(sample))
    dead = content.figures["members_deceased"]
    assert (dead.value, len(dead.records)) == (4, 4)
    assert {one.kind for one in content.figures["fund_base_branch"].records} == {"fund"}
    assert content.vouchers
    assert all(one.record.on <= date(2025, 12, 31) for one in content.vouchers)


def test_a_damaged_file_is_told_and_not_written(sample, tmp_path):
    report_id = freeze(sample)
    frozen = frozen_reports.load_frozen(sample, report_id)
    with sample.writing("Thử") as session:
        session.execute(
            text("UPDATE file_contents SET content = :c WHERE sha256 = :s"),
            {"c": b"PK", "s": frozen.excel_sha256},
        )
    with pytest.raises(Damaged, match="không còn đúng như lúc chốt"):
        frozen_reports.write_frozen(sample, report_id, tmp_path / "a")
    assert not (tmp_path / "a").exists()
    assert frozen_reports.load_content(sample, report_id)


def test_a_file_edited_in_word_is_frozen_in_place_of_the_generated_one(sample, tmp_path):
    [word, _annex] = reports.write_report(sample, "year", YEAR, None, tmp_path)
    edited = docx.Document(str(word))
    edited.add_paragraph("Sửa tay.")
    edited.save(str(word))
    report_id = freeze(sample, edited=word)
    kept = word.read_bytes()
    word.unlink()
    written = frozen_reports.write_frozen(sample, report_id, tmp_path / "a")
    assert written[0].read_bytes() == kept
    generated = frozen_reports.load_content(sample, freeze(sample))
    assert as_bytes(frozen_reports.load_content(sample, report_id)) == as_bytes(generated)


def test_a_file_that_is_no_word_file_freezes_nothing(sample, tmp_path):
    (tmp_path / "a.docx").write_text("chữ")
    with pytest.raises(BadFile):
        freeze(sample, edited=tmp_path / "a.docx")
    assert frozen_reports.list_frozen(sample) == []


def test_freezing_is_one_act_that_can_be_taken_back(sample):
    change, report_id = frozen_reports.freeze_report(sample, ORDER, "form")
    assert change.kinds == {"frozen_reports"}
    with pytest.raises(AlreadyDone):
        frozen_reports.freeze_report(sample, ORDER, "form")
    undo.undo(sample, change.action_id)
    assert frozen_reports.list_frozen(sample) == []
    with pytest.raises(NotFound):
        frozen_reports.frozen_files(sample, report_id)


def test_a_report_that_was_sent_stays(sample):
    change, report_id = frozen_reports.freeze_report(sample, ORDER)
    send(sample, report_id)
    with pytest.raises(Conflict):
        undo.undo(sample, change.action_id)
    [line] = frozen_reports.list_frozen(sample)
    assert line.sent == 1


def send(store, report_id):
    with store.writing("Gửi") as session:
        session.execute(
            text(
                "INSERT INTO submissions (sent_at, period, frozen_report_id, way, place, recipient,"
                " encrypted, masked, manifest, content_sha256, chain_number, chain_hash, note)"
                " VALUES ('2026-01-02 08:00:00', '2025', :r, 'FOLDER', '', '', 0, 1, '', '', 1,"
                " '', '')"
            ),
            {"r": report_id},
        )


def test_its_number_is_given_and_printed_in_the_same_act(sample):
    drafted = reports.draft_report(sample, "year", YEAR)
    assert frozen_reports.number_on(sample, drafted.cut_off).symbol == "01/BC-CCB"
    change, report_id = frozen_reports.freeze_report(sample, replace(ORDER, numbered=True))
    (_name, word), _annex = frozen_reports.frozen_files(sample, report_id)
    assert "Số: 01/BC-CCB" in word_text(io.BytesIO(word))
    [line] = frozen_reports.list_frozen(sample)
    assert line.symbol == "01/BC-CCB"
    [entered] = register.list_lines(sample, Direction.OUT)
    assert entered.document.subject == line.report.subject
    undo.undo(sample, change.action_id)
    assert register.list_lines(sample, Direction.OUT) == []


def test_the_first_number_of_a_register_may_be_typed(sample):
    frozen_reports.freeze_report(sample, replace(ORDER, numbered=True, begin=17))
    later = frozen_reports.load_frozen(sample, freeze(sample))
    with pytest.raises(Invalid):
        frozen_reports.give_number(sample, later, 30)
    frozen_reports.give_number(sample, later, 18)
    symbols = [line.symbol for line in frozen_reports.list_frozen(sample)]
    assert symbols == ["18/BC-CCB", "17/BC-CCB"]


def test_a_number_may_be_given_later_and_once(sample):
    frozen = frozen_reports.load_frozen(sample, freeze(sample))
    frozen_reports.give_number(sample, frozen)
    assert frozen_reports.list_frozen(sample)[0].symbol == "01/BC-CCB"
    with pytest.raises(Conflict, match="đã có số"):
        frozen_reports.give_number(sample, frozen)


def test_only_its_note_changes_later(sample):
    report_id = freeze(sample, note="Bản 1")
    frozen = frozen_reports.load_frozen(sample, report_id)
    frozen_reports.set_note(sample, replace(frozen, subject="khác"), " Bản gửi ")
    assert frozen_reports.load_frozen(sample, report_id) == replace(frozen, note="Bản gửi")


def test_what_an_old_pc_may_hold_is_a_plain_package(sample):
    (_word, content), _annex = frozen_reports.frozen_files(sample, freeze(sample))
    with ZipFile(io.BytesIO(content)) as package:
        assert {one.date_time[0] for one in package.infolist()} == {1980}
