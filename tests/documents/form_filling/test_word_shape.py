"""How a Word form is read: labels come from the heads of its tables, however long these are."""

from io import BytesIO

from docx import Document

from ccb_desktop.documents.form_filling import word_shape
from ccb_desktop.documents.form_filling.form_file import read_shape


def long_form(rows):
    document = Document()
    table = document.add_table(rows + 1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Họ và tên", "Năm sinh"
    for row in table.rows[1:]:
        row.cells[0].text = "Người thứ mấy"
        row.cells[1].text = "….."
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def steps(monkeypatch, rows):
    """How often reading looks for what stands around something."""
    looked = []
    with monkeypatch.context() as counted:
        find = word_shape.ancestor
        counted.setattr(word_shape, "ancestor", lambda *of: looked.append(1) or find(*of))
        labels = {blank.label for blank in read_shape(long_form(rows)).blanks}
    assert labels == {"Người thứ mấy – Năm sinh"}
    return len(looked)


def test_reading_a_table_of_twice_the_rows_takes_twice_the_steps(monkeypatch):
    assert steps(monkeypatch, 80) < 2.2 * steps(monkeypatch, 40)
