"""Pages made to be looked at: the very file that would be written, and nothing left of it."""

import pytest

from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.domain.errors import BadFile, Invalid
from ccb_desktop.operations import paper_pages
from ccb_desktop.operations.left_overs import clear_up
from tests.paper_values import a_list


def write(out):
    return write_list_word(a_list(), out)


def test_the_pages_are_those_of_the_file_and_no_copy_is_left(store, tmp_path):
    made = paper_pages.pages_made(store, write)
    assert made == paper_pages.pages_of_file(write(tmp_path / "ds.docx"))
    assert not store.folder.looked_at.exists()


def test_nothing_is_left_when_a_paper_cannot_be_made(store):
    def fail(out):
        out.write_bytes(b"half a paper")
        raise Invalid({"on": "Sai ngày."})

    with pytest.raises(Invalid, match="Sai ngày"):
        paper_pages.pages_made(store, fail)
    assert not store.folder.looked_at.exists()


def test_what_a_crash_left_is_removed_at_the_next_start(store):
    left = store.folder.looked_at / "abc" / "xem-truoc.docx"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"names of people")
    clear_up(store.folder)
    assert not left.exists()


def test_bytes_that_were_kept_have_the_same_pages(tmp_path):
    file = write(tmp_path / "ds.docx")
    kept = paper_pages.pages_of_content(file.read_bytes(), "ds.docx")
    assert kept == paper_pages.pages_of_file(file)


def test_a_pdf_is_put_in_place_whole_or_not_at_all(store, tmp_path):
    out = tmp_path / "a.pdf"
    paper_pages.write_pdf(store, lambda file: file.write_bytes(b"%PDF-1.4\n%%EOF\n"), out)
    with pytest.raises(BadFile):
        paper_pages.write_pdf(store, lambda file: file.write_bytes(b"%PDF-1.4"), out)
    assert out.read_bytes() == b"%PDF-1.4\n%%EOF\n"
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["a.pdf"]


def test_a_pdf_is_called_a_pdf(store, tmp_path):
    with pytest.raises(Invalid):
        paper_pages.write_pdf(store, lambda file: None, tmp_path / "a.docx")
