"""What is written into a form: one value for a blank, or records for a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ccb_desktop.domain.superior_forms.values import Filled

Record = Mapping[str, Filled]
"""Place of a blank → what stands there, in one row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything that goes into a form.

    Attributes:
        single: By place of a blank.
        rows: By row (`Blank.row`), its records; the row is repeated for each.
    """

    single: Mapping[str, Filled] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Record]] = field(default_factory=dict)
