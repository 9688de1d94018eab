"""What visits and houses put into the sheets of the data workbook when it is written filled."""

from collections.abc import Callable, Iterable, Mapping

from ccb_desktop.domain.workbook_money import MoneySource, Values

_VISIT = ("visited_on", "occasion", "recipient_kind", "paid_by", "goods", "theme", "note")
_HOUSE = ("kind", "started_on", "handed_over_on", "note")


def welfare_rows(kind: str, source: MoneySource) -> Iterable[Values] | None:
    """The rows of one sheet; `None` where it tells of something else than welfare."""
    fill = _FILL.get(kind)
    return None if fill is None else fill(source)


def _visits(source: MoneySource) -> Iterable[Values]:
    """Those that stand; a fund is named only where it paid."""
    for visit in source.books.money.visits.by_id.values():
        if visit.voided_on is None:
            booked = visit.voucher_id is not None
            yield {
                **{name: getattr(visit, name) for name in _VISIT},
                **_who(source, visit.person_id, visit.recipient, "full_name"),
                "unit": source.unit_texts.get(visit.unit_id),
                "amount_dong": visit.amount_dong or None,
                "goods_value_dong": visit.goods_value_dong or None,
                "fund": source.fund(visit.fund_id) if booked else None,
            }


def _houses(source: MoneySource) -> Iterable[Values]:
    """Those that stand; their payments are told of by *Thu chi*."""
    for _own, house in sorted(source.books.money.houses.by_id.items()):
        if house.voided_on is None:
            yield {
                **{name: getattr(house, name) for name in _HOUSE},
                **_who(source, house.person_id, house.head_name, "household_head"),
                "unit": source.unit_texts.get(house.unit_id),
                "branch_amount_dong": house.branch_dong or None,
                "other_amount_dong": house.sources_dong or None,
            }


def _who(source: MoneySource, person_id: int | None, name: str, called: str) -> Values:
    """What tells who is meant, by his name alone where he is not of the roster."""
    if person_id is None:
        return {called: name}
    told = source.identity(person_id)
    return {**told, called: told["full_name"]}


_FILL: Mapping[str, Callable[[MoneySource], Iterable[Values]]] = {
    "visits": _visits,
    "housing": _houses,
}
