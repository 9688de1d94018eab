"""What a sheet of the data workbook is made of: kinds of sheets and their fields."""

from dataclasses import dataclass
from enum import StrEnum

from ccb_desktop.domain.labels import FIELD


class FieldType(StrEnum):
    """How a cell is understood, and what it becomes."""

    TEXT = "TEXT"  # str
    NAME = "NAME"  # str in proper case
    CODE = "CODE"  # str, a short identifier as written
    UNIT = "UNIT"  # str, the name or code of a unit, not yet matched
    CITIZEN_ID = "CITIZEN_ID"  # str of 9 or 12 digits
    PHONE = "PHONE"  # str
    PARTIAL_DATE = "PARTIAL_DATE"  # PartialDate
    BIRTH_DATE = "BIRTH_DATE"  # PartialDate, neither before 1900 nor in the future
    DATE = "DATE"  # date
    YEAR = "YEAR"  # int
    NUMBER = "NUMBER"  # int or float
    AMOUNT = "AMOUNT"  # int, whole đồng
    PERCENT = "PERCENT"  # int, 1 to 100
    CATEGORY = "CATEGORY"  # int, 1 to 9
    BADGE = "BADGE"  # int, years of the Party badge
    YES_NO = "YES_NO"  # bool
    CHOICE = "CHOICE"  # the code of one label
    CODES = "CODES"  # frozenset of codes
    FIGURE = "FIGURE"  # str: a number, or n/N
    NAME_PART = "NAME_PART"  # a piece of the name in a column of its own
    SEX_COLUMN = "SEX_COLUMN"  # a column headed Nam or Nữ: a mark, or the date of birth


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet.

    Attributes:
        name: Identifier, as in `labels.FIELD`.
        header: What the program writes above the column.
        choices: For `CHOICE` and `CODES`: the list in `choices`.
        also: Other wordings of the header, the likeliest first.
        written: Whether the workbook that the program writes has the column; the others
            are understood in the lists that chi hội send.
    """

    name: str
    header: str
    type: FieldType
    required: bool = False
    choices: str = ""
    also: tuple[str, ...] = ()
    written: bool = True


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet of the data workbook.

    Attributes:
        label: Name of the sheet that the program writes.
        roster: Whether a person not found in the books is a new person here.
    """

    name: str
    label: str
    fields: tuple[Field, ...]
    roster: bool = False

    @property
    def columns(self) -> tuple[Field, ...]:
        """The columns that the program writes, in their order."""
        return tuple(field for field in self.fields if field.written)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields without which a row gives nothing."""
        return tuple(field.name for field in self.fields if field.required)

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            KeyError: The kind has no such field.
        """
        for entry in self.fields:
            if entry.name == name:
                return entry
        raise KeyError(name)


def column(
    name: str,
    kind: FieldType = FieldType.TEXT,
    also: str = "",
    *,
    header: str = "",
    required: bool = False,
    choices: str = "",
    written: bool = True,
) -> Field:
    """A field in short; `also` holds the other wordings, with `|` between them."""
    wordings = tuple(part.strip() for part in also.split("|") if part.strip())
    return Field(name, header or FIELD[name], kind, required, choices, wordings, written)
