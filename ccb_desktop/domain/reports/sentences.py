"""Sentences with figures: what is all zero or missing is left out, what is left reads well.

A sentence is a text with fields and groups:

* `{members_admitted}` the figure in official spelling (`05`, `1.862`, `102.350.000`);
* `{members_party%members_closing}` the one as per cent of the other (`61,90 %`);
* `{members_closing-members_opening}` the change in words (`tăng 02 hội viên`);
* `{members_admitted^}` the same period before in brackets, where it is known;
* `{@cut_off}`, `{@period}` words of the report itself;
* `[a|b|c]` a list of which only the items with a figure other than zero are said.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.figures.figure_text import share_text
from ccb_desktop.domain.figures.registry import INDICATOR, Shape, ValueKind
from ccb_desktop.domain.figures.values import Entry, Figures, Gift, Share, Value
from ccb_desktop.domain.papers import NO_FIGURE
from ccb_desktop.domain.printing import number, official_count, percent

_PIECE = re.compile(r"\[(?P<group>[^\]]*)\]|\{(?P<field>[^}]*)\}|(?P<text>[^\[{]+)")
_FIELD = re.compile(r"\{([^}]*)\}")
_CODES = re.compile(r"[%^-]")


@dataclass(frozen=True, slots=True)
class Line:
    """One generated sentence and the indicators whose figures it says."""

    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What sentences are told from.

    Attributes:
        figures: Those of the period.
        before: Those of the same period before; `None` where it cannot be compared.
        before_label: What it is called, `cùng kỳ năm trước`; empty: it is not told.
        words: The report's own words by name, without their `@`.
    """

    figures: Figures
    before: Figures | None = None
    before_label: str = ""
    words: Mapping[str, str]

    def tell(self, template: str) -> Line | None:
        """The sentence, or `None` when every figure in it is zero or missing."""
        codes = codes_in(template)
        if not any(self._says_something(code) for code in codes):
            return None
        parts = []
        for piece in _PIECE.finditer(template):
            if piece["group"] is not None:
                parts.append(self._list(piece["group"].split("|")))
            else:
                parts.append(self._filled(piece[0]))
        text = "".join(parts)
        return Line(text[:1].upper() + text[1:], tuple(dict.fromkeys(codes)))

    def _says_something(self, code: str) -> bool:
        figure = self.figures.by_code.get(code)
        return figure is not None and bool(figure.value)

    def _list(self, items: Sequence[str]) -> str:
        told = [self._filled(item) for item in items if not self._is_zero(item)]
        return joined(told)

    def _is_zero(self, item: str) -> bool:
        """Whether an item has nothing to say; a missing figure is said, as missing.

        A percentage that cannot be worked out is not said at all.
        """
        if any("%" in field and self._field(field) == NO_FIGURE for field in _FIELD.findall(item)):
            return True
        values = [self.figures.by_code[code].value for code in codes_in(item)]
        return all(value is not None and not value for value in values)

    def _filled(self, text: str) -> str:
        return _FIELD.sub(lambda found: self._field(found[1]), text)

    def _field(self, field: str) -> str:
        if field.startswith("@"):
            return self.words[field[1:]]
        if field.endswith("^"):
            return self._before(field[:-1])
        if "%" in field:
            part, whole = map(self.figures.number, field.split("%"))
            return NO_FIGURE if part is None or not whole else percent(part, whole)
        if "-" in field:
            return self._change(*field.split("-"))
        return self._spelt(field)

    def _spelt(self, code: str) -> str:
        indicator, value = INDICATOR[code], self.figures.by_code[code].value
        if indicator.value_kind is ValueKind.YEAR:
            return self._by_year(self.figures.shares(code))
        if indicator.shape is Shape.NUMBER:
            return spelt_number(value, is_money=indicator.is_money)
        if not isinstance(value, Mapping) or not value:
            return NO_FIGURE
        entries = [_named(name, entry, indicator.is_money) for name, entry in value.items()]
        return joined(entries) if entries[0][0].isdigit() else "; ".join(entries)

    def _by_year(self, shares: Mapping[str, Share]) -> str:
        """A single year without its name, several each with theirs."""
        if not shares:
            return NO_FIGURE
        one_year = self.figures.from_on.year == self.figures.to_on.year
        if one_year:
            return "; ".join(share_text(found) for found in shares.values())
        return "; ".join(f"năm {year} đạt {share_text(found)}" for year, found in shares.items())

    def _change(self, later: str, earlier: str) -> str:
        now, then = self.figures.number(later), self.figures.number(earlier)
        if now is None or then is None:
            return NO_FIGURE
        if now == then:
            return "không thay đổi"
        verb = "tăng" if now > then else "giảm"
        return f"{verb} {official_count(abs(now - then))} {INDICATOR[later].unit}"

    def _before(self, code: str) -> str:
        value = self.before.number(code) if self.before and self.before_label else None
        if not value:
            return ""
        is_money = INDICATOR[code].is_money
        spelt = spelt_number(value, is_money=is_money)
        return f" ({self.before_label}: {spelt}{' đồng' if is_money else ''})"


def codes_in(template: str) -> list[str]:
    """The indicators of which a template speaks, in order; the same period before is none."""
    fields = (field for field in _FIELD.findall(template) if not field.startswith("@"))
    told = (field for field in fields if not field.endswith("^"))
    return [code for field in told for code in _CODES.split(field)]


def spelt_number(value: Value, *, is_money: bool) -> str:
    """A number in official text: counts below ten with a zero, money without."""
    if not isinstance(value, int):
        return NO_FIGURE
    return number(value) if is_money else official_count(value)


def joined(items: Sequence[str]) -> str:
    """`a`, `a và b`, `a, b và c`; with semicolons where an item has a comma of its own."""
    if any(", " in item for item in items):
        return "; ".join(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"


def _named(name: str, entry: Entry, is_money: bool) -> str:
    """One entry of a figure by name, as a clause: a count goes before its name."""
    if isinstance(entry, Share):
        return f"“{name}” {share_text(entry)}"
    if isinstance(entry, Gift):
        people = f"“{name}” {official_count(entry.count)} người"
        given = f", số tiền {number(entry.amount_dong)} đồng" if entry.amount_dong else ""
        return people + given
    if is_money:
        return f"“{name}” {number(entry)} đồng"
    return f"{official_count(entry)} {name[:1].lower()}{name[1:]}"
