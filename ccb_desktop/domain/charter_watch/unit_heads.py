"""Each unit has somebody at its head."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, WatchBooks
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.people_names import fold

HEAD_TITLES = {
    UnitKind.CHI_HOI: "Chi hội trưởng",
    UnitKind.PHAN_HOI: "Phân hội trưởng",
    UnitKind.CLUB: "Chủ nhiệm CLB",
}
_NOUNS = {UnitKind.CHI_HOI: "chi hội", UnitKind.PHAN_HOI: "phân hội", UnitKind.CLUB: "câu lạc bộ"}


def _find(books: WatchBooks) -> Iterator[Finding]:
    places = {member.person_id: member.sub_unit_id for member in books.present}
    heads = _heads(books)
    for unit in books.units:
        title = HEAD_TITLES.get(unit.kind)
        if title is None or not unit.stands_on(books.on):
            continue
        posts = heads[fold(title)]
        if not any(leads_unit(post, unit, places.get(post.person_id or 0)) for post in posts):
            name = unit.name_on(books.on)
            yield Finding(
                rule=UNIT_HEAD.id,
                name=name,
                unit_id=unit.id,
                evidence=f"Sổ chưa ghi ai là {title} của {name}",
                advice=f"Bầu hoặc chỉ định người phụ trách {_NOUNS[unit.kind]}, "
                "ghi ở thẻ Chức danh trong hồ sơ",
            )


def _heads(books: WatchBooks) -> dict[str, list[Post]]:
    """Folded title of a head → who holds it."""
    found: dict[str, list[Post]] = {fold(title): [] for title in HEAD_TITLES.values()}
    for post in books.posts:
        if post.scope is PostScope.HOI and post.held_on(books.on):
            found.get(fold(post.title), []).append(post)
    return found


def leads_unit(post: Post, unit: Unit, sub_unit_id: int | None) -> bool:
    """Whether a post is that of this unit; lists name for a phân hội its chi hội only."""
    if post.unit_id == unit.id:
        return True
    if post.organisation and any(fold(n.name) in fold(post.organisation) for n in unit.names):
        return post.unit_id in (None, unit.parent_id)
    return post.unit_id == unit.parent_id is not None and sub_unit_id == unit.id


def _says(_charter: Charter) -> str:
    return "Mỗi chi hội, phân hội, câu lạc bộ có người đứng đầu."


UNIT_HEAD = Rule(
    id="unit-head",
    number=9,
    label="Chưa có người phụ trách",
    says=_says,
    find=_find,
    overdue="đơn vị chưa có người phụ trách",
    waiting="đơn vị chưa có người phụ trách",
    of_units=True,
)
