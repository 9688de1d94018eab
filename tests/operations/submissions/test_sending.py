"""Packages are handed up whole or not at all, and every sending is noted."""

import errno
import hashlib
from pathlib import Path

import pytest

from ccb_desktop.data.submissions import sent
from ccb_desktop.documents.packages import writing
from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.domain.errors import DiskFull, Invalid, NotFound, ReadOnly, Stopped, UserError
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.domain.submissions.submissions import Way
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report, frozen_files
from ccb_desktop.operations.reports import save_report_text
from ccb_desktop.operations.submissions import placing
from ccb_desktop.operations.submissions.placing import TargetTaken
from ccb_desktop.operations.submissions.sending import newest_frozen, send
from ccb_desktop.operations.undo import undo

PERIOD = Period.parse("2026-H1")


def order(**more):
    return PackageOrder(kind=ReportKind.HALF_YEAR, period=PERIOD, **more)


def quiet(_done, _whole, _text):
    pass


def frozen(store):
    return freeze_report(store, FreezeOrder(kind=ReportKind.HALF_YEAR, period=PERIOD))[1]


def sendings(store):
    with store.reading() as session:
        return [line.submission for line in sent.list_submissions(session)]


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def test_what_is_sent_is_the_frozen_report_byte_for_byte(store, stick):
    report_id = frozen(store)
    save_report_text(store, ReportKind.HALF_YEAR, PERIOD, "iv", "Viết thêm sau khi chốt")
    assert newest_frozen(store, ReportKind.HALF_YEAR, PERIOD) == report_id
    done = send(store, order(frozen_id=report_id), Destination(folder=stick), quiet)
    with opened(done.written.place) as package:
        for name, content in frozen_files(store, report_id):
            assert package.read(name) == content
        assert package.manifest.branch == "Hội CCB phường An Bình"
        assert package.manifest.figures["members_closing"] is None
    [noted] = sendings(store)
    assert noted == done.submission
    assert (noted.way, noted.frozen_report_id, noted.encrypted) == (Way.FOLDER, report_id, False)
    assert not list(store.folder.packing.glob("*"))


def test_a_report_that_is_not_frozen_is_frozen_first(store, stick):
    send(store, order(), Destination(folder=stick, packed=True), quiet)
    [noted] = sendings(store)
    assert noted.frozen_report_id == newest_frozen(store, ReportKind.HALF_YEAR, PERIOD)


def test_lists_and_files_go_along_under_safe_names(store, stick, tmp_path):
    own = tmp_path / "Ảnh đại hội.jpg"
    own.write_bytes(b"jpg")
    wanted = order(lists=("roster", "units"), data=True, files=(own, own))
    done = send(store, wanted, Destination(folder=stick, password="mật khẩu"), quiet)
    with opened(done.written.place, "mật khẩu") as package:
        names = [one.name for one in package.manifest.files]
        assert names[-2:] == ["Anh-dai-hoi.jpg", "Anh-dai-hoi-2.jpg"]
        assert package.read(names[-1]) == b"jpg"
        assert {one.title for one in package.manifest.files} > {"Đơn vị của Hội"}
        assert not package.manifest.masked  # nothing in the data workbook can be masked
    assert done.submission.encrypted


def test_sending_the_same_again_is_said(store, stick):
    wanted = order(frozen_id=frozen(store), lists=("units",))
    first = send(store, wanted, Destination(folder=stick), quiet)
    again = send(store, wanted, Destination(folder=stick, other_name=True), quiet)
    assert first.same_as is None
    assert again.same_as == first.submission
    assert "Không có gì thay đổi so với lần gửi ngày" in again.sentence
    other = send(store, order(frozen_id=wanted.frozen_id), Destination(folder=stick / "a"), quiet)
    assert other.same_as is None


def test_a_package_of_that_name_is_shown_replaced_or_avoided(store, stick):
    wanted = order(frozen_id=frozen(store))
    first = send(store, wanted, Destination(folder=stick), quiet).written.place
    with pytest.raises(TargetTaken, match="ghi lúc"):
        send(store, wanted, Destination(folder=stick), quiet)
    other = send(store, wanted, Destination(folder=stick, other_name=True), quiet).written.place
    assert other.name == f"{first.name}_2"
    same = send(store, wanted, Destination(folder=stick, replace=True), quiet).written.place
    assert same == first
    assert sorted(stick.iterdir()) == sorted([first, other])


def test_a_folder_that_is_no_package_is_never_replaced(store, stick):
    wanted = order(frozen_id=frozen(store))
    first = send(store, wanted, Destination(folder=stick), quiet).written.place
    (first / "manifest.json").unlink()
    with pytest.raises(TargetTaken):
        send(store, wanted, Destination(folder=stick, replace=True), quiet)


def nothing_happened(store, stick):
    assert list(stick.iterdir()) == []
    assert sendings(store) == []
    assert not list(store.folder.packing.glob("*"))


def fail_midway(monkeypatch, stick, trouble):
    """The medium fails in the midst of the second file, or of the packed one."""
    copy, calls = writing._copy, []

    def failing(source, out, told):
        if str(stick) in str(getattr(out, "name", "")):
            calls.append(source)
            if len(calls) == 2 or Path(out.name).suffix == ".zip":
                out.write(b"half")
                trouble()
        copy(source, out, told)

    monkeypatch.setattr(writing, "_copy", failing)


def raising(number):
    def trouble():
        raise OSError(number, "test")

    return trouble


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EIO, ReadOnly)],
)
def test_a_medium_that_fails_midway_keeps_nothing_half(
    store, stick, monkeypatch, packed, number, error
):
    fail_midway(monkeypatch, stick, raising(number))
    with pytest.raises(error, match="còn nguyên"):
        send(store, order(), Destination(folder=stick, packed=packed), quiet)
    nothing_happened(store, stick)
    monkeypatch.undo()
    send(store, order(), Destination(folder=stick, packed=packed), quiet)
    assert len(sendings(store)) == 1


@pytest.mark.parametrize("packed", [True, False])
def test_a_stick_pulled_out_midway_is_told(store, stick, monkeypatch, packed):
    def pull_out():
        stick.rename(stick.with_name("rut-ra"))
        raise OSError(errno.EIO, "test")

    fail_midway(monkeypatch, stick, pull_out)
    with pytest.raises(NotFound, match="USB đã rút ra"):
        send(store, order(), Destination(folder=stick, packed=packed), quiet)
    assert sendings(store) == []
    monkeypatch.undo()
    stick.with_name("rut-ra").rename(stick)
    assert [one.name.startswith(".ccb-dang-ghi-") for one in stick.iterdir()] == [True]
    done = send(store, order(), Destination(folder=stick, packed=packed), quiet)
    assert list(stick.iterdir()) == [done.written.place]


@pytest.mark.parametrize("packed", [True, False])
def test_what_the_medium_does_not_keep_is_noticed(store, stick, monkeypatch, packed):
    copy = writing._copy

    def losing(source, out, told):
        changed = source if isinstance(source, bytes) else Path(source).read_bytes()[:-1] + b"?"
        copy(changed, out, told)

    monkeypatch.setattr(writing, "_copy", losing)
    with pytest.raises(ReadOnly, match="đọc lại không đúng"):
        send(store, order(), Destination(folder=stick, packed=packed), quiet)
    nothing_happened(store, stick)


def test_too_little_room_is_told_before_anything_is_written(store, stick, monkeypatch):
    monkeypatch.setattr(placing, "free_bytes", lambda _folder: 20 * 1024)
    with pytest.raises(DiskFull, match="còn 20 KB, cần"):
        send(store, order(), Destination(folder=stick), quiet)
    nothing_happened(store, stick)
    monkeypatch.setattr(placing, "free_bytes", lambda _folder: None)  # nobody knows: it is tried
    send(store, order(), Destination(folder=stick), quiet)


def test_a_stick_that_holds_no_large_files_is_told(store, stick, monkeypatch):
    monkeypatch.setattr(placing, "most_bytes", lambda _folder: 1000)
    with pytest.raises(UserError, match="4 GB"):
        send(store, order(), Destination(folder=stick), quiet)
    nothing_happened(store, stick)


def test_a_sending_that_is_stopped_leaves_nothing(store, stick):
    def stopping(_done, _whole, text):
        if text == "Đang ghi gói":
            raise Stopped("dừng")

    with pytest.raises(Stopped):
        send(store, order(), Destination(folder=stick), stopping)
    nothing_happened(store, stick)


def test_a_file_that_is_gone_is_named(store, stick, tmp_path):
    with pytest.raises(NotFound, match=r"la\.pdf"):
        send(store, order(files=(tmp_path / "la.pdf",)), Destination(folder=stick), quiet)
    nothing_happened(store, stick)


@pytest.mark.parametrize("address", ["a", "a@b", "a@b.vn\nBcc: c@d.vn", "a b@c.vn"])
def test_an_address_that_cannot_be_one_is_refused(store, stick, address):
    with pytest.raises(Invalid):
        send(store, order(), Destination(folder=stick, address=address), quiet)
    nothing_happened(store, stick)


def test_the_key_is_made_once_and_no_undo_takes_it_back(store, stick):
    keys = set()
    for name in ("a", "b"):
        done = send(store, order(), Destination(folder=stick / name), quiet)
        with opened(done.written.place) as package:
            keys.add(package.manifest.public_key)
        undo(store, done.change.action_id)
    assert len(keys) == 1
    assert sendings(store) == []


def test_the_manifest_anchors_the_history(store, stick):
    with store.reading() as session:
        connection = session.connection().connection.dbapi_connection
    done = send(store, order(frozen_id=frozen(store)), Destination(folder=stick), quiet)
    noted = done.submission
    query = "SELECT chain_hash FROM actions WHERE id=?"
    assert connection.execute(query, (noted.chain_number,)).fetchone() == (noted.chain_hash,)
    content = hashlib.sha256((done.written.place / "manifest.json").read_bytes()).hexdigest()
    assert content == hashlib.sha256(noted.manifest.encode()).hexdigest()
