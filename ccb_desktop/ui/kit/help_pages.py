"""The handbook: its pages as they lie in resources/help, and finding one.

Public: `HelpPage`, `handbook(folder)`, `find(pages, typed)`. A page is a markdown file named by
the page of the window it explains (`members.md`), or by a number and a name for its place in
the book (`02-members.md`); its first line is the title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ccb_desktop.domain.people_names import Query, fold, match_key, normalise


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the handbook."""

    id: str
    title: str
    text: str
    file: Path


def handbook(folder: Path) -> list[HelpPage]:
    """All pages, in the order of the book."""
    return [_read(file) for file in sorted(folder.glob("*.md"))]


def find(pages: Sequence[HelpPage], typed: str) -> list[HelpPage]:
    """The pages in which all that was typed occurs; those that have it in the title first.

    In the text whole words count, but for the last, which may still be being typed: the
    beginnings `ng v a` mean a person and occur on every page.
    """
    titles = [normalise(page.title) for page in pages]
    texts = [normalise(page.text) for page in pages]
    query = Query(typed)
    *whole, _last = fold(typed).split() or [""]
    keys = [match_key(text) for text in texts]
    first = query.select([match_key(title) for title in titles], titles)
    rest = query.select(keys, texts)
    spoken = [place for place in rest if all(f" {word} " in f"{keys[place]} " for word in whole)]
    return [pages[place] for place in dict.fromkeys([*first, *spoken])]


def _read(file: Path) -> HelpPage:
    text = file.read_text("utf-8")
    title = text.lstrip().partition("\n")[0].lstrip("# ").strip()
    return HelpPage(re.sub(r"^\d+-", "", file.stem), title, text, file)
