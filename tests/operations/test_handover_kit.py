"""The kit of a handover: whole, read back, found out when altered, received on another PC."""

import json
import shutil
from datetime import date

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.data.seals import holds
from ccb_desktop.documents import safe_write
from ccb_desktop.domain.errors import BadFile, Damaged, Invalid, Stopped, WrongPassword
from ccb_desktop.domain.reports import handover_kit as names
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import load_branch, open_branch
from ccb_desktop.operations.handover_kit import check_kit, look_into_kit, receive_kit, write_kit
from ccb_desktop.operations.personal_exports import list_exports
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.paths import DataFolder
from tests.books import contents
from tests.word_files import word_text

ON = date(2026, 6, 30)
PASSWORD = "giao-ca-2026"
SIDES = Sides(giver="Nguyễn Văn Giao", receiver="Trần Thị Nhận")


@pytest.fixture(scope="module")
def handed_over(practice):
    """What the books hold before the kit is written, which they note as having left."""
    return contents(practice)


@pytest.fixture(scope="module")
def kit(practice, handed_over, tmp_path_factory):
    """A sealed kit of the practice branch; only ever read or copied."""
    return write_kit(practice, SIDES, tmp_path_factory.mktemp("usb"), on=ON, password=PASSWORD)


@pytest.fixture
def copied(kit, tmp_path):
    """A kit of its own to spoil."""
    return shutil.copytree(kit.folder, tmp_path / "bo-ban-giao")


def test_a_kit_brings_the_same_books_to_another_pc(practice, handed_over, kit, tmp_path):
    folder = DataFolder(tmp_path / "new-pc")
    assert look_into_kit(folder, kit.folder, PASSWORD).manifest.branch == load_branch(practice).name
    assert not folder.store.exists()
    done = receive_kit(folder, kit.folder, PASSWORD)
    assert done.kept is None
    with open_branch(folder) as received:
        assert contents(received) == handed_over
        manifest = kit.manifest
        with received.raw_reading() as connection:
            assert holds(connection, manifest.action_id, manifest.chain_hash)
        assert "Nhận bộ bàn giao ngày 30/06/2026" in list_actions(received)[0].label
        printed = (manifest.action_id, manifest.chain_hash[:16])
        assert checking.check(received, printed=printed)["ok"]
    assert not any(folder.packing.glob("*"))


def test_the_papers_tell_what_a_successor_must_know(practice, kit):
    told = word_text(kit.folder / names.BOOKLET)
    assert load_branch(practice).name in told
    assert "IX. Tuần đầu tiên" in told
    assert "Chi hội trưởng" in told
    seal = kit.manifest.chain_hash
    assert f"việc số {kit.manifest.action_id}, dấu niêm {seal[:4]} {seal[4:8]}" in told
    assert "Nguyễn Văn Giao" in word_text(kit.folder / names.MINUTES)
    assert "không gửi qua mạng" in (kit.folder / names.READ_ME).read_text("utf-8-sig")


def test_nothing_of_a_sealed_copy_lies_open(kit):
    assert sorted(path.name for path in kit.folder.iterdir()) == sorted(
        [
            *(names.READ_ME, names.BOOKLET, names.LIST, names.MINUTES, names.OPEN_WORK),
            *(names.SEALED, names.MANIFEST),
        ]
    )


@pytest.mark.parametrize("password", ["", "giao-ca-2027", "\udc80"])
def test_a_wrong_password_changes_nothing(kit, tmp_path, password):
    folder = DataFolder(tmp_path / "new-pc")
    with pytest.raises(WrongPassword):
        receive_kit(folder, kit.folder, password)
    assert not folder.store.exists()


@pytest.mark.parametrize(
    "name", [names.BOOKLET, names.SEALED, names.READ_ME, names.LIST, names.OPEN_WORK]
)
def test_a_changed_or_missing_file_is_found(copied, name, tmp_path):
    file = copied / name
    spoilt = bytearray(file.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    file.write_bytes(spoilt)
    with pytest.raises(Damaged, match=name):
        receive_kit(DataFolder(tmp_path / "new"), copied, PASSWORD)
    file.unlink()
    with pytest.raises(Damaged, match=name):
        check_kit(copied)


def test_a_copy_of_other_books_is_found(copied, data_folder, tmp_path):
    """The copy was exchanged and the manifest of the kit made to fit."""
    with open_branch(data_folder) as other:
        strange = write_kit(other, SIDES, tmp_path, on=ON, password=PASSWORD)
    shutil.copyfile(strange.folder / names.SEALED, copied / names.SEALED)
    told = json.loads((copied / names.MANIFEST).read_bytes())
    theirs = json.loads((strange.folder / names.MANIFEST).read_bytes())
    told["files"] = [
        next(new for new in theirs["files"] if new["name"] == names.SEALED)
        if one["name"] == names.SEALED
        else one
        for one in told["files"]
    ]
    (copied / names.MANIFEST).write_text(json.dumps(told))
    with pytest.raises(Damaged, match="không khớp với tờ khai"):
        look_into_kit(DataFolder(tmp_path / "new"), copied, PASSWORD)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"format": 9}',
        b'{"format": 1, "files": [{"name": "../x", "size": 1, "sha256": ""}]}',
        b"[" * 50_000,
    ],
)
def test_what_is_no_manifest_of_a_kit_is_refused(copied, content):
    (copied / names.MANIFEST).write_bytes(content)
    with pytest.raises(BadFile):
        check_kit(copied)


def test_a_folder_without_manifest_is_no_kit(tmp_path):
    with pytest.raises(BadFile, match=names.MANIFEST):
        check_kit(tmp_path)


def test_present_books_are_kept_when_a_kit_is_received(kit, filled_folder):
    done = receive_kit(filled_folder, kit.folder, PASSWORD)
    assert done.kept is not None
    assert done.kept.path.exists()


def test_a_stopped_kit_leaves_nothing(filled, tmp_path):
    def stop(done, _whole, _text):
        if done == 3:
            raise Stopped("dừng")

    with pytest.raises(Stopped):
        write_kit(filled, SIDES, tmp_path / "usb", on=ON, report=stop)
    assert list((tmp_path / "usb").iterdir()) == []
    assert not any(filled.folder.packing.glob("*"))


def test_a_second_kit_of_a_day_stands_beside_the_first(filled, tmp_path):
    first = write_kit(filled, SIDES, tmp_path, on=ON)
    second = write_kit(filled, SIDES, tmp_path, on=ON)
    assert first.folder != second.folder
    assert check_kit(first.folder).manifest.files != ()
    assert (second.folder / names.COPY).exists()
    receive_kit(DataFolder(tmp_path / "new"), second.folder)


def test_a_short_password_is_refused(filled, tmp_path):
    with pytest.raises(Invalid) as refused:
        write_kit(filled, SIDES, tmp_path, on=ON, password="1234567")
    assert set(refused.value.fields) == {"password"}
    assert list(tmp_path.glob("Bo-ban-giao*")) == []


def test_the_commands_hand_over_and_receive(filled_folder, tmp_path, capsys):
    secret = tmp_path / "mat-khau.txt"
    secret.write_text(f"{PASSWORD}\n", "utf-8")
    usb = tmp_path / "usb"
    words = ["--data-dir", str(filled_folder.root), "--json"]
    assert run([*words, "handover", "--to", str(usb), "--password-file", str(secret)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["checked"]
    assert told["encrypted"]
    new = ["--data-dir", str(tmp_path / "new"), "receive", told["folder"]]
    assert run(new) == 1
    assert "mật khẩu" in capsys.readouterr().err
    assert run([*new, "--password-file", str(secret)]) == 0
    assert "Đã nhận bàn giao" in capsys.readouterr().out
    assert run(["--data-dir", str(tmp_path / "new"), "check"]) == 0


def test_only_a_kit_that_was_written_stands_in_the_log(filled, tmp_path):
    def stop(done, _whole, _text):
        if done == 5:
            raise Stopped("dừng")

    with pytest.raises(Stopped):
        write_kit(filled, SIDES, tmp_path, on=ON, report=stop)
    assert list_exports(filled) == []
    kit = write_kit(filled, SIDES, tmp_path, on=ON)
    [left] = list_exports(filled)
    assert (left.file_name, left.masked) == (kit.folder.name, False)


def test_a_kit_cut_off_on_its_way_into_its_place_stands_in_the_log(filled, tmp_path, monkeypatch):
    def cut(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(safe_write, "_exchange_folders", cut)
    with pytest.raises(KeyboardInterrupt):
        write_kit(filled, SIDES, tmp_path, on=ON)
    [left] = list_exports(filled)
    assert left.file_name.startswith("Bo-ban-giao")
