"""Where in the form of a person an entry is filled in: at its field, or on the tab of its list."""

from ccb_desktop.ui.kit.form import Form

_TABS = {
    "household_head": "Gia đình",
    "poverty": "Gia đình",
    "house_state": "Gia đình",
    "unit": "Hội",
    "events": "Hội",
    "posts": "Chức danh",
}


def show_in_form(form: Form, field: str) -> None:
    """Bring the place of an entry into sight, with the keyboard in it where it is a field."""
    if field in form.fields:
        form.show_field(field)
    else:
        form.show_tab(_TABS.get(field, ""))
