"""The list of the fields of a template on paper, to lie beside the keyboard."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import Band, Column, ListPaper, PaperTable, Row, letterhead_of
from ccb_desktop.domain.templates.fields import TemplateField
from ccb_desktop.domain.templates.shipped import WordTemplate

_COLUMNS = (Column("Chữ gõ vào mẫu", 62), Column("Nghĩa là", 62), Column("Ví dụ", 56))
_NOTE = (
    "Mỗi trường có hai dấu ngoặc nhọn ở mỗi bên. Danh sách thì đặt lệnh for vào một dòng riêng của "
    "bảng, các trường của nó vào dòng sau, {%tr endfor %} vào một dòng riêng tiếp theo; ngoài bảng "
    "thì viết {%p for row in … %} và {%p endfor %}, mỗi lệnh một đoạn riêng."
)


def field_list(
    template: WordTemplate, fields: Iterable[TemplateField], branch: Branch, on: date
) -> ListPaper:
    """Every field of a template with its meaning and an example.

    Args:
        template: Which.
        fields: Its fields (`fields.fields_of`).
        branch: Whose head the list bears.
        on: Its day.
    """
    rows: list[Row | Band] = []
    for one in fields:
        if one.is_list:
            rows.append(Band(f"{one.meaning}: {one.written} … {{%tr endfor %}}"))
        else:
            rows.append((one.written, one.meaning, one.example.replace("\n", " / ")))
    return ListPaper(
        letterhead=letterhead_of(branch, on),
        title="CÁC TRƯỜNG CỦA MẪU",
        subtitle=f"{template.label} ({template.name})",
        tables=(PaperTable(columns=_COLUMNS, rows=rows, note=_NOTE),),
        landscape=False,
    )
