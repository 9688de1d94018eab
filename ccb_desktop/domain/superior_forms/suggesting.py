"""What a blank is likely to mean, from the words beside it: shown as a proposal only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.member_papers.order import LIST_NAMES
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.superior_forms.tie_words import WORD_LABEL
from ccb_desktop.domain.superior_forms.ties import Aspect, Tie, TieKind, Word

_ENOUGH = 0.5
_WORD = re.compile(r"[a-z0-9]+")
_BESIDE = frozenset({"so", "tong", "trong", "do", "la", "cua", "va", "co", "nguoi", "dong", "cac"})
_OTHER_NAMES = {
    Word.BRANCH: "don vi bao cao ten hoi co so hoi ccb",
    Word.SIGNER_NAME: "ho ten nguoi ky chu tich",
    Word.PERIOD: "ky bao cao thoi ky",
    Word.CUT_OFF_DAY: "so lieu tinh den ngay",
    Word.TERM: "nhiem ky",
}
_ASPECTS = (
    (Aspect.BEFORE, re.compile(r"\b(cung ky|nam truoc|ky truoc)\b")),
    (Aspect.OF_TARGET, re.compile(r"\b(dat|so voi) chi tieu\b|% chi tieu|chi tieu %")),
    (Aspect.CHANGE, re.compile(r"\b(tang giam|so sanh|tang, giam)\b")),
    (Aspect.TARGET, re.compile(r"\b(chi tieu giao|ke hoach)\b")),
    (Aspect.ESTIMATE, re.compile(r"\b(uoc thuc hien|uoc)\b")),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a blank can be tied to, as it stands in the list to choose from."""

    tie: Tie
    label: str
    key: str


def _offers() -> Iterable[Offer]:
    for indicator in INDICATORS:
        label = f"{indicator.label} ({indicator.unit})"
        yield Offer(Tie(kind=TieKind.FIGURE, name=indicator.code), label, search_key(label))
    for word, label in WORD_LABEL.items():
        key = f"{search_key(label)} {_OTHER_NAMES.get(word, '')}"
        yield Offer(Tie(kind=TieKind.WORD, name=word), label, key)
    for name, label in LIST_NAMES.items():
        yield Offer(Tie(kind=TieKind.COLUMN, name=name), f"Cột của {label}", search_key(label))


OFFERS: tuple[Offer, ...] = tuple(_offers())
"""Everything that is chosen from a list: figures, words, lists."""


def offers_for(typed: str) -> list[Offer]:
    """The offers that hold every word that was typed, marks or not."""
    wanted = search_key(typed).split()
    return [offer for offer in OFFERS if all(word in offer.key for word in wanted)]


def suggested(label: str) -> list[Offer]:
    """The offers whose words a label has, the likeliest first; none where nothing is like it."""
    words = _words(label)
    scored = [(_likeness(words, _words(offer.key)), offer) for offer in OFFERS]
    good = sorted(
        (one for one in scored if one[0] >= _ENOUGH), key=lambda one: one[0], reverse=True
    )
    return [_with_aspect(offer, label) for _score, offer in good[:3]]


def _likeness(label: frozenset[str], offer: frozenset[str]) -> float:
    """How much of both sets of words is common, from 0 to 1; what an offer says counts more."""
    common = len(label & offer)
    if not label or not offer or not common:
        return 0.0
    return common * 3 / (2 * len(offer) + len(label))


def _words(text: str) -> frozenset[str]:
    found = frozenset(_WORD.findall(search_key(text)))
    return (found - _BESIDE) or found


def _with_aspect(offer: Offer, label: str) -> Offer:
    """A column may say that it wants the year before, or the target."""
    key = search_key(label)
    if offer.tie.kind is not TieKind.FIGURE:
        return offer
    for aspect, pattern in _ASPECTS:
        if pattern.search(key):
            tie = Tie(kind=TieKind.FIGURE, name=offer.tie.name, aspect=aspect)
            return Offer(tie, offer.label, offer.key)
    return offer
