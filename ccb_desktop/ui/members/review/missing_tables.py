"""The lists of the tab Còn thiếu: incomplete members, doubts, households and units."""

from collections.abc import Callable, Sequence

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.consent import CONSENT_SHORT, Consent
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.record_gaps.checks import CHECKS, RecordDoubt
from ccb_desktop.domain.record_gaps.open_ends import OPEN_END, OpenEnd
from ccb_desktop.domain.record_gaps.review import NO_UNIT, RecordGaps
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.members.columns import consent_column, printed

UNIT, FIELD_CHOICE, CHECK_CHOICE, END_CHOICE = "Chi hội", "Mục thiếu", "Điều đáng ngờ", "Loại"
CONSENT_CHOICE = FIELD["consent"]
Export = Callable[[SeenTable], object]
READING = EmptyText("Đang xem sổ…", "")


def gaps_table(
    acts: Sequence[Act[RecordGaps]], state: WindowState, on_export: Export
) -> RecordTable[RecordGaps]:
    """Members whose records lack something."""
    table: RecordTable[RecordGaps] = RecordTable(
        "record-gaps",
        _GAPS,
        id_of=lambda one: one.line.person_id,
        acts=acts,
        noun="hồ sơ còn thiếu",
        empty=READING,
        state=state,
        on_export=on_export,
    )
    table.add_choice(UNIT, [(None, "Tất cả")], lambda one: one.line.unit_name or NO_UNIT)
    table.add_choice(FIELD_CHOICE, [(None, "Tất cả")], lambda one: one.missing)
    return table


def doubts_table(
    acts: Sequence[Act[RecordDoubt]], state: WindowState, on_export: Export
) -> RecordTable[RecordDoubt]:
    """What cannot be true, one line for each doubt."""
    table: RecordTable[RecordDoubt] = RecordTable(
        "record-doubts",
        _DOUBTS,
        id_of=lambda one: (one.record.person_id, one.check),
        acts=acts,
        noun="điều đáng ngờ",
        empty=READING,
        state=state,
        on_export=on_export,
    )
    table.add_choice(UNIT, [(None, "Tất cả")], lambda one: one.record.unit_name or NO_UNIT)
    table.add_choice(CHECK_CHOICE, [(None, "Tất cả")], lambda one: one.check)
    return table


def open_ends_table(
    acts: Sequence[Act[OpenEnd]], state: WindowState, on_export: Export
) -> RecordTable[OpenEnd]:
    """Households, units and members with something open."""
    table: RecordTable[OpenEnd] = RecordTable(
        "open-ends",
        _ENDS,
        id_of=lambda one: (one.kind, one.unit_id, one.person_id),
        acts=acts,
        noun="việc còn bỏ ngỏ",
        empty=READING,
        state=state,
        on_export=on_export,
    )
    table.add_choice(END_CHOICE, [(None, "Tất cả"), *OPEN_END.items()], lambda one: one.kind)
    return table


def consent_table(
    acts: Sequence[Act[MemberLine]], state: WindowState, on_export: Export
) -> RecordTable[MemberLine]:
    """Members who have not agreed that their data is kept, or took it back."""
    table: RecordTable[MemberLine] = RecordTable(
        "without-consent",
        _WITHOUT_CONSENT,
        id_of=lambda line: line.person_id,
        acts=acts,
        noun="người chưa đồng ý",
        empty=READING,
        state=state,
        on_export=on_export,
    )
    table.add_choice(UNIT, [(None, "Tất cả")], lambda line: line.unit_name or NO_UNIT)
    states = [(None, "Tất cả"), *((s, CONSENT_SHORT[s]) for s in Consent if s is not Consent.GIVEN)]
    table.add_choice(CONSENT_CHOICE, states, lambda line: line.consent)
    return table


def offer_units_of(table: RecordTable[MemberLine], lines: Sequence[MemberLine]) -> None:
    """Offer the chi hội of some members in the filter."""
    units = dict.fromkeys(line.unit_name or NO_UNIT for line in lines)
    table.filters.set_choices(UNIT, [(None, "Tất cả"), *((name, name) for name in units)])


def offer_units(table: RecordTable[RecordGaps], names: Sequence[str]) -> None:
    """Offer these chi hội in the filter."""
    table.filters.set_choices(UNIT, [(None, "Tất cả"), *((name, name) for name in names)])


def offer_fields(table: RecordTable[RecordGaps], fields: Sequence[str]) -> None:
    """Offer these fields in the filter."""
    choices = [(name, FIELD[name]) for name in fields]
    table.filters.set_choices(FIELD_CHOICE, [(None, "Tất cả"), *choices])


def offer_doubts(table: RecordTable[RecordDoubt], doubts: Sequence[RecordDoubt]) -> None:
    """Offer the chi hội and the checks in which something was found."""
    units = dict.fromkeys(one.record.unit_name or NO_UNIT for one in doubts)
    found = {one.check for one in doubts}
    checks = [(name, kind.label) for name, kind in CHECKS.items() if name in found]
    table.filters.set_choices(UNIT, [(None, "Tất cả"), *((name, name) for name in units)])
    table.filters.set_choices(CHECK_CHOICE, [(None, "Tất cả"), *checks])


_GAPS: list[Column[RecordGaps]] = [
    Column(
        "full_name",
        FIELD["full_name"],
        lambda one: one.line.full_name,
        lambda one: one.line.sort_key,
        width=22,
        named=True,
    ),
    Column("born_on", FIELD["born_on"], lambda one: printed(one.line.born_on), width=10),
    Column("unit", FIELD["unit"], lambda one: one.line.unit_name, width=11),
    Column("missing", "Còn thiếu", lambda one: one.said, width=34),
    Column("phone", FIELD["phone"], lambda one: one.line.phone, width=12),
    Column("card_no", FIELD["card_no"], lambda one: one.line.card_no, width=10, named=True),
    Column(
        "count",
        "Số mục",
        lambda one: str(len(one.missing)),
        lambda one: len(one.missing),
        align="right",
        width=8,
        searched=False,
    ),
]
_WITHOUT_CONSENT: list[Column[MemberLine]] = [
    Column(
        "full_name",
        FIELD["full_name"],
        lambda line: line.full_name,
        lambda line: line.sort_key,
        width=24,
        named=True,
    ),
    Column("born_on", FIELD["born_on"], lambda line: printed(line.born_on), width=10),
    Column("unit", FIELD["unit"], lambda line: line.unit_name, width=14),
    consent_column(lambda line: line),
    Column(
        "withdrawn_on",
        FIELD["consent_withdrawn_on"],
        lambda line: printed(line.consent_withdrawn_on),
        lambda line: line.consent_withdrawn_on,
        width=14,
    ),
    Column("phone", FIELD["phone"], lambda line: line.phone, width=12),
]
_DOUBTS: list[Column[RecordDoubt]] = [
    Column(
        "full_name",
        FIELD["full_name"],
        lambda one: one.record.full_name,
        lambda one: one.record.sort_key,
        width=22,
        named=True,
    ),
    Column("unit", FIELD["unit"], lambda one: one.record.unit_name, width=11),
    Column("reason", "Điều đáng ngờ", lambda one: one.doubt.reason, width=34),
    Column("first", "Trong sổ ghi", lambda one: one.doubt.values[0], width=24),
    Column("second", "Và ghi", lambda one: "; ".join(one.doubt.values[1:]), width=26),
]
_ENDS: list[Column[OpenEnd]] = [
    Column("kind", "Việc còn bỏ ngỏ", lambda one: OPEN_END[one.kind], width=26),
    Column("name", "Hộ, đơn vị, hội viên", lambda one: one.name, width=24, named=True),
    Column("unit", "Thuộc", lambda one: one.unit_name, width=14),
    Column("said", FIELD["note"], lambda one: one.said, width=40),
]
