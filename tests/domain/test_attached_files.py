"""Photos and papers: what is taken, what is refused, and under what name it goes out."""

from datetime import date

import pytest

from ccb_desktop.domain.attached_files import (
    MOST_BYTES,
    MOST_PHOTO_BYTES,
    AttachedFile,
    AttachedKind,
    check_paper_name,
    check_photo,
    check_size,
    check_title,
    name_to_write,
    size_text,
)
from ccb_desktop.domain.errors import BadFile, Invalid


def a_file(title, file_name="quet.PDF"):
    return AttachedFile(
        person_id=1,
        kind=AttachedKind.PAPER,
        title=title,
        file_name=file_name,
        sha256="",
        size_bytes=1,
        added_on=date(2026, 6, 30),
    )


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_an_empty_or_too_large_file_is_refused_by_name(size):
    with pytest.raises(BadFile, match=r"anh\.jpg"):
        check_size("anh.jpg", size)
    check_size("anh.jpg", MOST_BYTES)


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.bat", "a.lnk", "a.js", "a.docm", "pdf", "a.html"])
def test_programs_are_no_papers(name):
    with pytest.raises(BadFile, match="Chỉ lưu giấy tờ"):
        check_paper_name(name)


@pytest.mark.parametrize("name", ["Lý lịch.PDF", "a.docx", "a.heic", "a.jpeg"])
def test_papers_are_taken_whatever_their_case(name):
    check_paper_name(name)


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG", b"\xff\xd8\xff" + b"0" * MOST_PHOTO_BYTES], ids=len
)
def test_a_photo_is_a_small_jpeg(content):
    with pytest.raises(BadFile):
        check_photo(content)
    check_photo(b"\xff\xd8\xff\xe0")


@pytest.mark.parametrize("title", ["  ", "x" * 121])
def test_a_paper_has_a_title_of_some_length(title):
    with pytest.raises(Invalid) as refused:
        check_title(title)
    assert set(refused.value.fields) == {"title"}
    assert check_title("  Quyết   định ") == "Quyết định"


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 KB"), (350 * 1024, "350 KB"), (20 * 1024 * 1024, "20 MB"), (1024 * 1024, "1 MB")],
)
def test_sizes_are_told_in_round_numbers(size, text):
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Quyết định 12/QĐ: phục viên", "Quyết định 12 QĐ phục viên.pdf"),
        ("../../etc", "etc.pdf"),
        ("..", "Giay to.pdf"),
        ("con", "Giay to.pdf"),
        ("Lpt1", "Giay to.pdf"),
        ("CON\x00<a>|b?", "CON a b.pdf"),
        ("x" * 120, "x" * 80 + ".pdf"),
    ],
)
def test_a_copy_bears_the_title_as_far_as_every_pc_allows(title, name):
    assert name_to_write(a_file(title)) == name
