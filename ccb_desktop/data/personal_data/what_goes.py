"""Which columns of which tables an erasure empties; everything that figures count stays."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

Columns = Mapping[str, Any]


class Mark(Enum):
    """A value that is made for each person."""

    NAME = "NAME"
    """What he is called from now on."""
    KEY = "KEY"
    """The same, folded for searching."""
    WITHOUT_NAME = "WITHOUT_NAME"
    """What stood there, with his name taken out."""


class Wiped(NamedTuple):
    """What happens to the records of one table.

    Attributes:
        owner: Column that names the person, or the record that belongs to him.
        columns: Column → what stands there afterwards.
        of: The table the owner lies in.
        is_deleted: The records themselves go.
    """

    owner: str
    columns: Columns
    of: str = "persons"
    is_deleted: bool = False


_NOTE: Columns = {"note": ""}
_RECIPIENT: Columns = {"recipient": Mark.NAME, "recipient_key": Mark.KEY, "note": ""}

PERSON: Columns = {
    "full_name": Mark.NAME,
    **dict.fromkeys(
        (
            *("other_name", "phone", "home_town", "address", "street_group", "old_address"),
            *("religion", "education", "qualification", "political_theory", "occupation"),
            *("health_note", "consent_note", "consent_paper", "consent_withdrawn_reason"),
            *("lunar_death_day", "burial_place", "note", "rank"),
            *("military_post", "military_unit", "training", "theatres", "party_cell"),
            *("insurance_no", "commendations", "tags"),
        ),
        "",
    ),
    **dict.fromkeys(
        (
            *("citizen_id", "citizen_id_issued_on", "consent_on", "consent_withdrawn_on"),
            "enlisted_on",
            *("discharged_on", "party_official_on", "party_badge"),
        )
    ),
}
"""What goes of the person himself; of the day of birth the year stays (`data.erasing`)."""

TABLES: Mapping[str, Wiped] = {
    "policies": Wiped("person_id", _NOTE),
    "memberships": Wiped("person_id", {"card_no": None, "note": ""}),
    "membership_events": Wiped(
        "membership_id", {"elsewhere": "", "reason": "", "note": ""}, "memberships"
    ),
    "exemption_reports": Wiped("membership_id", _NOTE, "memberships"),
    "posts": Wiped("person_id", _NOTE),
    "own_values": Wiped("person_id", {"value": ""}, is_deleted=True),
    "attached_files": Wiped(
        "person_id", {"title": "", "file_name": "", "sha256": ""}, is_deleted=True
    ),
    "person_merges": Wiped("kept_id", {"absorbed_name": Mark.NAME}),
    "visits": Wiped("person_id", _RECIPIENT),
    "round_recipients": Wiped(
        "person_id", {"recipient": Mark.NAME, "address": "", "why": "", "note": ""}
    ),
    "housing_supports": Wiped("person_id", {"head_name": Mark.NAME, "note": ""}),
    "illnesses": Wiped("person_id", {"what": "", "hospital": "", "note": ""}),
    "relatives": Wiped(
        "person_id",
        {
            "full_name": "Thân nhân đã xóa tên",
            **{"born_on": None, "died_on": None, "lunar_death_day": ""},
            **{"phone": "", "address": "", "note": ""},
        },
    ),
    "death_cases": Wiped("person_id", {"committee": "", "held_where": "", "note": ""}),
    "assignments": Wiped(
        "person_id", {"responsible": Mark.WITHOUT_NAME, "note": "", "check_note": ""}
    ),
    "progress_steps": Wiped("assignment_id", _NOTE, "assignments"),
    "commitments": Wiped("person_id", {"content": "", "note": ""}),
    "attendances": Wiped("person_id", {}),
    "member_results": Wiped("person_id", _NOTE),
    "awards": Wiped("person_id", {"recipient": Mark.NAME, "content": "", "note": ""}),
    "disciplines": Wiped("person_id", {"reason": "", "note": ""}),
    "nominations": Wiped("person_id", {"reason": "", "note": ""}),
    "contributions": Wiped("person_id", {"donor": Mark.NAME, "note": ""}),
    "loans": Wiped(
        "person_id", {"borrower": Mark.NAME, "guarantor": "", "purpose": "", "note": ""}
    ),
    "repayments": Wiped("loan_id", _NOTE, "loans"),
    "dues_payments": Wiped("person_id", _NOTE),
    "dues_exemptions": Wiped("person_id", {"reason": ""}),
    "vouchers": Wiped("person_id", {}),
    "not_doubles": Wiped("first_id", {}),
}
"""Table → what happens to the records of a person there; vouchers keep their words."""
