"""A Word file that was worked on is taken in only when it is one."""

import zipfile

import pytest

from ccb_desktop.documents.word.edited import read_word
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.errors import BadFile, NotFound
from tests.paper_values import a_report


@pytest.fixture
def word(tmp_path):
    return write_report(a_report(), tmp_path / "a.docx")


def test_its_bytes_come_as_they_are(word):
    assert read_word(word) == word.read_bytes()


@pytest.mark.parametrize("spoil", [lambda b: b"", lambda b: b[:900], lambda b: b"text " + b[5:20]])
def test_a_spoilt_file_is_refused(word, spoil):
    word.write_bytes(spoil(word.read_bytes()))
    with pytest.raises(BadFile, match="không phải là tệp Word"):
        read_word(word)


def test_another_package_is_refused(tmp_path):
    other = tmp_path / "a.docx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(BadFile):
        read_word(other)


def test_a_text_that_is_no_xml_is_refused(tmp_path):
    other = tmp_path / "a.docx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("word/document.xml", "<w:document>")
    with pytest.raises(BadFile):
        read_word(other)


def test_a_file_that_is_away_is_told(tmp_path):
    with pytest.raises(NotFound, match="USB"):
        read_word(tmp_path / "a.docx")
