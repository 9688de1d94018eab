"""Templates with fields: filled for many, refused with place and reason."""

from zipfile import ZipFile

import pytest

from ccb_desktop.documents.word.forms import Form
from ccb_desktop.domain.errors import BadFile
from tests.documents.word.parts import a_template, find, fragment, text, texts


@pytest.fixture
def form(tmp_path):
    """A form of these lines."""
    return lambda *lines, **more: Form(a_template(tmp_path / "mẫu.docx", *lines, **more))


def filled(form, *everybody):
    begin, *sheets, end = form.filled_body(everybody)
    assert begin.rstrip().endswith("<w:body>")
    assert end.startswith("<w:sectPr")
    return [fragment(sheet) for sheet in sheets]


def test_fields_are_filled_for_each_person_on_pages_of_their_own(form):
    sheets = filled(form("Tên: {{ name }}"), {"name": "An"}, {"name": "Bình"})
    assert [texts(sheet) for sheet in sheets] == [["Tên: An"], ["Tên: Bình"]]
    assert [len(find(sheet, "//w:pageBreakBefore")) for sheet in sheets] == [0, 1]


@pytest.mark.parametrize(
    ("value", "comes_out"),
    [
        ("Nguyễn & Trần", "Nguyễn & Trần"),
        ("<w:p/> {{ name }} {% if %}", "<w:p/> {{ name }} {% if %}"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("Trần\x00 \ud800Bình\uffff", "Trần Bình"),
        ("một\nhai", "một\nhai"),
        (5, "5"),
    ],
)
def test_what_a_value_holds_is_text_and_never_markup(form, value, comes_out):
    (sheet,) = filled(form("{{ name }}"), {"name": value})
    assert text(sheet) == comes_out


def test_lists_give_a_line_for_each_of_their_rows(form):
    lines = ("{%p for one in posts %}", "{{ one.title }}", "{%p endfor %}")
    (sheet,) = filled(form(*lines), {"posts": [{"title": "Chủ tịch"}, {"title": "Ủy viên"}]})
    assert texts(sheet) == ["Chủ tịch", "Ủy viên"]


def test_a_field_that_word_has_cut_into_pieces_is_whole(form):
    cut = "{{ na</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>me }}"
    (sheet,) = filled(form(cut), {"name": "An"})
    assert texts(sheet) == ["An"]


def test_headers_are_filled_with_what_all_sheets_share(form):
    found = form("{{ name }}", header="{{ issuer }}")
    found.check({"name": "", "issuer": ""})
    header = found.side_parts({"issuer": "Hội CCB & bạn"})["word/header.xml"].decode()
    assert "Hội CCB &amp; bạn" in header


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Quê: {{ home_village }}", "home_village"),
        ("Từ {{ one.village }}", "village"),
        ("{% if home_village %}có{% endif %}", "home_village"),
    ],
)
def test_an_unknown_field_is_refused_with_its_name_and_place(form, line, name):
    with pytest.raises(BadFile) as refused:
        form("Họ tên: {{ name }}", "home_village", line).check({"name": "", "one": {}})
    assert str(refused.value) == (
        f"Mẫu “mẫu.docx” có trường không có trong chương trình: “{name}”, ở đoạn: “{line}”. "
        "Chưa ghi tệp nào. Hãy sửa lại chỗ ấy trong mẫu, hoặc dùng lại mẫu của chương trình (trang "
        "Báo cáo, thẻ Mẫu Word)."
    )


def test_an_unknown_field_in_a_header_is_found_there(form):
    with pytest.raises(BadFile, match=r"“place”, ở đoạn: “\{\{ place \}\}"):
        form("{{ name }}", header="{{ place }}").check({"name": ""})


@pytest.mark.parametrize(
    "line", ["Quê {{ name", "{% if name %}", "{{ name | }}", "{% loop %}", "{{ name | nope }}"]
)
def test_fields_that_are_not_well_written_are_refused(form, line):
    with pytest.raises(BadFile, match="viết sai dấu ngoặc hoặc lệnh"):
        form("Họ tên: {{ name }}", line).check({"name": ""})


def test_the_place_of_a_slip_of_the_pen_is_quoted(form):
    with pytest.raises(BadFile, match=r"ở đoạn: “Quê \{\{ name \| \}\}”"):
        form("Một", "Quê {{ name | }}", "Hai").check({"name": ""})


@pytest.mark.parametrize(
    "line",
    [
        "{{ name.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ self._TemplateReference__context }}",
        "{% include 'x' %}",
        "{{ name.format.__globals__ }}",
        "{{ 1 / 0 }}",
        "{{ name + 1 }}",
        "{{ range(10 ** 9) }}",
    ],
)
def test_a_template_sees_its_values_and_nothing_else(form, line):
    with pytest.raises(BadFile, match=r"lệnh không dùng được|trường không có") as refused:
        form("Một", line, "Hai").check({"name": ""})
    assert f"ở đoạn: “{line}”" in str(refused.value)


def test_a_file_that_is_no_word_file_is_refused(tmp_path):
    wrong = tmp_path / "mẫu.docx"
    with pytest.raises(BadFile, match="không phải tệp Word"):
        Form(wrong)
    wrong.write_bytes(b"\x89PNG")
    with pytest.raises(BadFile, match=r"“mẫu\.docx” không phải tệp Word"):
        Form(wrong)
    with ZipFile(wrong, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(BadFile):
        Form(wrong)


@pytest.mark.parametrize("body", ["<w:document/>", b"\xff\xfe"])
def test_a_word_file_without_a_body_is_refused(tmp_path, body):
    with ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", body)
    with pytest.raises(BadFile):
        Form(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "written",
    [
        "{{ 'x' * 9999 * 9999 * 9999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%9999d' % 1 }}",
        "{{ name | center(1000000000) }}",
        "{{ name.ljust(1_000_000_000) }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ name.ljust(0xFFFFFFFF) }}",
    ],
)
def test_a_template_that_would_swell_is_refused_before_it_does(form, written):
    with pytest.raises(BadFile, match=r"số quá lớn|lệnh không dùng được"):
        form("Năm 2026, 1.862.000 đồng", written).check({"name": "An"})
