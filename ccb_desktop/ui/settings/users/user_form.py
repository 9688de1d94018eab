"""The form of one user: his name and roles, and a password when he is new."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.users.labels import ROLE
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import users
from ccb_desktop.ui.kit.choice_fields import ChecklistField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.settings.users.new_password import password_fields


def who_fields(roles_hint: str = "") -> list[Field]:
    """Name and roles."""
    return [
        TextField(
            "name",
            "Tên người dùng",
            required=True,
            wide=True,
            hint="Họ tên hoặc chức danh, ví dụ: Thủ quỹ Hội. Tên này ghi cạnh mỗi việc đã làm.",
        ),
        ChecklistField("roles", "Vai trò", list(ROLE.items()), required=True, hint=roles_hint),
    ]


def user_form(parent: QWidget, store: Store, user: User | None) -> FormDialog:
    """Add a user, or change one."""
    form = Form()
    form.add(who_fields("Một người giữ nhiều việc thì đánh dấu nhiều vai trò."))
    if user is None:
        form.add(password_fields())
    else:
        form.set_values({"name": user.name, "roles": tuple(user.roles)})

    def save(values: dict[str, Any], _form_id: str) -> Change:
        name, roles = values["name"], frozenset(values["roles"])
        if user is None:
            made = User(name=name, roles=roles)
            return users.add_user(store, made, values["password"], values["again"])
        return users.save_user(store, replace(user, name=name, roles=roles))

    title = "Thêm người dùng" if user is None else f"Sửa người dùng {user.name}"
    return FormDialog(parent, title, form, save)
