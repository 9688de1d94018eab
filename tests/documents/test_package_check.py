"""Written packages are opened again and read to their end."""

import zipfile

import pytest

from ccb_desktop.documents.package_check import check_package
from ccb_desktop.domain.errors import ReadOnly

PART = "xl/worksheets/sheet1.xml"
CONTENT = b'<s><row r="1"/><row r="2"/></s>'


def written(path, content=CONTENT, name=PART):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return path


def test_a_whole_package_passes(tmp_path):
    check_package(written(tmp_path / "a"), {PART: 2}, b"<row ")


@pytest.mark.parametrize(
    ("content", "rows"),
    [(b'<s><row r="1"/></s>', 2), (b"<s><row r=", 1), (b'<s><row r="1"/></s>', 0)],
)
def test_missing_rows_and_broken_xml_are_noticed(tmp_path, content, rows):
    with pytest.raises(ReadOnly, match="đọc lại không đúng"):
        check_package(written(tmp_path / "a", content), {PART: rows}, b"<row ")


def test_a_missing_part_and_a_file_cut_short_are_noticed(tmp_path):
    with pytest.raises(ReadOnly):
        check_package(written(tmp_path / "a", name="other.xml"), {PART: 2}, b"<row ")
    whole = written(tmp_path / "b").read_bytes()
    (tmp_path / "c").write_bytes(whole[:-30])
    with pytest.raises(ReadOnly):
        check_package(tmp_path / "c", {PART: 2}, b"<row ")


def test_flipped_bytes_are_noticed_or_change_nothing(tmp_path):
    whole = bytearray(written(tmp_path / "a").read_bytes())
    for place in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0x10
        (tmp_path / "b").write_bytes(spoilt)
        try:
            check_package(tmp_path / "b", {PART: 2}, b"<row ")
        except ReadOnly:
            continue
        with zipfile.ZipFile(tmp_path / "b") as package:
            assert package.read(PART) == CONTENT


def test_rows_are_counted_across_the_edges_of_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("ccb_desktop.documents.package_check._CHUNK", 7)
    content = b"<s>" + b'<row r="1"/>' * 100 + b"</s>"
    check_package(written(tmp_path / "a", content), {PART: 100}, b"<row ")
