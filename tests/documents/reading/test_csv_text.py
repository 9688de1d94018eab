"""Lists as text: every code and separator in which they come."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.documents.reading.csv_text import decode, read_csv
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.exchange.understanding import understand_workbook

RECORDS = [
    ["STT", "Họ và tên", "Năm sinh", "Chi hội", "Nơi ở"],
    ["1", "Nguyễn Phúc Vượng", "09/02/1959", "Chi hội 2", "Tổ 9, phố Cầu Đá"],
    ["2", "Đinh Thị Ước", "1968", "Chi hội 3", 'Tổ 7; phố "Cũ"'],
]


def as_windows(text):
    """Windows-1258 as Windows writes it: vowels with their marks, tones behind them."""
    written = []
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        try:
            written.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            written.append((rest + tones).encode("cp1258"))
    return b"".join(written)


CODES = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-8 taken apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "windows-1258": as_windows,
}


def written(separator, newline="\r\n"):
    lines = []
    for record in RECORDS:
        cells = [
            '"' + cell.replace('"', '""') + '"' if separator in cell or '"' in cell else cell
            for cell in record
        ]
        lines.append(separator.join(cells))
    return newline.join(lines) + newline


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("code", CODES)
def test_codes_and_separators(code, separator):
    assert read_csv(CODES[code](written(separator))) == RECORDS


def test_a_list_as_text_is_understood_like_any_other(read):
    book = read(CODES["windows-1258"](written(";")), "chi-hoi-2.csv")
    assert book.sheets[0].name == "chi-hoi-2"
    (understood,) = understand_workbook(book).sheets
    assert [row.values["full_name"] for row in understood.rows] == [
        "Nguyễn Phúc Vượng",
        "Đinh Thị Ước",
    ]


def test_old_fonts_saved_as_text_are_converted(read):
    lines = (
        "STT,hä vµ tªn,n¨m sinh,chi héi\n"
        "1,NguyÔn V¨n An,1952,Chi héi 3\n2,§ç ThÞ Hµ,1953,Chi héi 3\n"
    )
    book = read(lines.encode("latin-1"), "cu.csv")
    (understood,) = understand_workbook(book).sheets
    assert [row.values["full_name"] for row in understood.rows] == ["Nguyễn Văn An", "Đỗ Thị Hà"]


def test_line_breaks_inside_cells_and_blank_lines(read):
    text = 'Họ và tên,Năm sinh,Chi hội,Nơi ở\n\n"Lê Văn An",1952,CH 1,"Tổ 1\nphố Cũ"\n'
    (understood,) = understand_workbook(read(text.encode(), "a.csv")).sheets
    assert understood.rows[0].values["address"] == "Tổ 1 phố Cũ"


def test_a_long_cell_is_refused_with_its_line():
    with pytest.raises(BadFile, match="dòng 2"):
        read_csv(f"a,b\n{'x' * 40_000},1\n".encode())


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẵắặấậẫềếệỉịõóọộớợờùúụứựỳỹýỵẦĐƯƠÊÔĂÂ "


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, min_size=2, max_size=30))
@settings(deadline=None, max_examples=200)
def test_windows_1258_gives_back_every_vietnamese_text(before, behind):
    text = f"{before}đ{behind}"
    assert decode(as_windows(text)) == unicodedata.normalize("NFC", text)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_any_bytes_are_cut_into_cells_or_refused(content):
    try:
        records = read_csv(content)
    except BadFile as refusal:
        assert str(refusal)
    else:
        assert all(isinstance(cell, str) for record in records for cell in record)
