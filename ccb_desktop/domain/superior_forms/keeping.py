"""Which ties hold on when a form is replaced by a newer version of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.shapes import Blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What becomes of the ties.

    Attributes:
        kept: Those whose blank is still there, with its place in the new version.
        fallen: Those whose blank is gone, or is another one now.
    """

    kept: tuple[FormBlank, ...]
    fallen: tuple[FormBlank, ...]


def kept_ties(ties: Sequence[FormBlank], blanks: Sequence[Blank]) -> Kept:
    """Lay the ties of the old version onto the blanks of the new one.

    A blank is the same where place and words are; one that has moved is known by its words
    where no other blank has them, in the old version or the new one.
    """
    there = {(blank.place, search_key(blank.label)): blank for blank in blanks}
    named = Counter(search_key(blank.label) for blank in blanks)
    old = Counter(search_key(tie.label) for tie in ties)
    by_name = {search_key(blank.label): blank for blank in blanks}
    kept, fallen, used = [], [], set[str]()
    for tie in ties:
        key = search_key(tie.label)
        found = there.get((tie.place, key))
        if found is None and key and named[key] == 1 and old[key] == 1:
            found = by_name[key]
        if found is None or found.place in used:
            fallen.append(tie)
        else:
            used.add(found.place)
            kept.append(replace(tie, id=None, place=found.place, label=found.label))
    return Kept(kept=tuple(kept), fallen=tuple(fallen))
