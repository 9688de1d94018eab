"""What rows of tasks, activities and emulation name: units of any kind, quantities, counts."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.activities.activities import MOST_COUNT
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.exchange.unit_names import is_sub_unit, unit_key
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.money_cells import named_unit
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.tasks.recipients import all_of_kind

_MOST_QUANTITY = 10**12


def unit_told(context: Context, text: str) -> Unit | None:
    """The chi hội, phân hội or club a cell names; chi hội and clubs are made when they are new.

    Returns:
        `None` when the branch itself is meant, or nothing stands there.

    Raises:
        CannotTell: All units are meant, or a phân hội that the books do not have, or have more
            than once.
    """
    if all_of_kind(text) is not None:
        raise CannotTell(f"Dòng này chỉ ghi cho một đơn vị, không ghi được “{text}”.", "unit")
    if text and is_sub_unit(text) and context.books.unit_of_code(text) is None:
        return _sub_unit(context, text)
    return named_unit(context, text)


def _sub_unit(context: Context, text: str) -> Unit:
    """A phân hội by its whole name, else by its number where only one chi hội has such."""
    every = [one for one in context.books.units.by_id.values() if one.kind is UnitKind.PHAN_HOI]
    named = [one for one in every if fold(text) in {fold(name.name) for name in one.names}]
    found = named or [one for one in every if unit_key(one.name) == unit_key(text)]
    if len(found) == 1:
        return found[0]
    why = "Không tìm thấy" if not found else "Có nhiều phân hội cùng tên"
    raise CannotTell(f"{why} {text}. Ghi mã của phân hội như ở trang Đơn vị của tệp.", "unit")


def quantity_or(
    context: Context,
    row: TypedRow,
    field: str,
    known: Decimal | None,
    *,
    above_zero: bool = False,
) -> Decimal | None:
    """The number of a row; what is known already where its cell is blank or cannot be."""
    value = row.values.get(field)
    if value is None:
        return known
    found = Decimal(str(value))
    if found < 0 or (above_zero and not found):
        least = "lớn hơn 0" if above_zero else "từ 0 trở lên"
        context.tell(row, field, f"Số phải {least}; ô này bỏ trống.")
        return known
    if found > _MOST_QUANTITY:
        context.tell(row, field, "Số quá lớn, xem lại có thừa số không; ô này bỏ trống.")
        return known
    return found


def count_or(
    context: Context, row: TypedRow, field: str, known: int | None, least: int = 0
) -> int | None:
    """A whole number of a row; what is known already where its cell is blank or cannot be."""
    value = row.values.get(field)
    if value is None:
        return known
    if isinstance(value, int) and least <= value <= MOST_COUNT:
        return value
    context.tell(row, field, f"Phải là số nguyên từ {least} trở lên; ô này bỏ trống.")
    return known


def past_day_or(context: Context, row: TypedRow, field: str, known: date | None) -> date | None:
    """A day of a row; what is known already where its cell is blank or the day has not come."""
    value = row.values.get(field)
    if not isinstance(value, date):
        return known
    if value > context.today:
        context.tell(row, field, f"Ngày {value:%d/%m/%Y} chưa tới; ô này bỏ trống.")
        return known
    return value
