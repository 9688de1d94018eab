"""The tab Thăm hỏi: visits to a person, his illnesses and his relatives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.care_checks import lunar_day_fault
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import LABELS, PAID_BY
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.operations.visits import care
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DateField, DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_ROWS = 3
_ILLNESS = ("from_on", "to_on", "what", "hospital", "note")
_RELATIVE = (
    *("full_name", "relation", "born_on", "died_on", "lunar_death_day", "is_martyr"),
    *("phone", "address", "note"),
)
_RELATIONS = ("Vợ", "Chồng", "Con trai", "Con gái", "Cha", "Mẹ", "Anh", "Chị", "Em", "Cháu")


class VisitsTab(LatePersonTab):
    """Read when it is first looked at; visits are corrected on the page Thăm hỏi."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.visits: RecordTable[VisitLine] = RecordTable(
            "person-visits",
            _VISITS,
            id_of=lambda line: line.visit.id,
            acts=[
                Act("Mở trong sổ thăm hỏi", self._open_visit, icon="open", main=True, reads=True)
            ],
            noun="lượt",
            empty=EmptyText("Chưa ghi lần thăm hỏi nào", "Ghi ở trang Thăm hỏi."),
            brief=_ROWS,
        )
        self.illnesses: RecordTable[Illness] = RecordTable(
            "person-illnesses",
            _ILLNESSES,
            id_of=lambda one: one.id,
            acts=[
                Act("Thêm ốm đau", lambda _none: self._edit_illness(None), "none", "add"),
                Act("Sửa", lambda some: self._edit_illness(some[0]), icon="edit", main=True),
                Act("Bỏ", self._remove_illness, icon="delete", shortcut="Delete"),
            ],
            noun="lần",
            empty=EmptyText("Chưa ghi lần ốm đau, điều trị nào", ""),
            brief=_ROWS,
        )
        self.relatives: RecordTable[Relative] = RecordTable(
            "person-relatives",
            _RELATIVES,
            id_of=lambda one: one.id,
            acts=[
                Act("Thêm thân nhân", lambda _none: self._edit_relative(None), "none", "add"),
                Act("Sửa", lambda some: self._edit_relative(some[0]), icon="edit", main=True),
                Act("Bỏ", self._remove_relative, icon="delete", shortcut="Delete"),
            ],
            noun="người",
            empty=EmptyText("Chưa ghi thân nhân nào", ""),
            brief=_ROWS,
        )
        for heading, table in (
            ("Các lần thăm hỏi, tặng quà", self.visits),
            ("Ốm đau, điều trị", self.illnesses),
            ("Thân nhân", self.relatives),
        ):
            self.body.addWidget(label(heading, "heading"))
            self.body.addWidget(table)

    def read(self) -> None:
        """Read the book, and show what it says."""
        found = care.load_person_care(self.store, self.person_id)
        self.visits.set_lines(found.visits)
        self.illnesses.set_lines(found.illnesses)
        self.relatives.set_lines(found.relatives)

    # Acts

    def _open_visit(self, chosen: Sequence[VisitLine]) -> None:
        self.leave_for(Place("visits", chosen[0].visit.id, {"tab": "visits"}))

    def _edit_illness(self, illness: Illness | None) -> None:
        form = Form()
        form.add(
            [
                DayField("from_on", FIELD["from_on"], required=True),
                DayField("to_on", FIELD["to_on"], hint="Để trống khi còn đau ốm, điều trị"),
                TextField("what", VISIT_FIELD["what"]),
                TextField("hospital", VISIT_FIELD["hospital"]),
                TextField("note", FIELD["note"], wide=True),
            ]
        )
        known = illness or Illness(person_id=self.person_id, from_on=date.today())
        form.set_values({name: getattr(known, name) for name in _ILLNESS})

        def keep(values: dict[str, Any], form_id: str) -> Change:
            return care.save_illness(self.store, replace(known, **values), form_id)

        title = "Sửa lần ốm đau" if illness else "Thêm lần ốm đau"
        self.open(FormDialog(self, title, form, keep, intro=self.file.person.full_name))

    def _edit_relative(self, relative: Relative | None) -> None:
        form = Form()
        form.add(
            [
                TextField("full_name", LABELS["relatives", "full_name"], required=True),
                SuggestField("relation", VISIT_FIELD["relation"], among(_RELATIONS), required=True),
                DateField("born_on", FIELD["born_on"]),
                DateField("died_on", FIELD["died_on"]),
                TextField(
                    "lunar_death_day",
                    FIELD["lunar_death_day"],
                    hint="Ngày/tháng âm lịch: 15/7",
                    check=lunar_day_fault,
                ),
                YesNoField("is_martyr", VISIT_FIELD["is_martyr"]),
                TextField("phone", FIELD["phone"]),
                TextField("address", FIELD["address"]),
                TextField("note", FIELD["note"], wide=True),
            ]
        )
        known = relative or Relative(person_id=self.person_id, full_name="", relation="")
        form.set_values({name: getattr(known, name) for name in _RELATIVE})

        def keep(values: dict[str, Any], form_id: str) -> Change:
            values = values | {"is_martyr": bool(values["is_martyr"])}
            return care.save_relative(self.store, replace(known, **values), form_id)

        title = "Sửa thân nhân" if relative else "Thêm thân nhân"
        self.open(FormDialog(self, title, form, keep, intro=self.file.person.full_name))

    def _remove_illness(self, chosen: Sequence[Illness]) -> None:
        self.do(lambda: care.remove_illness(self.store, chosen[0]))

    def _remove_relative(self, chosen: Sequence[Relative]) -> None:
        self.do(lambda: care.remove_relative(self.store, chosen[0]))


def _given(line: VisitLine) -> str:
    """What was given, in money and goods."""
    visit = line.visit
    parts = [f"{number(visit.amount_dong)} đồng"] if visit.amount_dong else []
    return "; ".join([*parts, *([visit.goods] if visit.goods else [])])


def _note(line: VisitLine) -> str:
    voided_on = line.visit.voided_on
    return f"ĐÃ HỦY {short_date(voided_on)}" if voided_on else line.visit.note


_VISITS: list[Column[VisitLine]] = [
    Column(
        "visited_on", "Ngày", lambda o: short_date(o.visit.visited_on), lambda o: o.visit.visited_on
    ),
    Column("occasion", VISIT_FIELD["occasion"], lambda one: one.occasion_name, width=14),
    Column("given", "Tiền, quà", _given, width=22),
    Column("paid_by", VISIT_FIELD["paid_by"], lambda one: PAID_BY[one.visit.paid_by], width=9),
    Column("payment", MONEY_FIELD["number"], lambda one: one.payment, width=13),
    Column("visitors", VISIT_FIELD["visitors"], lambda one: one.visit.visitors, width=16),
    Column("note", FIELD["note"], _note, width=16),
]
_ILLNESSES: list[Column[Illness]] = [
    Column("from_on", FIELD["from_on"], lambda o: short_date(o.from_on), lambda o: o.from_on),
    Column(
        "to_on",
        FIELD["to_on"],
        lambda one: short_date(one.to_on) if one.to_on else "còn đau ốm",
        lambda one: one.to_on,
    ),
    Column("what", VISIT_FIELD["what"], lambda one: one.what, width=22),
    Column("hospital", VISIT_FIELD["hospital"], lambda one: one.hospital, width=18),
    Column("note", FIELD["note"], lambda one: one.note, width=14),
]
_RELATIVES: list[Column[Relative]] = [
    Column("full_name", LABELS["relatives", "full_name"], lambda one: one.full_name, width=20),
    Column("relation", VISIT_FIELD["relation"], lambda one: one.relation, width=11),
    Column("born_on", FIELD["born_on"], lambda one: printed(one.born_on), width=11),
    Column("died_on", FIELD["died_on"], lambda one: printed(one.died_on), width=11),
    Column("lunar", FIELD["lunar_death_day"], lambda one: one.lunar_death_day, width=12),
    Column(
        "is_martyr", VISIT_FIELD["is_martyr"], lambda o: "Liệt sĩ" if o.is_martyr else "", width=9
    ),
    Column("phone", FIELD["phone"], lambda one: one.phone, width=12),
]
