"""G4: packages that were changed, cut, sent again, signed by others, or that mean harm."""

import json
import random
import zipfile
from functools import partial

import pytest

from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.documents.packages.signing import public_key_of, sign
from ccb_desktop.domain.errors import Conflict, UserError
from ccb_desktop.domain.submissions.arrivals import Came
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.submissions import received
from ccb_desktop.operations.submissions.recognising import recognise
from tests import came, packages
from tests.books import contents
from tests.documents.packages.test_opening import packed_by_hand
from tests.faults.exports import PASSWORD, files_in

TEXTS = {"BC-6T-2026.docx": "Báo cáo 6 tháng", "DS.xlsx": "Danh sách"}
STRANGER = bytes(reversed(range(32)))


@pytest.fixture
def store(fresh_folder):
    """The open books to which the packages come."""
    with open_branch(fresh_folder()) as opened:
        yield opened


@pytest.fixture
def seen(store):
    """Looks at a package as the window does."""
    return partial(recognise, store, progress=lambda *_: None)


def outside(tmp_path, store):
    """Every file anywhere near, but those of the package."""
    near = {name: one for name, one in files_in(tmp_path).items() if not name.startswith("goi")}
    return near.keys(), contents(store)


FORMS = {
    "packed": lambda place: packages.make_zip(place, TEXTS),
    "guarded": lambda place: packages.make_zip(place, TEXTS, PASSWORD),
    "in a folder": lambda place: packages.make_folder(place, TEXTS),
}


@pytest.mark.parametrize("form", FORMS)
def test_no_altered_package_is_taken(store, seen, tmp_path, times, tally, form):
    dice, tries = random.Random(47), times(150, 1400)
    path = FORMS[form](tmp_path)
    password = PASSWORD if form == "guarded" else ""
    assert seen(path, password=password).came is Came.PACKAGE
    before, cuts = outside(tmp_path, store), 0
    parts = sorted(path.iterdir()) if path.is_dir() else [path]
    for number in range(tries):
        part = dice.choice(parts)
        whole = part.read_bytes()
        if number % 5:
            changed = bytearray(whole)
            changed[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        else:
            changed, cuts = whole[: dice.randrange(len(whole))], cuts + 1
        part.write_bytes(changed)
        with pytest.raises(UserError), opened(path, password):
            pass
        if number % 100 == 0:  # one that is cut starts a process to look at it as a list
            arrival = seen(path, password=password)
            assert arrival.came in (Came.REFUSED, Came.GUARDED)
            assert arrival.sources == () and arrival.folder is None
        part.write_bytes(whole)
    assert outside(tmp_path, store) == before
    assert seen(path, password=password).came is Came.PACKAGE
    shown = "altered accepted 0; files outside the target 0; books unchanged"
    tally("G4", f"one bit of a package {form} flipped, or it cut off", tries, shown)


def test_what_others_sign_is_never_taken_for_a_known_branch(seen, store, tmp_path, times, tally):
    """Somebody changes a package and signs it anew, with the name of a branch that is trusted."""
    dice, tries = random.Random(53), times(20, 400)
    path = packages.make_folder(tmp_path, TEXTS)
    received.trust(store, seen(path).signer)
    assert "nơi đã tin" in seen(path).told
    manifest = json.loads((path / "manifest.json").read_bytes())
    for _ in range(tries):
        figure = dice.randrange(10**6)
        forged = manifest | {"figures": {"members_closing": figure}}
        if dice.randrange(4):
            forged["public_key"] = public_key_of(STRANGER)
        content = json.dumps(forged).encode()
        (path / "manifest.json").write_bytes(content)
        (path / "manifest.sig").write_bytes(sign(STRANGER, content))
        arrival = seen(path)
        assert arrival.signer is None or not arrival.signer.trusted
        if arrival.came is Came.PACKAGE:
            assert "CẨN THẬN" in arrival.told
    shown = "taken for the trusted branch 0; warned of each time"
    tally("G4", "a package of a trusted branch changed and signed by a stranger", tries, shown)


def test_a_package_that_comes_again_is_noted_once(seen, store, tmp_path, tally):
    path = packages.make_zip(tmp_path, TEXTS)
    for number in range(3):
        copy = tmp_path / f"goi-{number}.zip"
        copy.write_bytes(path.read_bytes())
        arrival = seen(copy)
        if number:
            assert "không có gì mới" in arrival.told
            with pytest.raises(Conflict, match="đã ghi nhận"):
                received.note_received(store, arrival)
        else:
            received.note_received(store, arrival)
    assert len(received.list_lines(store)) == 1
    tally("G4", "the same package sent again under other names", 3, "noted once, told each time")


EVIL = (
    *("../ra-ngoai.txt", "../../ra-ngoai.txt", "/tmp/ra-ngoai.txt", "C:ra-ngoai", "C:/x.txt"),
    *("a\\..\\b.txt", "a/b.txt", "nul", "CON.txt", "com1.docx", "lpt9", "..", ".", ".an", "a..b"),
    *("a.txt.", "a.txt ", "~$a.docx", "a:b", "a*b", "a\n.txt", "x" * 300, "aux.xlsx"),
)


def test_evil_names_and_extra_files_reach_nothing(seen, store, tmp_path, tally, monkeypatch):
    (tmp_path / "nguon").mkdir()
    monkeypatch.chdir(tmp_path / "nguon")
    path = tmp_path / "goi.zip"
    before = outside(tmp_path, store)
    for name in EVIL:
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("manifest.json", b"{}")
            made.writestr(name, b"x")
        assert_refused(path)
        packed_by_hand(path, ["manifest.json", "manifest.sig", name])
        assert_refused(path)
        evil = packages.package_file(name)
        packing = came.packing({}, tmp_path / "nguon")
        content = packing.manifest.replace(b'"files": []', _listed(evil))
        folder = tmp_path / "goi"
        folder.mkdir(exist_ok=True)
        (folder / "manifest.json").write_bytes(content)
        (folder / "manifest.sig").write_bytes(sign(packages.SEED, content))
        assert_refused(folder)
        assert seen(folder).came is Came.REFUSED
    assert outside(tmp_path, store) == before
    tries = 3 * len(EVIL)
    tally("G4", "evil names in a package, in its list and signed", tries, "files outside 0")


def assert_refused(path):
    with pytest.raises(UserError), opened(path):
        pass


def _listed(file):
    values = {
        "name": file.name,
        "role": file.role.value,
        "title": file.title,
        "sha256": file.sha256,
        "size": file.size,
        "content": file.content,
    }
    return f'"files": [{json.dumps(values)}]'.encode()


@pytest.mark.parametrize("extra", ["la.txt", "LA.exe", "bc-6t-2026.DOCX", ".an", "thu/a.txt"])
def test_something_beside_what_is_signed_is_refused(seen, tmp_path, tally, extra):
    folder = packages.make_folder(tmp_path, TEXTS)
    (folder / extra).parent.mkdir(exist_ok=True)
    (folder / extra).write_bytes(b"x")
    assert seen(folder).came is Came.REFUSED
    packed = packages.make_zip(tmp_path, TEXTS)
    with zipfile.ZipFile(packed, "a") as made:
        made.writestr(extra, b"x")
    assert seen(packed).came is Came.REFUSED
    tally("G4", f"an extra file {extra} in a package", 2, "refused")
