"""References in formulas, moved on when rows are inserted below a row of a sheet."""

import re
from dataclasses import dataclass

_ROWS = re.compile(r"(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})")
_AREA = re.compile(
    r"(\$?[A-Za-z]{1,3}\$?)([1-9][0-9]{0,6})(?::(\$?[A-Za-z]{1,3}\$?)([1-9][0-9]{0,6}))?"
)


@dataclass(frozen=True, slots=True)
class Insertion:
    """New rows of a sheet.

    Attributes:
        sheet: Name of the sheet.
        first: The first row of the list above them.
        after: The row behind which they come.
        count: How many they are.
    """

    sheet: str
    first: int
    after: int
    count: int

    def moved(self, row: int) -> int:
        """Where a row stands afterwards."""
        return row + self.count if row > self.after else row

    def moved_end(self, first: int, last: int) -> int:
        """Where the last row of an area stands: an area that ends in the list grows with it."""
        grows = first <= self.after == last
        return last + self.count if grows else self.moved(last)

    def moved_area(self, text: str) -> str:
        """An area such as `B7:D9`, or several parted by blanks."""
        return " ".join(self._area(one) for one in text.split())

    def _area(self, text: str) -> str:
        found = _AREA.fullmatch(text)
        return self._shifted(found, own_row=None) if found else self._rows(text)

    def _rows(self, text: str) -> str:
        found = _ROWS.fullmatch(text)
        if found is None:
            return text
        first, last = int(found[2]), int(found[4])
        return f"{found[1]}{self.moved(first)}:{found[3]}{self.moved_end(first, last)}"

    def _shifted(self, found: re.Match[str], own_row: int | None) -> str:
        first = int(found[2])
        if found[4] is None:
            return f"{found[1]}{self.moved(first)}"
        last = int(found[4])
        end = self.moved(last) if first == last == own_row else self.moved_end(first, last)
        return f"{found[1]}{self.moved(first)}:{found[3]}{end}"

    def moved_formula(self, formula: str, sheet: str, row: int | None = None) -> str:
        """A formula after the insertion.

        Args:
            formula: Without its sign of equality.
            sheet: Name of the sheet on which it stands; empty for a name of the workbook.
            row: The row in which it stands, for sums across that row.
        """
        from openpyxl.formula import Tokenizer  # noqa: PLC0415 (heavy, wanted only here)

        tokens = Tokenizer(f"={formula}").items
        return "".join(
            self._token(one.value, sheet, row)
            if one.type == "OPERAND" and one.subtype == "RANGE"
            else one.value
            for one in tokens
        )

    def _token(self, token: str, sheet: str, row: int | None) -> str:
        prefix, mark, reference = token.rpartition("!")
        named = prefix[1:-1].replace("''", "'") if prefix.startswith("'") else prefix
        if (named if mark else sheet).casefold() != self.sheet.casefold():
            return token
        found = _AREA.fullmatch(reference)
        if found is None:
            return f"{prefix}{mark}{self._rows(reference)}"
        own_row = row if not mark or named.casefold() == sheet.casefold() else None
        return f"{prefix}{mark}{self._shifted(found, own_row)}"


def translated(formula: str, origin: str, target: str) -> str:
    """A formula as it reads when its cell is copied elsewhere."""
    from openpyxl.formula.translate import Translator  # noqa: PLC0415 (heavy, wanted only here)

    moved: str = Translator(f"={formula}", origin=origin).translate_formula(target)
    return moved[1:]
