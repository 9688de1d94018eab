"""What a report tells of patrols, clean-ups and trips; measures are never added up."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.reports.activity_sentences import activity_sentences, quantities_of
from tests.domain.figures.works import YEAR, an_activity, an_award, work_books


def told(**work):
    return activity_sentences(work_books(**work), FigureQuery(**YEAR))


def test_nothing_is_told_of_what_there_is_not():
    assert told() == {}
    assert told(activities=(an_activity("UNIT_MEETING"),)) == {}
    early = an_activity("SECURITY", held_on=date(2024, 5, 1))
    assert told(activities=(early,)) == {}


def test_patrols_and_clean_ups_stand_in_one_section_with_their_quantities():
    found = told(
        activities=(
            an_activity("SECURITY", sessions=12, members_present=40),
            an_activity("COMMUNITY_WORK", quantity=Decimal(1200), measure="mét đường"),
            an_activity("COMMUNITY_WORK", quantity=Decimal("0.5"), measure="Mét đường"),
            an_activity("COMMUNITY_WORK", quantity=Decimal(30), measure="cờ", members_present=8),
            an_activity("CONFERENCE"),
        )
    )
    assert found == {
        "I.4": (
            "Tham gia 12 buổi tuần tra, giữ gìn an ninh trật tự, an toàn giao thông với 40 lượt "
            "hội viên.",
            "Tổ chức, tham gia 03 buổi tổng vệ sinh, treo cờ, giữ gìn mỹ quan khu dân cư với 08 "
            "lượt hội viên, kết quả: 1.200,5 mét đường và 30 cờ.",
        ),
        "I.7": ("Tổ chức 01 hội nghị, đại hội.",),
    }


def test_a_quantity_without_a_measure_is_not_told():
    ones = [an_activity("COMMUNITY_WORK", quantity=Decimal(3))]
    assert quantities_of(ones) == {}


def test_awards_to_the_branch_and_its_units_are_told_apart():
    awards = (
        an_award(recipient_kind=AwardRecipient.BRANCH),
        an_award(recipient_kind=AwardRecipient.UNIT, id=2),
        an_award(recipient_kind=AwardRecipient.UNIT, id=3),
        an_award(id=4),
    )
    assert told(awards=awards) == {
        "I.8": ("Về tập thể, Hội được khen 01 lượt và các đơn vị thuộc Hội được khen 02 lượt.",)
    }
    assert told(awards=awards[3:]) == {}
