"""The public list of donors: who gave what, without addresses or numbers of papers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.donors import Donor
from ccb_desktop.domain.funds.labels import DONOR_KIND
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import (
    Band,
    Cell,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
)
from ccb_desktop.domain.printing import number

_MONEY = CellKind.MONEY
_CAMPAIGN = Column("Đợt vận động", 50)
_FIRST = (Column("STT", 12, CellKind.PLAIN), Column(MONEY_FIELD["donor"], 52))
_SUMS = (
    Column(FIELD["unit"], 26),
    Column("Qua sổ quỹ", 28, _MONEY, group="Tiền (đồng)"),
    Column("Không qua sổ", 28, _MONEY, group="Tiền (đồng)"),
    Column("Ghi là", 44, group="Hiện vật"),
    Column("Trị giá (đồng)", 28, _MONEY, group="Hiện vật"),
)


def donor_list(
    source: ListSource,
    donors: Iterable[Donor],
    campaigns: Mapping[int, Campaign],
    only: Campaign | None = None,
) -> ListPaper:
    """Donors by campaign and kind, with sums; what did not pass the cash book apart (rule 19).

    Args:
        source: What was asked for.
        donors: In their order.
        campaigns: By id, in the order in which they stand.
        only: The one campaign that the list is about; the list of all names it in each row.
    """
    order = {campaign_id: place for place, campaign_id in enumerate(campaigns)}
    found = fitting(
        sorted(donors, key=lambda one: order[one.campaign_id]),
        source.order.filter,
        lambda one: (one.name, one.unit_name, campaigns[one.campaign_id].name),
    )
    head = () if only is not None else (_CAMPAIGN,)
    named = [(one, () if only is not None else (campaigns[one.campaign_id].name,)) for one in found]
    table = PaperTable(
        columns=(*_FIRST, *head, *_SUMS),
        rows=list(_rows(named)),
        totals=_totals(found, len(head)),
        note=_note(found),
    )
    if only is None:
        return source.paper("DANH SÁCH ỦNG HỘ CÁC CUỘC VẬN ĐỘNG", source.period, table)
    return source.paper(f"DANH SÁCH ỦNG HỘ\n{only.name.upper()}", source.as_at, table)


Named = tuple[Donor, tuple[str, ...]]


def _rows(named: Sequence[Named]) -> Iterator[Row | Band]:
    place = 0
    for (kind, names), group in groupby(named, key=lambda one: (one[0].kind, one[1])):
        listed = list(group)
        label = " – ".join([*names, DONOR_KIND[kind]])
        yield Band(f"{label}: {said_sum([donor for donor, _names in listed])}")
        for donor, _names in listed:
            place += 1
            yield (place, donor.name, *names, *_sums(donor))


def _sums(donor: Donor) -> tuple[Cell, ...]:
    """Nothing is printed where nothing was given."""
    return (
        donor.unit_name,
        donor.money_in_book_dong or None,
        donor.money_off_book_dong or None,
        "; ".join(donor.goods),
        donor.goods_value_dong or None,
    )


def _totals(donors: Sequence[Donor], more: int) -> tuple[Row, ...]:
    if not donors:
        return ()
    return (
        (
            *("", "Tổng cộng", *("",) * more, ""),
            sum(one.money_in_book_dong for one in donors),
            sum(one.money_off_book_dong for one in donors),
            "",
            sum(one.goods_value_dong for one in donors),
        ),
    )


def _note(donors: Sequence[Donor]) -> str:
    if not donors:
        return "Chưa có ai ủng hộ."
    off_book = sum(one.money_off_book_dong for one in donors)
    apart = ""
    if off_book:
        apart = (
            f" Trong đó {number(off_book)} đồng không qua sổ quỹ của Hội, chỉ ghi để theo dõi, "
            "không cộng vào tồn quỹ."
        )
    return f"Tổng cộng: {said_sum(donors)}.{apart}"


def said_sum(donors: Sequence[Donor]) -> str:
    """`12 người, đơn vị; tiền 5.200.000 đồng; hiện vật trị giá 900.000 đồng`.

    Who gave to several campaigns is counted once (rule 13).
    """
    money = sum(one.money_dong for one in donors)
    goods = sum(one.goods_value_dong for one in donors)
    parts = [f"{number(len({one.key[1:] for one in donors}))} người, đơn vị"]
    parts += [f"tiền {number(money)} đồng"] if money else []
    parts += [f"hiện vật trị giá {number(goods)} đồng"] if goods else []
    return "; ".join(parts)
