"""The printed list of fields."""

from datetime import date

from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.templates.field_list import field_list
from ccb_desktop.domain.templates.fields import fields_of
from ccb_desktop.domain.templates.shipped import MEMBER_SHEET, TEMPLATES
from tests.conftest import BRANCH

ON = date(2026, 6, 30)


def test_every_field_stands_on_it_and_lists_head_their_rows():
    template = TEMPLATES[MEMBER_SHEET]
    fields = fields_of(template, BRANCH, ON)
    paper = field_list(template, fields, BRANCH, ON)
    (table,) = paper.tables
    assert paper.subtitle == "Phiếu thông tin hội viên (phieu-hoi-vien.docx)"
    assert len(table.rows) == len(fields)
    rows = [row for row in table.rows if not isinstance(row, Band)]
    assert ("{{ full_name }}", "Họ và tên", "Nguyễn Văn Mẫu") in rows
    bands = [row.label for row in table.rows if isinstance(row, Band)]
    assert any("{%tr for row in events %} … {%tr endfor %}" in label for label in bands)
    assert not any("\n" in str(cell) for row in rows for cell in row)
