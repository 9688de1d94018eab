"""Forms that a person signs, or that recognise him in a post, and what their fields say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccb_desktop.domain.member_papers.decisions import BLANK, MemberForm
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.members.units import Post, PostScope
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.care import Relative

Relatives = Sequence[Relative]
Texts = Callable[[SheetSource, MemberFile, Relatives], Mapping[str, Any]]

APPLICATION = "application"
"""The form that may be printed for nobody, to be filled in by whoever comes."""

_HEADS = ("chi hoi truong", "chi hoi pho", "pho chi hoi truong")
_BLANK_ROWS = 5


@dataclass(frozen=True, slots=True)
class PersonalForm:
    """One form, and what its fields say of a person beside `decisions.form_texts`."""

    form: MemberForm
    texts: Texts


def _resume(_source: SheetSource, file: MemberFile, relatives: Relatives) -> Mapping[str, Any]:
    own = [post for post in file.posts if post.scope is PostScope.HOI]
    return {
        "hoi_post_phrase": "; ".join(dict.fromkeys(post.title for post in own)) or BLANK,
        "held_posts": _rows([_post(post) for post in file.posts], _POST_FIELDS, 2),
        "family": _rows([_relative(one) for one in relatives], _FAMILY_FIELDS, _BLANK_ROWS),
    }


_POST_FIELDS = ("title", "organisation", "from_on", "to_on")
_FAMILY_FIELDS = ("relation", "name", "born", "about")


def _rows(known: list[dict[str, str]], names: Sequence[str], least: int) -> list[dict[str, str]]:
    """What is known, and rows left to the pen up to the least that there must be."""
    empty = dict.fromkeys(names, "")
    return [*known, *(empty for _ in range(least - len(known)))]


def _post(post: Post) -> dict[str, str]:
    organisation = post.organisation or ("Hội CCB" if post.scope is PostScope.HOI else "")
    days = {"from_on": _day(post.from_on), "to_on": _day(post.to_on)}
    return {"title": post.title, "organisation": organisation, **days}


def _relative(one: Relative) -> dict[str, str]:
    dead = ("liệt sĩ" if one.is_martyr else "đã mất") if one.died_on or one.is_martyr else ""
    about = "; ".join(part for part in (dead, one.address, one.note) if part)
    born = str(one.born_on.year) if one.born_on else ""
    return {"relation": one.relation, "name": one.full_name, "born": born, "about": about}


def _day(day: PartialDate | None) -> str:
    return "" if day is None else str(day)


def _application(_source: SheetSource, file: MemberFile, _none: Relatives) -> Mapping[str, Any]:
    return {"full_name_or_room": file.person.full_name}


def _recognition(source: SheetSource, file: MemberFile, _none: Relatives) -> Mapping[str, Any]:
    """The latest post of a head of a chi hội; room for the pen where he holds none."""
    post = head_post(file.posts)
    title = post.title if post else f"Chi hội trưởng {BLANK}"
    term = source.branch.term
    return {
        "post": title,
        "post_lower": title[:1].lower() + title[1:],
        "post_unit": source.unit_names.get(post.unit_id, "") if post else f"Chi hội {BLANK}",
        "post_from": f"ngày {post.from_on}" if post and post.from_on else "ngày ký",
        "term_phrase": f", nhiệm kỳ {term.replace('-', ' - ')}" if term else "",
    }


def head_post(posts: Sequence[Post]) -> Post | None:
    """The latest post by which somebody leads a chi hội, or is the deputy."""
    led = [
        post
        for post in posts
        if post.scope is PostScope.HOI
        and post.unit_id is not None
        and any(title in search_key(post.title) for title in _HEADS)
    ]
    return max(
        led, key=lambda post: post.from_on.first_day if post.from_on else date.min, default=None
    )


PERSONAL_FORMS: Mapping[str, PersonalForm] = {
    "resume": PersonalForm(
        MemberForm(
            label="Sơ yếu lý lịch",
            short="sơ yếu lý lịch",
            template="so-yeu-ly-lich.docx",
            symbol="",
            kinds=(),
        ),
        _resume,
    ),
    APPLICATION: PersonalForm(
        MemberForm(
            label="Đơn xin vào Hội",
            short="đơn",
            template="don-xin-vao-hoi.docx",
            symbol="",
            kinds=(),
        ),
        _application,
    ),
    "consent": PersonalForm(
        MemberForm(
            label="Phiếu đồng ý cho giữ dữ liệu cá nhân",
            short="phiếu đồng ý",
            template="phieu-dong-y-du-lieu.docx",
            symbol="",
            kinds=(),
        ),
        _application,
    ),
    "unit-head-decision": PersonalForm(
        MemberForm(
            label="Quyết định công nhận chi hội trưởng",
            short="quyết định",
            template="quyet-dinh-chi-hoi-truong.docx",
            symbol="QĐ",
            kinds=(),
        ),
        _recognition,
    ),
}
"""Name on the command line → form."""
