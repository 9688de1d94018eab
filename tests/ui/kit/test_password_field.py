"""A new password: typed twice, Tab between the two, the box that shows both after them."""

from PySide6.QtCore import Qt

from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.password_field import PasswordField, typed_twice
from tests.ui.hands import press, show, type_text


def test_tab_leads_from_the_first_typing_to_the_second(qt_app):
    form = Form()
    form.add(typed_twice(PasswordField("password", "Mật khẩu mới", required=True), "Gõ lại"))
    show(form, 700, 400)
    first, again = form.field("password"), form.field("again")
    first.line.setFocus()
    type_text(first.line, "một câu dài")
    press(first.line, Qt.Key.Key_Tab)
    assert again.line.hasFocus()
    assert again.problem() == "Chưa gõ lại."
    press(again.line, Qt.Key.Key_Tab)
    assert first.show_box.hasFocus()
    press(first.show_box, Qt.Key.Key_Space)
    assert again.line.echoMode() is again.line.EchoMode.Normal
    first.set_value("")
    assert first.problem() == "Chưa gõ mật khẩu mới."
