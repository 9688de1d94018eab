"""Rule 10: a board neither too large nor too small, its standing committee a third of it."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import BoardSize, Charter
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, WatchBooks
from ccb_desktop.domain.members.units import Post, PostScope, UnitKind
from ccb_desktop.domain.people_names import fold

_STANDING = frozenset(
    {
        *("chu tich", "pho chu tich", "pho chu tich thuong truc"),
        *("uy vien btv", "uy vien ban thuong vu"),
    }
)
_BOARD = _STANDING | {"uy vien bch", "uy vien ban chap hanh"}
_NAME = "Ban Chấp hành Hội"
_UNIT_KINDS = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)


def _find(books: WatchBooks) -> Iterator[Finding]:
    members = books.size
    if not members:
        return
    board, standing = _people(books, _BOARD), _people(books, _STANDING)
    size = books.charter.board_size(members)
    allowed = f"Hội có {members} hội viên: {_said(size)}"
    if not board:
        yield _finding(
            "Sổ chưa ghi ai trong Ban Chấp hành",
            "Ghi Chủ tịch, Phó Chủ tịch và các ủy viên ở thẻ Chức danh trong hồ sơ",
        )
    elif not size.least <= len(board) <= size.most:
        few = len(board) < size.least
        yield _finding(
            f"{allowed}; sổ ghi {len(board)} người đang giữ chức",
            "Bầu bổ sung, hoặc ghi cho đủ chức danh"
            if few
            else "Ghi ngày thôi giữ chức của người đã thôi, hoặc báo cáo Hội cấp trên",
        )
    part = books.charter.standing_part
    if members >= books.charter.standing_from and board and len(standing) * part > len(board):
        yield Finding(
            rule=BOARD.id,
            name="Ban Thường vụ Hội",
            evidence=f"Ban Thường vụ {len(standing)} người, nhiều hơn một phần ba của Ban Chấp "
            f"hành {len(board)} người",
            advice="Xem lại số ủy viên Ban Thường vụ khi kiện toàn",
        )


def _finding(evidence: str, advice: str) -> Finding:
    return Finding(rule=BOARD.id, name=_NAME, evidence=evidence, advice=advice)


def _people(books: WatchBooks, titles: frozenset[str]) -> set[int | None]:
    own = {
        fold(name.name) for unit in books.units if unit.kind in _UNIT_KINDS for name in unit.names
    }
    return {
        post.person_id
        for post in books.posts
        if post.held_on(books.on) and fold(post.title) in titles and _is_of_branch(post, own)
    }


def _is_of_branch(post: Post, units: set[str]) -> bool:
    """Whether it is a post of the branch: lists put the holder's own chi hội beside it."""
    return post.scope is PostScope.HOI and fold(post.organisation) not in units


def _said(size: BoardSize) -> str:
    if size.least == size.most:
        return "một Chủ tịch và một Phó Chủ tịch"
    if size.least == 1:
        return f"Ban Chấp hành đến {size.most} người"
    return f"Ban Chấp hành từ {size.least} đến {size.most} người"


def _says(charter: Charter) -> str:
    parts, above = [], charter.boards[1:]
    for size, following in zip(charter.boards, above, strict=False):
        until = following.members_from
        group = f"dưới {until}" if not size.members_from else f"{size.members_from}–{until - 1}"
        parts.append(f"{group} hội viên: {_said(size).removeprefix('Ban Chấp hành ')}")
    last = charter.boards[-1]
    parts.append(
        f"trên {last.members_from - 1} hội viên: {last.least}–{last.most} người, Ban Thường vụ "
        "không quá một phần ba"
    )
    return f"Số người trong Ban Chấp hành: {'; '.join(parts)} (mục VI.4)."


BOARD = Rule(
    id="board",
    number=10,
    label="Ban Chấp hành",
    says=_says,
    find=_find,
    overdue="điều cần xem về Ban Chấp hành, Ban Thường vụ",
    waiting="điều cần xem về Ban Chấp hành, Ban Thường vụ",
    of_units=True,
)
