"""The fields that describe a branch: asked at the first start, corrected in the settings."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.labels import AGE_RULE
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField

_NUMBER_STYLES = [(NumberStyle.SLASH, "05/BC-CCB"), (NumberStyle.HYPHEN, "05-BC/CCB")]

_IN_HEAD = "Trống: như tên ở trên. Dấu / ngắt dòng"


def name_fields() -> list[Field]:
    """What every paper needs."""
    return [
        TextField("name", "Tên Hội", required=True, hint="Ví dụ: Hội CCB phường An Lạc"),
        TextField("parent", "Hội cấp trên", required=True, hint="In ở góc trái của văn bản"),
        TextField("place", "Địa danh", required=True, hint="In trước ngày tháng của văn bản"),
        TextField("term", "Nhiệm kỳ", hint="Ví dụ: 2025-2030"),
    ]


def paper_fields() -> list[Field]:
    """How the head of papers is written, how they are signed and numbered, how age is reckoned."""
    return [
        TextField("head_parent", "Hội cấp trên ở góc trái", hint=_IN_HEAD),
        TextField("head_issuer", "Tên Hội ở góc trái", hint=_IN_HEAD),
        TextField("signer_title", "Chức vụ người ký", hint="Ví dụ: CHỦ TỊCH"),
        TextField("signer_name", "Họ tên người ký"),
        ChoiceField("number_style", "Kiểu số và ký hiệu", _NUMBER_STYLES, required=True),
        YesNoField("number_by_term", "Đánh số văn bản theo nhiệm kỳ"),
        ChoiceField("age_rule", "Cách tính tuổi", list(AGE_RULE.items()), required=True),
    ]


def values_of(branch: Branch) -> dict[str, Any]:
    """A branch as the fields hold it."""
    return asdict(branch)


def branch_of(values: Mapping[str, Any], known: Branch) -> Branch:
    """The branch that the fields describe."""
    taken = {name: value for name, value in values.items() if value is not None}
    return replace(known, **taken)
