"""What rows of money name, and whether what they say can be booked."""

import re
from collections.abc import Hashable, Sequence
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.ledger import check_open, lock_on
from ccb_desktop.domain.funds.vouchers import Voucher, check_voucher
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell, Identity, find_person
from ccb_desktop.domain.imports.money_books import Said
from ccb_desktop.domain.imports.outcome import Duplicate, Outcome
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import fold

_CLUB = re.compile(r"(?:clb|cau lac bo)\b.*")
_BRANCH = re.compile(r"(?:toan )?hoi(?: .*)?")


def named_unit(context: Context, text: str) -> Unit | None:
    """The chi hội or club a cell names, made when it does not exist yet.

    Returns:
        `None` when the branch itself is meant, or nothing stands there.
    """
    if not text or _BRANCH.fullmatch(fold(text)):
        return None
    units = context.books.units
    found = units.of_code(text)
    if found is None:
        kind = UnitKind.CLUB if _CLUB.fullmatch(fold(text)) else UnitKind.CHI_HOI
        found = units.named(text, kind) or units.named(text, UnitKind.BRANCH)
        found = found or context.unit(text, kind)
    return None if found.kind is UnitKind.BRANCH else found


def fund_of(context: Context, row: TypedRow) -> Fund | None:
    """The fund a row names; `None` when it names none.

    Raises:
        CannotTell: There is no such fund.
    """
    name = str(row.values.get("fund", ""))
    if not name:
        return None
    found = context.books.money.fund_named(name)
    if found is None:
        raise CannotTell(
            f"Không có quỹ nào tên “{name}”. Thêm quỹ ấy vào trang Quỹ của tệp, "
            "hoặc sửa tên quỹ cho đúng.",
            "fund",
        )
    return found


def check_day(context: Context, day: date, field: str) -> None:
    """See that something of money may be recorded on a day.

    Raises:
        CannotTell: The day has not come, or lies in a locked period.
    """
    check_not_ahead(context, day, field)
    lock = lock_on(context.books.money.stored.locks, day)
    if lock is not None:
        raise CannotTell(
            f"Sổ quỹ {lock.label} đã khóa nên không nhận dòng ngày {day:%d/%m/%Y}. "
            "Mở khóa kỳ ấy kèm lý do rồi nhập lại.",
            field,
        )


def check_not_ahead(context: Context, day: date, field: str) -> None:
    """See that a day has come.

    Raises:
        CannotTell: It has not.
    """
    if day > context.today:
        raise CannotTell(f"Ngày {day:%d/%m/%Y} chưa tới.", field)


def check_booking(
    context: Context, fund: Fund, voucher: Voucher, fields: tuple[str, str] = ("", "")
) -> None:
    """See that a voucher can be posted, as far as it alone tells.

    Args:
        context: The import.
        fund: The fund it belongs to.
        voucher: The voucher.
        fields: The columns of the day and of the amount, where they are called otherwise.

    Raises:
        CannotTell: It cannot be.
    """
    day, amount = fields
    called = {"issued_on": day or "issued_on", "amount_dong": amount or "amount_dong"}
    check_day(context, voucher.issued_on, called["issued_on"])
    try:
        check_voucher(voucher, context.today)
        check_open(fund, voucher.issued_on)
    except Invalid as fault:
        field, sentence = next(iter(fault.fields.items()))
        raise CannotTell(sentence, called.get(field, field)) from fault


def person_certain(context: Context, name: str, unit: Unit | None, day: date) -> Person | None:
    """The person of the roster who is certainly meant by a name, if there is one."""
    who = Identity(full_name=name, unit_id=unit.id if unit else None, on=day)
    try:
        found = find_person(context.books, who)
    except CannotTell:
        return None
    if found is None or unit is None:
        return found
    return found if unit.id in context.books.unit_ids_of(found, day) else None


def unit_id_of(context: Context, person: Person | None, day: date) -> int | None:
    """The chi hội in which a person of the Hội stood on a day, or stood last."""
    membership = context.books.hoi_membership(person) if person else None
    if membership is None:
        return None
    course = context.books.standings_of(membership)
    stood = [one for one in course if one.from_on <= day]
    return (stood or course)[-1 if stood else 0].unit_id if course else membership.unit_id


def is_repeat(context: Context, row: TypedRow, signatures: Sequence[Hashable], label: str) -> bool:
    """Whether a row of money says again what an earlier file, or the books, said.

    Then the row is noted; two rows of one file that are alike are two. What was not said yet
    is remembered as said by this file.

    Args:
        context: The import.
        row: The row.
        signatures: Of all the records that it makes.
        label: By what officers know the row.
    """
    origin = context.origin
    here = Said(origin.file, f"tệp {origin.name}, dòng {row.row_number}")
    before = [context.books.money.said.setdefault(one, here) for one in signatures]
    if any(said.file == origin.file for said in before):
        return False
    if before[0].file is None and origin.is_known:
        context.done(row, Outcome.UNCHANGED, label)
        return True
    context.result.duplicates.append(
        Duplicate(row.row_number, label, None, before[0].text, origin.takes_repeats)
    )
    if not origin.takes_repeats:
        context.done(row, Outcome.SKIPPED, label)
    return not origin.takes_repeats
