"""Forms in which a password is set: a new one after the code, one's own, somebody else's."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.users.passwords import LEAST_LETTERS
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.password_field import PasswordField, typed_twice

RULE = (
    f"Ít nhất {LEAST_LETTERS} ký tự. Một câu ngắn dễ nhớ là tốt nhất, ví dụ tên quê và năm nhập "
    "ngũ. Chữ hoa, chữ thường, dấu đều tính."
)


def password_fields() -> list[Field]:
    """The password and the same once more."""
    first = PasswordField("password", "Mật khẩu mới", required=True, hint=RULE, wide=True)
    return typed_twice(first, "Gõ lại mật khẩu ấy")


def after_code(parent: QWidget, store: Store, signed: SignedIn) -> FormDialog:
    """Ask whose password is set anew, when the printed code has opened the books."""
    known = [one for one in users.list_users(store) if not one.retired]
    form = Form()
    form.add([ChoiceField("user", "Đặt lại mật khẩu của ai?", _choices(known), required=True)])
    form.add(password_fields())
    form.set_values({"user": known[0].id})

    def save(values: dict[str, Any], _form_id: str) -> None:
        user = next(one for one in known if one.id == values["user"])
        users.set_password_by_code(store, signed, user, values["password"], values["again"])

    return FormDialog(
        parent,
        "Đặt mật khẩu mới",
        form,
        save,
        intro="Mã khôi phục đã mở được sổ. Chọn tên của bác và đặt mật khẩu mới để làm việc.",
        save_label="Đặt mật khẩu và vào sổ",
    )


def own_password(parent: QWidget, store: Store) -> FormDialog:
    """Change the password of whoever is at work."""
    form = Form()
    form.add([PasswordField("old", "Mật khẩu đang dùng", required=True, wide=True)])
    form.add(password_fields())

    def save(values: dict[str, Any], _form_id: str) -> Change:
        return users.change_own_password(store, values["old"], values["password"], values["again"])

    return FormDialog(parent, "Đổi mật khẩu của tôi", form, save, save_label="Đổi mật khẩu")


def password_of(parent: QWidget, store: Store, user: User) -> FormDialog:
    """Give another user a new password."""
    form = Form()
    form.add(password_fields())

    def save(values: dict[str, Any], _form_id: str) -> Change:
        return users.set_password(store, user, values["password"], values["again"])

    return FormDialog(
        parent,
        f"Đặt mật khẩu cho {user.name}",
        form,
        save,
        intro="Mật khẩu cũ thôi dùng ngay. Người ấy nên tự đổi lại khi đăng nhập lần đầu.",
        save_label="Đặt mật khẩu",
    )


def _choices(known: list[User]) -> list[tuple[Any, str]]:
    return [(one.id, one.name) for one in known]
