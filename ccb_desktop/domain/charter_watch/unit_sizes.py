"""Rule 9: a chi hội too large without phân hội, a branch too small."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import Finding, Rule, WatchBooks
from ccb_desktop.domain.members.units import UnitKind


def _find_large(books: WatchBooks) -> Iterator[Finding]:
    members = books.members_by_unit
    standing = [unit for unit in books.units if unit.stands_on(books.on)]
    parted = {unit.parent_id for unit in standing if unit.kind is UnitKind.PHAN_HOI}
    over = books.charter.phan_hoi_over
    for unit in standing:
        large = unit.kind is UnitKind.CHI_HOI and members.get(unit.id, 0) > over
        if large and unit.id not in parted:
            yield Finding(
                rule=PHAN_HOI.id,
                name=unit.name_on(books.on),
                unit_id=unit.id,
                evidence=f"{members[unit.id]} hội viên, chưa có phân hội",
                advice="Bàn việc lập phân hội; lập ở trang Đơn vị",
            )


def _says_large(charter: Charter) -> str:
    return (
        f"Chi hội có khoảng {charter.phan_hoi_over} hội viên trở lên; chi hội trên "
        f"{charter.phan_hoi_over} hội viên có thể lập phân hội (Điều lệ, Điều 24)."
    )


PHAN_HOI = Rule(
    id="phan-hoi",
    number=9,
    label="Chi hội đông hội viên",
    says=_says_large,
    find=_find_large,
    overdue="chi hội đông chưa có phân hội",
    waiting="chi hội đông chưa có phân hội",
    of_units=True,
)


def _find_small(books: WatchBooks) -> Iterator[Finding]:
    members = books.size
    if 0 < members < books.charter.branch_least:
        yield Finding(
            rule=BRANCH_SIZE.id,
            name="Hội cơ sở",
            evidence=f"{members} hội viên, ít hơn {books.charter.branch_least}",
            advice="Phát triển hội viên, báo cáo Hội cấp trên",
        )


def _says_small(charter: Charter) -> str:
    return f"Hội cơ sở có ít nhất {charter.branch_least} hội viên (Điều lệ, Điều 24)."


BRANCH_SIZE = Rule(
    id="branch-size",
    number=9,
    label="Hội cơ sở ít hội viên",
    says=_says_small,
    find=_find_small,
    overdue="Hội cơ sở ít hội viên hơn Điều lệ quy định",
    waiting="Hội cơ sở ít hội viên hơn Điều lệ quy định",
    of_units=True,
)
