"""The number with which a run of the register begins, asked for where its first one is given."""

from ccb_desktop.domain.register.numbering import MOST, NextNumber, series_name
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import NumberField


def first_number(following: NextNumber) -> list[Field]:
    """The field in which the first number is typed; none where numbers were given before."""
    if not following.begins:
        return []
    told = f"Bắt đầu từ số (sổ chưa có số nào của {series_name(following.series)})"
    return [NumberField("number", told, required=True, least=1, most=MOST)]
