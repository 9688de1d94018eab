"""The command line as the provincial helper and the task scheduler use it."""

import contextlib
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.paths import DataFolder

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac"
WORKBOOK = SAMPLES / "so-lieu-an-lac.xlsx"


@pytest.fixture
def ccb(data_folder, capsys):
    """Runs a subcommand on a branch just begun; gives exit code, output, errors."""

    def call(*words):
        capsys.readouterr()
        try:
            code = run([str(word) for word in words] + ["--data-dir", str(data_folder.root)])
        except SystemExit as left:
            code = left.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.fixture
def ask(ccb):
    """Runs a subcommand with --json that must go well; gives the object."""

    def call(*words):
        code, out, err = ccb(*words, "--json")
        assert (code, err) == (0, ""), err
        assert out.count("\n") == 1
        return json.loads(out)

    return call


@pytest.fixture(scope="module")
def sample_template(branch_template, tmp_path_factory):
    """A data folder with the sample branch, imported, and what was said of it; only copied."""
    folder = DataFolder(tmp_path_factory.mktemp("sample") / "branch")
    shutil.copytree(branch_template.root, folder.root)
    words = ["import", str(WORKBOOK), "--as-of", "2025-12-31", "--json"]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert run([*words, "--data-dir", str(folder.root)]) == 0
    return folder, said.getvalue()


@pytest.fixture
def sample(data_folder, sample_template):
    """The sample branch, imported; gives what was said of it."""
    folder, said = sample_template
    shutil.rmtree(data_folder.root)
    shutil.copytree(folder.root, data_folder.root)
    return json.loads(said)


def test_import_says_exactly_what_the_page_promises(sample):
    assert set(sample) == {"batch", "dry_run", "sheets", "ignored_sheets"}
    assert (sample["batch"], sample["dry_run"]) == (1, False)
    members = next(sheet for sheet in sample["sheets"] if sheet["kind"] == "members")
    assert set(members) == {
        *("sheet", "kind", "rows", "created", "changed", "unchanged", "skipped"),
        *("problems", "duplicates", "converted"),
    }
    assert (members["rows"], members["created"]) == (142, 142)
    assert sample["ignored_sheets"] == []


def test_a_dry_run_writes_nothing(ask):
    said = ask("import", WORKBOOK, "--dry-run", "--as-of", "31/12/2025")
    assert (said["batch"], said["dry_run"]) == (None, True)
    again = ask("import", WORKBOOK, "--as-of", "31/12/2025")
    assert again["sheets"] == said["sheets"]


def test_one_kind_only(ask):
    said = ask("import", WORKBOOK, "--kind", "units")
    assert [sheet["kind"] for sheet in said["sheets"]] == ["units"]
    assert "Hội viên" in said["ignored_sheets"]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_strict_stops_at_a_problem(ccb, ask, more):
    code, out, err = ccb("import", SAMPLES / "messy" / "04-ngay-thang.xlsx", "--strict", *more)
    assert (code, out) == (1, "")
    assert "Chưa nhập gì, vì có 3 chỗ" in err
    assert err.count("\n  Trang ") == 3
    assert re.search(r"\n  Trang \S.*, dòng \d+, cột Ngày tháng năm sinh: ", err)
    assert ask("figures", "--from", "2025-01-01", "--to", "2025-12-31")["figures"][
        "members_closing"
    ] in (None, 0)


def test_undo_import(ask, ccb, sample):
    assert ask("undo-import", sample["batch"]) == {"undone": 1}
    code, _out, err = ccb("undo-import", 1)
    assert code == 1
    assert "hoàn tác" in err


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (("2025-01-01", "2025-12-31"), "figures-2025"),
        (("2026-01-01", "30/06/2026"), "figures-2026-H1"),
    ],
)
def test_the_roster_figures_of_the_sample(ask, sample, period, name):
    wanted = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    wanted = wanted.get("figures", wanted)
    said = ask("figures", "--from", period[0], "--to", period[1])
    assert set(said) >= {"from", "to", "unit", "figures"}
    assert list(said["figures"]) == list(wanted)
    counted = {code for code, value in said["figures"].items() if value is not None}
    roster = [
        code for code in wanted if code.split("_")[0] in ("members", "member", "club", "clubs")
    ]
    assert counted >= {*roster, "chi_hoi_count", "phan_hoi_count"}
    assert {code: said["figures"][code] for code in roster} == {
        code: wanted[code] for code in roster
    }


def test_the_records_behind_a_figure(ask, sample):
    said = ask(
        *("figures", "--from", "2025-01-01", "--to", "2025-12-31"),
        *("--indicator", "members_deceased", "--records"),
    )
    records = said["records"]["members_deceased"]
    assert len(records) == said["figures"]["members_deceased"] == 4
    assert all(set(record) == {"kind", "key", "label", "on"} for record in records)
    assert {record["kind"] for record in records} == {"person"}


def test_a_report_with_its_annex(ask, sample, tmp_path):
    said = ask(
        *("report", "half-year", "--period", "2026-H1", "--cut-off", "2026-06-05"),
        *("--out", tmp_path / "papers"),
    )
    word, excel = map(Path, said["files"])
    assert said["checked"] is True
    assert (word.suffix, excel.suffix) == (".docx", ".xlsx")
    assert word.is_absolute() and word.exists() and excel.exists()
    assert word.name == "BC-6T-2026_Phuong-An-Binh_2026-06-05.docx"


def test_a_list_as_rows_and_as_a_file(ask, sample, tmp_path):
    said = ask("list", "roster", "--on", "2026-06-30")
    assert "Họ và tên" in said["columns"]
    assert len(said["rows"]) == 128
    assert all(isinstance(cell, str) for row in said["rows"] for cell in row)
    file = tmp_path / "ds.xlsx"
    assert ask("list", "roster", "--out", file)["files"] == [str(file)]
    assert openpyxl.load_workbook(file).active.max_row > 128


def test_member_sheets_by_any_key(ask, sample, tmp_path):
    file = tmp_path / "phieu.docx"
    keys = ("--person", "0104200", "--person", "001073209500", "--person", "1")
    assert ask("form", "member-sheet", *keys, "--out", file)["files"] == [str(file)]


@pytest.mark.parametrize("name", ["cards", "labels"])
def test_cards_and_labels_by_any_key(ask, sample, tmp_path, name):
    file = tmp_path / "ra.docx"
    assert ask("form", name, "--person", "0104200", "--out", file)["files"] == [str(file)]


@pytest.mark.parametrize(
    ("name", "in_each"), [("member-sheet", "PHIẾU THÔNG TIN"), ("labels", "Kính gửi:")]
)
def test_without_a_name_they_are_for_those_who_are_members_today(
    ask, sample, tmp_path, name, in_each
):
    file = tmp_path / "ra.docx"
    ask("form", name, "--out", file)
    with ZipFile(file) as package:
        body = package.read("word/document.xml").decode()
    assert body.count(in_each) == len(ask("list", "roster")["rows"]) == 128


@pytest.mark.parametrize("name", ["introduction", "admission-decision"])
def test_decisions_and_letters_by_any_key(ask, ccb, sample, tmp_path, name):
    file = tmp_path / "giay.docx"
    keys = ("--person", "0104200", "--person", "1")
    assert ask("form", name, *keys, "--out", file) == {"files": [str(file)], "checked": True}
    code, _out, err = ccb("form", name, "--out", file)
    assert (code, "Chưa chọn người nào" in err) == (1, True)


def test_what_the_charter_asks_as_a_list(ask, sample):
    said = ask("list", "charter", "--on", "2026-06-30")
    assert said["columns"][:2] == ["STT", "Họ và tên, đơn vị"]
    assert len(said["rows"]) > 0
    assert ask("list", "strike-off-candidates", "--on", "2026-06-30")["rows"] == []


def test_the_template_filled_comes_back_unchanged(ask, sample, tmp_path):
    file = tmp_path / "mau.xlsx"
    ask("template", "--filled", "--out", file)
    said = ask("import", file, "--as-of", "2025-12-31")
    assert said["batch"] is None
    touched = {sheet["kind"]: (sheet["created"], sheet["changed"]) for sheet in said["sheets"]}
    assert set(touched.values()) == {(0, 0)}, touched
    assert {problem["message"] for s in said["sheets"] for problem in s["problems"]} == set()


def test_backup_check_and_restore(ask, ccb, sample, tmp_path, data_folder):
    [file] = ask("backup", "--to", tmp_path / "usb")["files"]
    ask("undo-import", 1)
    ask("restore", file)
    found = ask("check", "--deep")
    assert (found["ok"], found["database"], found["orphans"]) == (True, "ok", 0)
    figures = ask("figures", "--from", "2026-01-01", "--to", "2026-06-30")["figures"]
    assert figures["members_closing"] == 128
    content = bytearray(data_folder.store.read_bytes())
    content[len(content) // 2] ^= 1
    data_folder.store.write_bytes(content)
    code, _out, err = ccb("check")
    assert code == 3
    assert "Traceback" not in err


def test_a_restore_says_whose_books_came_and_where_the_others_are(ask, tmp_path, data_folder):
    other = ["--data-dir", str(tmp_path / "khac")]
    names = ["--name", "Hội CCB xã Đồng Lâm", "--parent", "Hội CCB tỉnh", "--place", "Đồng Lâm"]
    assert run([*other, "init", *names, "--term", "2025/2030"]) == 0
    assert run([*other, "backup", "--to", str(tmp_path / "usb")]) == 0
    [file] = (tmp_path / "usb").glob("*.ccbk")
    said = ask("restore", file)
    assert said["branch"] == "Hội CCB xã Đồng Lâm"
    assert ask("restore", said["kept"])["branch"] == "Hội CCB phường An Bình"


def test_a_new_branch_and_a_practice_branch(tmp_path, capsys):
    new = ["--data-dir", str(tmp_path / "moi")]
    names = ["--name", "Hội CCB xã Đồng Lâm", "--parent", "Hội CCB tỉnh", "--place", "Đồng Lâm"]
    assert run([*new, "init", *names, "--json"]) == 0
    assert run([*new, "init", *names]) == 1
    assert run([*new, "demo"]) == 1
    assert "đã có số liệu" in capsys.readouterr().err
    assert run(["demo", "--members", "30", "--data-dir", str(tmp_path / "thu")]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["figures", "--from", "2025-13-01", "--to", "2025-12-31"],
        ["report", "half-year", "--period", "2026-X", "--out", "x"],
        ["report", "weekly", "--period", "2026", "--out", "x"],
        ["import"],
        ["nothing"],
        ["submit", "--period", "2026-H3", "--to", "x"],
        ["list"],
        ["list", "roster", "--out"],
        ["check", "--deep=1"],
        ["check", "--dee"],
        ["undo-import", "abc"],
        ["undo-import", "9" * 30],
        ["form", "birthday-card", "--out", "x.docx"],
        ["init", "--name", "A", "--parent", "B", "--place", "C", "--term", "2025"],
        ["backup", "--to", " "],
        ["--json"],
    ],
)
def test_wrong_usage_is_2_and_told_in_vietnamese_on_standard_error(ccb, words):
    code, out, err = ccb(*words)
    assert (code, out) == (2, "")
    assert err.startswith("Cách gõ: ccb-desktop")
    assert "gõ chưa đúng: " in err
    english = ("Traceback", "usage", "argument", "invalid", "expected", "required", "choose")
    assert not any(word in err for word in english), err


def test_help_is_vietnamese(ccb):
    code, out, err = ccb("list", "--help")
    assert (code, err) == (0, "")
    assert "Cần ghi:" in out
    assert "Tùy chọn:" in out


@pytest.mark.parametrize("words", [["init"], ["demo"], ["check"], ["list", "roster"]])
@pytest.mark.parametrize("place", ["tep", "tep/so", "a" * 300])
def test_a_data_folder_that_can_be_none_is_told(tmp_path, capsys, words, place):
    (tmp_path / "tep").write_bytes(b"")
    names = ["--name", "A", "--parent", "B", "--place", "C"] if words == ["init"] else []
    code = run([*words, *names, "--data-dir", str(tmp_path / place)])
    printed = capsys.readouterr()
    assert (code, printed.out) == (1, "")
    assert printed.err.strip()


@pytest.mark.parametrize(
    "words",
    [
        ["import", "khong-co.xlsx"],
        ["list", "nothing"],
        ["list", "roster", "--out", "sai-duoi.pdf"],
        ["report", "month", "--period", "2026", "--out", "x"],
        ["report", "year", "--period", "2026", "--cut-off", "2024-01-01", "--out", "x"],
        ["figures", "--from", "2026-01-01", "--to", "2025-01-01"],
        ["figures", "--from", "2025-01-01", "--to", "2025-12-31", "--unit", "CH99"],
        ["figures", "--from", "2025-01-01", "--to", "2025-12-31", "--indicator", "nothing"],
        ["form", "member-sheet", "--person", "999", "--out", "x.docx"],
        ["template", "--out", "x.docx"],
        ["restore", "khong-co.ccbk"],
        ["undo-import", "77"],
    ],
)
def test_what_cannot_be_done_is_1_with_a_vietnamese_sentence(ccb, words):
    code, out, err = ccb(*words)
    assert (code, out) == (1, "")
    assert err.strip()
    assert "Traceback" not in err


def test_no_qt_is_imported_by_a_subcommand(tmp_path):
    code = (
        "import sys; from ccb_desktop.cli.run import run; "
        f"run(['demo', '--members', '5', '--data-dir', {str(tmp_path / 'd')!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
