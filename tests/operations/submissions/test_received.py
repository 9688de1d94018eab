"""What came is noted once, with the reports in it."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.submissions.manifest import FileRole
from ccb_desktop.operations.submissions import received
from ccb_desktop.operations.submissions.recognising import recognise
from ccb_desktop.operations.undo import undo
from tests import came


@pytest.fixture
def arrival(store, tmp_path):
    (tmp_path / "BC-6T-2026.docx").write_bytes(b"report")
    path = came.zipped(tmp_path / "goi.zip", {FileRole.REPORT: tmp_path / "BC-6T-2026.docx"})
    seen = partial(recognise, store, progress=lambda *_: None)
    return seen(path)


def test_a_package_without_lists_is_noted_with_its_report(store, arrival):
    change = received.note_received(store, arrival)
    (line,) = received.list_lines(store)
    assert line.told == "Ghi nhận đã nhận, không nhập vào sổ"
    report = arrival.manifest.files[0]
    assert received.kept_content(store, report.sha256) == b"report"
    with pytest.raises(Conflict, match="đã ghi nhận"):
        received.note_received(store, arrival)
    undone = undo(store, change.action_id)
    (line,) = received.list_lines(store)
    assert line.taken_back_on == date.today()
    assert line.package == arrival_as_noted(line, arrival)
    assert "Đã bỏ ngày" in line.told and not line.can_be_undone
    undo(store, undone.action_id)
    assert [one.taken_back_on for one in received.list_lines(store)] == [None]
    assert len(received.list_signers(store)) == 1


def arrival_as_noted(line, arrival):
    """What came, with the ids that it was given."""
    noted = line.packages[0]
    return replace(arrival.received, id=noted.id, signer_id=noted.signer_id)


def test_a_signer_is_trusted_and_no_longer(store, arrival):
    received.trust(store, arrival.signer)
    (known,) = received.list_signers(store)
    assert known.trusted
    received.trust(store, known, trusted=False)
    assert [one.trusted for one in received.list_signers(store)] == [False]


def test_what_is_not_kept_is_none(store):
    assert received.kept_content(store, "ab" * 32) is None
