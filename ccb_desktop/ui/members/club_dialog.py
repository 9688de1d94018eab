"""A person's membership of a club of ex-servicemen (CLB-CQN), new or corrected."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import Membership, MembershipKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.events import enter_club
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.person_fields import home_fields, identity_fields, person_from
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.words import RosterWords


def club_dialog(
    parent: QWidget,
    store: Store,
    words: RosterWords,
    person: Person,
    membership: Membership | None = None,
) -> FormDialog:
    """A window on a known person's membership of a club; `None` enters him into one."""
    form = Form()
    form.add(_club_fields(words))
    if membership is not None:
        form.set_values(
            {
                "unit": membership.unit_id,
                "joined_on": membership.joined_on,
                "ended_on": membership.ended_on,
                "club_note": membership.note,
            }
        )

    def keep(values: dict[str, Any], form_id: str) -> Change:
        known = membership or Membership(kind=MembershipKind.CLUB)
        return enter_club(store, person, _membership(values, known), form_id)

    title = "Vào câu lạc bộ" if membership is None else "Sửa việc tham gia câu lạc bộ"
    return FormDialog(parent, title, form, keep, intro=person.full_name)


def new_club_member_dialog(parent: QWidget, store: Store, words: RosterWords) -> FormDialog:
    """A window to enter somebody into the books as a member of a club."""
    form = Form()
    form.add(identity_fields())
    form.add(_club_fields(words), heading="Câu lạc bộ")
    form.add(home_fields(), heading="Nơi ở, quê quán")

    def keep(values: dict[str, Any], form_id: str) -> Change:
        membership = _membership(values, Membership(kind=MembershipKind.CLUB))
        return enter_club(store, person_from(values), membership, form_id)

    return FormDialog(
        parent,
        "Thêm thành viên câu lạc bộ",
        form,
        keep,
        intro="Thành viên CLB cựu quân nhân không phải là hội viên.",
        more=True,
    )


def _club_fields(words: RosterWords) -> list[Field]:
    club = UnitField(words, text=FIELD["club"], kind=UnitKind.CLUB, required=True, none="Chọn CLB")
    return [
        club,
        DateField("joined_on", FIELD["club_joined_on"]),
        DateField("ended_on", "Ngày thôi tham gia", hint="Để trống nếu đang tham gia"),
        TextField("club_note", FIELD["note"]),
    ]


def _membership(values: dict[str, Any], known: Membership) -> Membership:
    return replace(
        known,
        unit_id=values["unit"],
        joined_on=values["joined_on"],
        ended_on=values["ended_on"],
        note=values["club_note"],
    )
