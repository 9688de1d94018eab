"""What the list of those who are due shows of each."""

from datetime import date

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.due import DUE_KIND, DueKind, DueVisit
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

_ORDER = list(DueKind)


def _day(day: date | None) -> str:
    return short_date(day) if day is not None else ""


DUE_COLUMNS: list[Column[DueVisit]] = [
    Column("kind", "Nhóm", lambda o: DUE_KIND[o.kind], lambda o: _ORDER.index(o.kind), width=20),
    Column("name", FIELD["full_name"], lambda o: o.name, lambda o: sort_key(o.name), width=25),
    Column("on", "Ngày", lambda o: _day(o.on), lambda o: o.on, width=10),
    Column("why", "Lý do", lambda o: o.why, width=30),
    money_column("usual", "Mức thường lệ", lambda o: o.usual.amount_dong if o.usual else 0),
    Column("unit", FIELD["unit"], lambda o: o.unit_name, width=10),
    Column("visited_on", "Thăm gần nhất", lambda o: _day(o.visited_on), lambda o: o.visited_on),
    Column("street_group", FIELD["street_group"], lambda o: o.street_group, width=11),
    Column("address", FIELD["address"], lambda o: o.address, width=24),
    Column("phone", FIELD["phone"], lambda o: o.phone, width=12),
    Column(
        "goods",
        MONEY_FIELD["goods"],
        lambda o: o.usual.goods if o.usual else "",
        width=16,
        shown=False,
    ),
]
