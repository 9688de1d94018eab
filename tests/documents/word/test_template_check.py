"""Every fault of a template is found, with its place and what may have been meant."""

from pathlib import Path

import pytest
from docx import Document

from ccb_desktop.documents.word.forms import Form
from ccb_desktop.documents.word.template_check import faults_of
from ccb_desktop.domain.templates.faults import FaultKind
from ccb_desktop.domain.templates.fields import fields_of
from ccb_desktop.domain.templates.shipped import TEMPLATES, example_of
from ccb_desktop.domain.templates.words import FIELD_WORDS
from ccb_desktop.paths import resources
from tests.conftest import BRANCH
from tests.documents.word.parts import a_template
from tests.domain.templates.test_fields import ON

SAMPLE = {
    "full_name": "An",
    "issuer": "Hội",
    "events": [{"happened_on": "1/1", "kind": "Kết nạp"}],
    "content": ["một"],
    "photo": "",
    "is_member": True,
}
K = FaultKind


@pytest.fixture
def found(tmp_path):
    """Kind, place and name of every fault of a template of these lines."""

    def check(*lines, **more):
        form = Form(a_template(tmp_path / "mau.docx", *lines, **more))
        return [(f.kind, f.place, f.name) for f in faults_of(form, SAMPLE, FIELD_WORDS)]

    return check


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda one: one.name)
def test_no_shipped_template_has_a_fault(template):
    form = Form(resources() / "templates" / template.name)
    assert faults_of(form, example_of(template, BRANCH, ON), FIELD_WORDS) == []


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda one: one.name)
def test_every_field_works_as_it_is_to_be_typed(template, tmp_path):
    lines, open_list = [], False
    for one in fields_of(template, BRANCH, ON):
        if open_list and not one.in_list:
            lines.append("{%p endfor %}")
            open_list = False
        lines.append(one.written.replace("{%tr", "{%p"))
        open_list = open_list or one.is_list
    lines += ["{%p endfor %}"] if open_list else []
    form = Form(a_template(tmp_path / "mau.docx", *lines))
    assert faults_of(form, example_of(template, BRANCH, ON), FIELD_WORDS) == []


def test_all_faults_are_found_not_only_the_first(found):
    assert found("{{ ho_ten }} và {{ que }}", "đúng {{ full_name }}", "{{ full_name") == [
        (K.UNKNOWN, "đoạn 1", "ho_ten"),
        (K.UNKNOWN, "đoạn 1", "que"),
        (K.UNCLOSED, "đoạn 3", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (["{{ full_name }} }}"], [(K.UNOPENED, "đoạn 1", "")]),
        (["{ full_name }"], [(K.ONE_BRACE, "đoạn 1", "full_name")]),
        (["{ chữ thường }"], []),
        (["{{", "full_name }}"], [(K.UNCLOSED, "đoạn 1", ""), (K.UNOPENED, "đoạn 2", "")]),
        (["{{ full_name | }}"], [(K.BADLY_WRITTEN, "đoạn 1", "full_name |")]),
        (["{% include 'x' %}"], [(K.COMMAND, "đoạn 1", "include 'x'")]),
        (["{{ events }}"], [(K.LIST_ALONE, "đoạn 1", "events")]),
        (["{{ photo }}"], [(K.AS_RUN, "đoạn 1", "photo")]),
        (["{{r full_name }}"], [(K.AS_RUN, "đoạn 1", "full_name")]),
        (["{%p if is_member %}", "có"], [(K.NOT_ENDED, "đoạn 1", "if")]),
        (["{%p endfor %}"], [(K.NOT_BEGUN, "đoạn 1", "endfor")]),
        (["{%p else %}"], [(K.NOT_BEGUN, "đoạn 1", "else")]),
        (["{% if full_name == “x” %}a{% endif %}"], []),
        (["{%tr for x in events %}{% endfor %}"], [(K.NOT_IN_ROW, "đoạn 1", "tr for x in events")]),
    ],
)
def test_what_can_be_wrong(found, lines, faults):
    assert found(*lines) == faults


def test_rows_know_their_own_fields_and_only_within_their_loop(found):
    lines = ("{%p for row in events %}", "{{ row.ngay }} {{ row.kind }}", "{{ row }}")
    assert found(*lines, "{%p endfor %}", "{{ row.kind }}") == [
        (K.NOT_OF_ROW, "đoạn 2", "row.ngay"),
        (K.ROW_ALONE, "đoạn 3", "row"),
        (K.UNKNOWN, "đoạn 5", "row"),
    ]


def test_a_loop_over_a_text_is_no_loop(found):
    assert found("{%p for x in full_name %}", "{{ x }}", "{%p endfor %}") == [
        (K.NO_LIST, "đoạn 1", "full_name")
    ]


def test_a_field_cut_by_formatting_is_whole(found):
    assert found("{{ full_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>name }}") == []


def test_words_beside_a_command_of_a_whole_paragraph_would_be_lost(found):
    kinds = [fault[0] for fault in found("{%p if is_member %} Hội viên", "{%p endif %}")]
    assert kinds == [K.TEXT_LOST]


def test_headers_are_looked_at(found):
    assert found("{{ full_name }}", header="{{ isuer }}") == [(K.UNKNOWN, "đầu trang", "isuer")]


@pytest.mark.parametrize("line", ["{{ 1 / 0 }}", "{{ full_name.x }}", "{{ full_name | nope }}"])
def test_what_goes_wrong_only_when_it_is_filled_is_found_by_filling_it(found, line):
    assert [(kind, place) for kind, place, _name in found(line)] == [(K.FAILS, "khi điền thử")]


def test_a_place_in_a_table_is_told_by_row_and_column(tmp_path):
    document = Document()
    document.add_paragraph("Một")
    table = document.add_table(2, 3)
    table.cell(1, 2).text = "{{ ho_ten }}"
    out = tmp_path / "mau.docx"
    document.save(str(out))
    (fault,) = faults_of(Form(Path(out)), SAMPLE, FIELD_WORDS)
    assert fault.place == "bảng 1, dòng 2, cột 3"
    assert fault.like[0] == "full_name"
    assert fault.quote == "{{ ho_ten }}"
