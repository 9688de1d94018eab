"""What is known of a form from above can be corrected."""

from ccb_desktop.operations.superior_forms import forms
from tests.superior_forms import word_form


def test_a_form_is_called_by_another_title(store, tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(word_form())
    forms.bring_in(store, path, "Biểu 6 tháng")
    [line] = forms.list_forms(store)
    forms.rename_form(store, line.form, "Biểu nửa năm", "Hội CCB tỉnh", "mẫu năm 2026")
    [line] = forms.list_forms(store)
    assert (line.form.title, line.form.sender) == ("Biểu nửa năm", "Hội CCB tỉnh")
