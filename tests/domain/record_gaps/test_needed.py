"""What is needed, and what a record lacks of it."""

from ccb_desktop.domain.exchange.kinds_people import MEMBERS
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.needed import CHOOSABLE, NEEDED, gaps_of, in_form_order
from tests.paper_values import a_line


def test_whatever_can_be_asked_for_has_a_label_a_column_and_a_place_in_the_workbook():
    columns = {field.name for field in MEMBERS.columns}
    for name in CHOOSABLE:
        assert name in FIELD
        assert name in MemberLine._fields
        assert name in columns
    assert in_form_order(NEEDED) == NEEDED


def test_only_what_is_needed_can_be_missing():
    line = a_line(card_no="1", address="")
    assert gaps_of(line, ("born_on", "card_no", "address")) == ("address",)
    assert gaps_of(line, ("born_on", "card_no")) == ()


def test_the_day_of_full_membership_is_asked_only_of_party_members():
    assert gaps_of(a_line(), ("party_official_on",)) == ()
    member = a_line(party_joined_on=PartialDate(1975))
    assert gaps_of(member, ("party_official_on",)) == ("party_official_on",)


def test_what_is_not_known_is_not_asked_for():
    assert in_form_order(("poverty", "unheard_of", "born_on")) == ("born_on", "poverty")
