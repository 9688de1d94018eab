"""G3: fuzzing of the gates through which files of others come in, guided by the lines reached."""

import io
import json
import random

import pytest

from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.documents.packages.signing import public_key_of, sign
from ccb_desktop.documents.reading import child
from ccb_desktop.documents.reading.gate import check_content
from ccb_desktop.domain.errors import BadFile, UserError
from ccb_desktop.domain.submissions.manifest import read_manifest
from tests import packages
from tests.documents.reading.packages import PEOPLE, ole_with, open_document, sheet, workbook
from tests.faults.fuzzing import Fuzzer

READING = "ccb_desktop.documents.reading"
PACKAGES = "ccb_desktop.documents.packages"
OF_WORKBOOKS = (f"{READING}.gate", f"{READING}.package_gate")
OF_DETAILS = (*OF_WORKBOOKS, f"{READING}.xlsx_scan", f"{READING}.xlsx_details")
OF_PACKAGES = (
    *(f"{PACKAGES}.opening", f"{PACKAGES}.zip_form"),
    *("ccb_desktop.domain.submissions.manifest", "ccb_desktop.domain.submissions.package_names"),
)
LISTS = (
    *(
        workbook(),
        workbook(sheet(PEOPLE, after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')),
    ),
    open_document('<table:table table:name="DS"/>'),
    *(ole_with("Workbook"), "Họ tên,Năm sinh\nAn,1952\n".encode(), b"%PDF-1.7", b"\x89PNG"),
)


def tell(tally, what, fuzzer):
    assert fuzzer.told > fuzzer.tried // 10
    reached = len(fuzzer.coverage.known)
    shown = f"{fuzzer.told:,} refused in words; other exceptions 0; {reached:,} steps reached"
    tally("G3", f"inputs changed by chance, guided by what they reach: {what}", fuzzer.tried, shown)


def test_the_gate_of_workbooks_raises_nothing_but_what_it_declares(times, tally):
    dice = random.Random(59)

    def take(content):
        check_content(content, dice.choice((".xlsx", ".xls", ".csv", ".ods")))

    fuzzer = Fuzzer(LISTS, take, BadFile, OF_WORKBOOKS, dice)
    fuzzer.run(times(1500, 30_000))
    tell(tally, "the gate of workbooks", fuzzer)


def test_the_reading_process_always_answers(times, tally, monkeypatch):
    """What gets through the gate, up to the answer of the process that reads it."""
    monkeypatch.setattr(child, "_limit_memory", lambda _extra: None)
    dice = random.Random(61)

    def take(content):
        sink = io.BytesIO()
        child.answer(content, dice.choice((".xlsx", ".csv")), sink)
        if child.HEAD.unpack(sink.getvalue()[: child.HEAD.size])[0] == child.REFUSED:
            raise BadFile("refused")

    fuzzer = Fuzzer(LISTS, take, BadFile, OF_DETAILS, dice)
    fuzzer.run(times(300, 8_000))
    tell(tally, "the reading process", fuzzer)


@pytest.fixture(params=["", "1952"], ids=["open", "guarded"])
def password(request):
    return request.param


def test_the_gate_of_packages_raises_nothing_but_what_it_declares(tmp_path, times, tally, password):
    seeds = [packages.make_zip(tmp_path, {"a.txt": "một", "b.docx": "hai"}, password).read_bytes()]
    seeds.append(packages.make_zip(tmp_path, {}, password, figures={}).read_bytes())
    path = tmp_path / "goi.zip"

    def take(content):
        path.write_bytes(content)
        with opened(path, password):
            pass

    fuzzer = Fuzzer(seeds, take, UserError, OF_PACKAGES, random.Random(67))
    fuzzer.run(times(500, 10_000))
    assert fuzzer.tried - fuzzer.told < fuzzer.tried // 10  # nothing changed is let in
    tell(tally, "the gate of packages" + (" with a password" if password else ""), fuzzer)


def test_whatever_a_stranger_signs_is_refused_in_words_or_read(tmp_path, times, tally):
    """The manifest, changed before it is signed: its signature is good each time."""
    folder = packages.make_folder(tmp_path, {"a.txt": "một"})
    whole = json.loads((folder / "manifest.json").read_bytes())
    seeds = [json.dumps(whole, indent=1).encode(), json.dumps(whole | {"files": []}).encode()]
    key = public_key_of(packages.SEED).encode()

    def take(content):
        (folder / "manifest.json").write_bytes(content)
        (folder / "manifest.sig").write_bytes(sign(packages.SEED, content))
        try:
            read_manifest(content)
        finally:
            if key in content:
                with opened(folder):
                    pass

    fuzzer = Fuzzer(seeds, take, UserError, OF_PACKAGES, random.Random(71))
    fuzzer.run(times(250, 4_000))
    tell(tally, "a manifest signed by a stranger", fuzzer)
