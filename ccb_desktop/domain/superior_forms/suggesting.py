"""What a blank is likely to mean, from the words beside it: shown as a proposal only."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.member_papers.order import LIST_NAMES
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.superior_forms.tie_words import WORD_LABEL, figure_label
from ccb_desktop.domain.superior_forms.ties import Aspect, Tie, TieKind, Word

_ENOUGH = 0.5
_SAME = 2.0  # more than any likeness
_WORD = re.compile(r"[a-z0-9]+")
_BESIDE = frozenset({"so", "tong", "trong", "do", "la", "cua", "va", "co", "nguoi", "dong", "cac"})
_OTHER_NAMES = {
    Word.BRANCH: ("don vi", "don vi bao cao", "ten don vi", "hoi ccb", "co so hoi"),
    Word.PARENT: ("kinh gui", "hoi ccb tinh", "hoi ccb huyen"),
    Word.SIGNER_NAME: ("nguoi ky", "chu tich", "thu truong don vi"),
    Word.PERIOD: ("ky bao cao", "thoi ky", "ky"),
    Word.CUT_OFF_DAY: ("so lieu den ngay", "tinh den ngay", "tinh den het ngay"),
    Word.PLACE_AND_DATE: ("ngay thang nam",),
    Word.DOCUMENT_SYMBOL: ("so van ban", "so ky hieu", "so hieu van ban"),
    Word.DOCUMENT_NUMBER: ("so",),
}
_OTHER_FIGURES = {
    "members_closing": ("tong so hoi vien", "hoi vien", "so hoi vien hien co"),
    "members_female": ("hoi vien nu", "trong do nu"),
    "members_admitted": ("ket nap", "ket nap hoi vien", "phat trien hoi vien"),
    "members_deceased": ("hoi vien tu tran", "qua doi"),
    "members_party": ("hoi vien la dang vien", "trong do dang vien"),
    "chi_hoi_count": ("chi hoi", "tong so chi hoi"),
    "fund_base_total": ("so chan quy", "tong chan quy"),
}
_NOTE = re.compile(r"\bghi chu\b")
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
    other_names: tuple[str, ...] = ()


def _offers() -> Iterable[Offer]:
    for indicator in INDICATORS:
        named = figure_label(indicator)
        label, tie = f"{named} ({indicator.unit})", Tie(kind=TieKind.FIGURE, name=indicator.code)
        others = (search_key(named), *_OTHER_FIGURES.get(indicator.code, ()))
        yield Offer(tie, label, search_key(label), others)
    for word, label in WORD_LABEL.items():
        names = _OTHER_NAMES.get(word, ())
        yield Offer(Tie(kind=TieKind.WORD, name=word), label, search_key(label), names)
    for name, label in LIST_NAMES.items():
        yield Offer(Tie(kind=TieKind.COLUMN, name=name), f"Cột của {label}", search_key(label))


OFFERS: tuple[Offer, ...] = tuple(_offers())
"""Everything that is chosen from a list: figures, words, lists."""


def offers_for(typed: str) -> list[Offer]:
    """The offers that hold every word that was typed, marks or not."""
    wanted = search_key(typed).split()
    return [
        offer
        for offer in OFFERS
        if any(all(word in name for word in wanted) for name in (offer.key, *offer.other_names))
    ]


def suggested(label: str) -> list[Offer]:
    """The offers whose words a label has, the likeliest first; none where nothing is like it."""
    own, _, heading = label.partition(" – ")
    if _NOTE.search(search_key(label)):
        return []
    figures = [offer for offer in OFFERS if offer.tie.kind is TieKind.FIGURE]
    found = _likely(own, figures) if heading else []
    return [_with_aspect(offer, label) for offer in found or _likely(own, OFFERS)]


def _likely(words: str, offers: Sequence[Offer]) -> list[Offer]:
    """The three offers that are most like some words, if they are like them at all."""
    wanted, whole = _words(words), search_key(words)
    scored = [
        (
            max(
                _SAME if name == whole else _likeness(wanted, _words(name))
                for name in (offer.key, *offer.other_names)
            ),
            offer,
        )
        for offer in offers
    ]
    good = [one for one in scored if one[0] >= _ENOUGH]
    good.sort(key=lambda one: one[0], reverse=True)
    return [offer for _score, offer in good[:3]]


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
            return replace(offer, tie=tie)
    return offer
