"""What is brought is told in a sentence before anything of it is read in."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from ccb_desktop.domain.submissions.arrivals import Came
from ccb_desktop.domain.submissions.manifest import FileRole, fingerprint
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.members import people
from ccb_desktop.operations.submissions import received
from ccb_desktop.operations.submissions.recognising import recognise
from tests import came
from tests.packages import SEED, manifest_of

MESSY = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac" / "messy"
LIST = MESSY / "01-tieu-de-gop-o.xlsx"


@pytest.fixture
def seen(store):
    return partial(recognise, store, progress=lambda *_: None)


def take_in(store, arrival):
    books = import_workbook.understand_files(store, list(arrival.sources))
    return import_workbook.run_import(store, books, date(2025, 12, 31), arrivals=[arrival])


def test_a_list_is_known_by_what_it_holds_and_when_it_comes_again(seen, store):
    first = seen(LIST)
    assert first.came is Came.WORKBOOK
    assert "Hội viên 24 dòng" in first.told
    take_in(store, first)
    again = seen(LIST)
    assert "không có gì mới" in again.told
    (line,) = received.list_lines(store)
    assert (line.file_name, line.batch.sha256) == (LIST.name, first.sources[0].sha256)


@pytest.mark.parametrize("name", sorted(file.name for file in MESSY.glob("*.xls*")))
def test_every_messy_list_is_recognised(seen, name):
    arrival = seen(MESSY / name)
    assert arrival.came is Came.WORKBOOK
    assert arrival.told.endswith(".")


def test_what_cannot_be_read_is_refused_with_the_reason(seen, tmp_path):
    (tmp_path / "anh.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    found = seen(tmp_path / "anh.xlsx")
    assert (found.came, found.sources) == (Came.REFUSED, ())
    assert "ảnh" in found.told
    (tmp_path / "rong.docx").touch()
    assert "trống" in seen(tmp_path / "rong.docx").told
    for name in ("da-rut.xlsx", "da-rut.zip", "da-rut.docx", "d" * 300 + ".zip"):
        gone = seen(tmp_path / name)
        assert (gone.came, "rút USB" in gone.told) == (Came.REFUSED, True)


def test_a_package_tells_branch_period_and_signer_and_gives_its_list(seen, tmp_path, store):
    path = came.with_data(tmp_path / "goi.zip", LIST)
    found = seen(path)
    assert found.came is Came.PACKAGE
    assert "6 tháng đầu năm 2026 của Hội CCB phường Thanh Khê" in found.told
    assert f"{fingerprint(manifest_of().public_key)} không" in found.told
    assert len(found.sources) == 1
    done = take_in(store, found)
    (line,) = received.list_lines(store)
    assert (line.sender, line.period) == (
        "Hội CCB phường Thanh Khê",
        "6 tháng đầu năm 2026",
    )
    assert line.package.batch_id == done.batch
    assert "không có gì mới" in seen(path).told
    changed = came.with_data(tmp_path / "goi-2.zip", LIST, content_sha256="ab" * 32)
    assert "có thay đổi" in seen(changed).told


def test_a_password_is_asked_for(seen, tmp_path):
    path = came.with_data(tmp_path / "goi.zip", LIST, "Mật khẩu")
    assert seen(path).came is Came.GUARDED
    wrong = seen(path, password="sai")
    assert wrong.came is Came.GUARDED
    assert "Mật khẩu của gói chưa đúng" in wrong.told
    assert seen(path, password="Mật khẩu").came is Came.PACKAGE


def test_an_altered_package_is_refused_and_nothing_is_taken_out(seen, tmp_path, data_folder):
    folder = came.in_folder(tmp_path / "goi", {FileRole.DATA: LIST})
    file = folder / LIST.name
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert seen(folder).came is Came.REFUSED
    assert not list(data_folder.opened.glob("*"))


def test_a_trusted_key_is_told_and_another_of_the_same_name_is_warned_of(seen, tmp_path, store):
    path = came.with_data(tmp_path / "goi.zip", LIST)
    received.trust(store, seen(path).signer)
    assert "nơi đã tin" in seen(path).told
    other = came.with_data(tmp_path / "la.zip", LIST, seed=SEED[::-1])
    assert "CẨN THẬN" in seen(other).told


def test_undoing_takes_back_what_came_but_not_who_is_known(seen, tmp_path, store):
    before = people.list_members(store, date.today())
    found = seen(came.with_data(tmp_path / "goi.zip", LIST))
    done = take_in(store, found)
    received.trust(store, found.signer)
    import_workbook.undo_import(store, done.batch)
    (line,) = received.list_lines(store)
    assert (line.batch.id, line.sender) == (done.batch, found.received.sender)
    assert line.told.startswith("Đã bỏ ngày")
    assert [one.trusted for one in received.list_signers(store)] == [True]
    assert people.list_members(store, date.today()) == before
