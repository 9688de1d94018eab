"""The fields that a template may use: what each means, an example, and what is like it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.templates.shipped import WordTemplate, example_of
from ccb_desktop.domain.templates.words import FIELD_WORDS, WORDS_OF

PHOTO, ROW = "photo", "row"
_ALIKE = 0.6  # how much of a name must agree, of 1


@dataclass(frozen=True, slots=True)
class TemplateField:
    """One field.

    Attributes:
        name: As a template writes it: `full_name`; of a list's rows `events.kind`.
        meaning: In the officers' words.
        example: An invented value; of a list empty.
        is_list: It gives rows, for a template to repeat something.
        in_list: Of which list it is a part.
    """

    name: str
    meaning: str
    example: str
    is_list: bool = False
    in_list: str = ""

    @property
    def written(self) -> str:
        """What is to be typed into Word."""
        if self.is_list:
            return f"{{%tr for row in {self.name} %}}"
        if self.name == PHOTO:
            return f"{{{{r {PHOTO} }}}}"
        return (
            f"{{{{ {ROW + self.name.removeprefix(self.in_list) if self.in_list else self.name} }}}}"
        )


def fields_of(template: WordTemplate, branch: Branch, on: date) -> list[TemplateField]:
    """Every field of a template, lists before the fields of their rows."""
    words = {**FIELD_WORDS, **WORDS_OF.get(template.name, {})}
    return list(_fields(example_of(template, branch, on), words))


def _fields(values: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[TemplateField]:
    for name, value in values.items():
        if not is_list(value):
            yield TemplateField(name, words[name], _example(value))
            continue
        yield TemplateField(name, words[name], "", is_list=True)
        first = value[0] if value else {}
        if isinstance(first, str):
            yield TemplateField(name, words[name], first, in_list=name)
        else:
            for part, shown in first.items():
                own = f"{name}.{part}"
                yield TemplateField(own, words[own], _example(shown), in_list=name)


def is_list(value: object) -> bool:
    """Whether a value of a template gives rows."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def _example(value: object) -> str:
    return ("có" if value else "không") if isinstance(value, bool) else str(value)


def names_like(wrong: str, known: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """The fields that somebody may have meant, the likeliest first, at most three.

    Args:
        wrong: What he wrote: a slip of the pen, or Vietnamese such as `ho_ten`.
        known: The names that would be right there.
        words: Name → what it means.
    """
    asked = search_key(wrong.replace("_", " "))
    said = {search_key(words.get(name, name)): name for name in known}
    said |= {also: name for also, name in _ALSO.items() if name in said.values()}
    asked_words = set(asked.split())
    holding = [one for one in said if asked_words <= set(one.split())]
    names = {name.replace("_", " "): name for name in said.values()} | said
    alike = get_close_matches(asked, names, n=3, cutoff=_ALIKE)
    found = [*sorted(holding, key=len), *alike]
    return list(dict.fromkeys(names[one] for one in found))[:3]


_ALSO = {
    "dia chi": "address",
    "ho ten": "full_name",
    "nam sinh": "born_on",
    "so cccd": "citizen_id",
    "so dien thoai": "phone",
    "chuc vu": "hoi_post",
    "don vi": "unit",
}
# What people call fields, beside what the program calls them.
