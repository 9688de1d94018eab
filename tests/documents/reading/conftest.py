"""Files for reading: made in a temporary folder, or the samples beside the project."""

from pathlib import Path

import pytest

from ccb_desktop.documents.reading.workbook import read_workbook

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture(scope="session")
def samples():
    """The folder of the sample branch."""
    assert SAMPLES.is_dir(), f"The sample lists are not at {SAMPLES}"
    return SAMPLES


@pytest.fixture
def read(tmp_path):
    """Writes bytes to a file of that name and reads it."""

    def write_and_read(content, name="danh-sach.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        return read_workbook(path)

    return write_and_read
