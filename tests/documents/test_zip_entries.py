"""Equal papers are equal files, whenever they are written."""

import time
from datetime import UTC, datetime

import pytest

from ccb_desktop.documents.excel.annex import annex_bytes, write_annex
from ccb_desktop.documents.word.report import report_bytes, write_report
from tests.paper_values import a_report

MOMENT = datetime(2026, 6, 5, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("make", [report_bytes, annex_bytes])
def test_the_moment_decides_the_bytes_and_nothing_else(make, monkeypatch):
    first = make(a_report(), MOMENT)
    later = time.localtime(time.time() + 3600)
    monkeypatch.setattr(time, "localtime", lambda *_seconds: later)
    assert make(a_report(), MOMENT) == first
    assert make(a_report(), MOMENT.replace(year=2027)) != first


@pytest.mark.parametrize(
    ("make", "write"), [(report_bytes, write_report), (annex_bytes, write_annex)]
)
def test_a_file_that_is_written_at_once_holds_the_same_parts(make, write, tmp_path):
    written = write(a_report(), tmp_path / "a.zip").read_bytes()
    assert abs(len(written) - len(make(a_report(), MOMENT))) < 20
