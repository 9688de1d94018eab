"""The figures that came in a package beside those of the books, one line each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ccb_desktop.domain.figures.registry import INDICATORS, Indicator
from ccb_desktop.domain.papers import NO_FIGURE
from ccb_desktop.domain.printing import number

_PERCENT = "percent"
_MOST_ENTRIES = 200
_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One indicator: what came, and what the books say of the same days.

    Attributes:
        differs: Whether both are known and say something else.
        lacks: Whether only one of the two is known.
    """

    indicator: Indicator
    theirs: str
    ours: str
    differs: bool
    lacks: bool

    @property
    def told(self) -> str:
        """What came of the comparison, in words."""
        if self.differs:
            return "Khác nhau"
        return "Chỉ một bên có" if self.lacks else "Khớp"


def compared(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> list[ComparedFigure]:
    """Every figure that came or that the books have, those that differ first.

    Args:
        theirs: Code → value, as a package gives it; nothing in it is trusted.
        ours: The same of the part of the books that is meant.
    """
    lines = [
        _line(one, _known(theirs.get(one.code)), _known(ours.get(one.code))) for one in INDICATORS
    ]
    told = [line for line in lines if (line.theirs, line.ours) != (NO_FIGURE, NO_FIGURE)]
    return sorted(told, key=lambda line: (not line.differs, not line.lacks))


def _line(indicator: Indicator, theirs: Any, ours: Any) -> ComparedFigure:
    both = theirs is not None and ours is not None
    return ComparedFigure(
        indicator=indicator,
        theirs=_text(theirs),
        ours=_text(ours),
        differs=both and _bare(theirs) != _bare(ours),
        lacks=not both,
    )


def _known(value: Any) -> Any:
    """A value as a figure can be; anything else is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if not isinstance(value, dict) or not 0 < len(value) <= _MOST_ENTRIES:
        return None
    entries = {str(name): _entry(entry) for name, entry in value.items()}
    return entries if all(entry is not None for entry in entries.values()) else None


def _entry(value: Any) -> Any:
    if isinstance(value, dict):
        parts = {str(name): part for name, part in value.items() if name != _PERCENT}
        numbers = all(isinstance(part, int | float) for part in parts.values())
        return parts if 0 < len(parts) <= 2 and numbers else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _bare(value: Any) -> Any:
    """What is compared: names without entry and entries of nothing say the same."""
    if isinstance(value, dict):
        bare = {name: _bare(entry) for name, entry in value.items()}
        return {name: entry for name, entry in bare.items() if entry}
    return value


def _text(value: Any) -> str:
    if value is None:
        return NO_FIGURE
    if isinstance(value, dict):
        told = "; ".join(f"{name}: {_entry_text(entry)}" for name, entry in value.items())
        return told if len(told) <= _MOST_LETTERS else f"{told[:_MOST_LETTERS]}…"
    return _entry_text(value)


def _entry_text(value: Any) -> str:
    if isinstance(value, dict):
        return "/".join(_entry_text(part) for part in value.values())
    return number(value) if isinstance(value, int) else f"{value:.2f}".replace(".", ",")
