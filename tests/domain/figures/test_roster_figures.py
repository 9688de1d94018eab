"""The roster counted: rule 14 over random courses, every mark of a member, units and clubs."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.figures.books import ClubMember, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.figures.roster_figures import EVENT_FIGURES
from ccb_desktop.domain.members.people import AgeRule, Policy, Sex
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from tests.domain.figures.rosters import UNITS, a_member, an_event, books_of, day, days, rosters

FROM, TO = date(2025, 1, 1), date(2025, 12, 31)
CH1, CH2, PH1 = UNITS
some = settings(deadline=None, max_examples=100)
ranges = st.lists(days, min_size=2, max_size=2).map(sorted)


def count(*members, unit=None, with_records=False, from_on=FROM, to_on=TO, **more):
    query = FigureQuery(from_on=from_on, to_on=to_on, unit=unit, with_records=with_records)
    return count_figures(books_of(*members, **more), query)


def names(figures, code):
    return [record.label for record in figures.by_code[code].records]


# --- Rule 14 ----------------------------------------------------------------------------------


@some
@given(rosters, ranges)
def test_opening_and_what_happened_make_closing(members, bounds):
    found = count_figures(books_of(*members), FigureQuery(from_on=bounds[0], to_on=bounds[1]))
    assert found.identity.holds
    events = sum(sign * found[code] for code, sign in EVENT_FIGURES.values())
    put_on_roll = sum(term.count for term in found.identity.terms if term.code == "on_roll_entered")
    assert found["members_opening"] + events + put_on_roll == found["members_closing"]


@some
@given(rosters, ranges)
def test_the_same_holds_in_every_unit_and_the_units_make_the_branch(members, bounds):
    books = books_of(*members)
    whole = count_figures(books, FigureQuery(from_on=bounds[0], to_on=bounds[1]))
    parts = [
        count_figures(books, FigureQuery(from_on=bounds[0], to_on=bounds[1], unit=unit))
        for unit in (CH1, CH2)
    ]
    assert all(part.identity.holds for part in parts)
    query = FigureQuery(from_on=bounds[0], to_on=bounds[1], unit=CH1, beside=(CH2,))
    together = count_figures(books, query)
    assert together.identity.holds
    summed = ("members_opening", "members_closing", *(code for code, _ in EVENT_FIGURES.values()))
    for code in summed:
        assert sum(part[code] for part in parts) == together[code] == whole[code]


def test_who_belongs_to_two_of_the_units_asked_for_is_counted_once():
    books = books_of(a_member(1, unit_id=CH1.id, sub_unit_id=PH1.id), a_member(2, unit_id=CH1.id))
    query = FigureQuery(from_on=FROM, to_on=TO, unit=CH1, beside=(PH1, CH2), with_records=True)
    found = count_figures(books, query)
    assert found["members_closing"] == 2
    assert len(names(found, "members_closing")) == 2


@some
@given(rosters, ranges)
def test_every_number_has_as_many_records(members, bounds):
    query = FigureQuery(from_on=bounds[0], to_on=bounds[1], with_records=True)
    found = count_figures(books_of(*members), query)
    numbers = [f for f in found.by_code.values() if isinstance(f.value, int)]
    assert numbers
    assert all(len(figure.records) == figure.value for figure in numbers)


def test_somebody_put_on_the_roll_without_an_event_is_named_in_the_check():
    figures = count(a_member(1, on_roll_from="1/7/2025"), a_member(2))
    assert (figures["members_opening"], figures["members_closing"]) == (1, 2)
    extra = figures.identity.terms[-1]
    assert (extra.code, extra.sign, extra.count) == ("on_roll_entered", 1, 1)
    assert figures.identity.holds


def test_looking_back_beyond_the_first_event_on_record_there_are_no_movements_to_know():
    books = books_of(a_member(1), a_member(2, an_event("DECEASED", "1/7/2025")))

    def looked_back(from_on, to_on):
        return count_figures(books, FigureQuery(from_on=from_on, to_on=to_on, looks_back=True))

    unknown = looked_back(date(2024, 1, 1), date(2025, 6, 30))
    assert {unknown[code] for code, _sign in EVENT_FIGURES.values()} == {None}
    assert (unknown["members_closing"], unknown["members_exempt"]) == (2, None)
    assert unknown.identity is None
    known = looked_back(date(2024, 1, 1), date(2025, 7, 1))
    assert (known["members_deceased"], known["members_admitted"]) == (1, 0)
    reported = count_figures(books, FigureQuery(from_on=date(2024, 1, 1), to_on=date(2024, 6, 30)))
    assert reported["members_deceased"] == 0


def test_a_move_counts_in_both_units_and_not_in_the_branch():
    moved = a_member(1, an_event("MOVED_UNIT", "1/7/2025", unit_id=2, from_unit_id=1))
    left, joined, whole = (count(moved, unit=unit) for unit in (CH1, CH2, None))
    assert [(t.code, t.count) for t in left.identity.terms[8:]] == [("moved_out", 1)]
    assert [(t.code, t.count) for t in joined.identity.terms[8:]] == [("moved_in", 1)]
    assert whole.identity.terms[8:] == ()
    assert left.identity.holds
    assert joined.identity.holds


def test_who_comes_into_a_part_and_moves_the_same_day_is_counted_out_of_it():
    came = an_event("TRANSFERRED_IN", "1/7/2025", id=1, unit_id=2, sub_unit_id=3)
    moved = an_event("MOVED_UNIT", "1/7/2025", id=2, unit_id=1, from_unit_id=2)
    both = a_member(1, came, moved, on_roll_from=None)
    for unit in (CH1, CH2, PH1):
        assert count(both, unit=unit).identity.holds
    assert [t.code for t in count(both, unit=PH1).identity.terms[8:]] == ["moved_out"]


def test_who_moves_into_a_part_and_dies_the_same_day_is_dead_there():
    moved = an_event("MOVED_UNIT", "1/7/2025", id=1, unit_id=2, sub_unit_id=3, from_unit_id=2)
    dead = an_event("DECEASED", "1/7/2025", id=2, unit_id=2)
    both = a_member(1, moved, dead, unit_id=2)
    assert count(both, unit=PH1)["members_deceased"] == 1
    assert count(both, unit=PH1).identity.holds


def test_events_belong_to_the_unit_where_he_stood():
    moved = an_event("MOVED_UNIT", "1/3/2025", unit_id=2, from_unit_id=1)
    dead = an_event("DECEASED", "1/9/2025")
    assert count(a_member(1, moved, dead), unit=CH1)["members_deceased"] == 0
    assert count(a_member(1, moved, dead), unit=CH2)["members_deceased"] == 1


def test_events_on_the_first_and_last_day_belong_to_the_period():
    first = a_member(1, an_event("ADMITTED", "1/1/2025", unit_id=1), on_roll_from=None)
    last = a_member(2, an_event("DECEASED", "31/12/2025"))
    after = a_member(3, an_event("DECEASED", "1/1/2026"))
    figures = count(first, last, after)
    assert (figures["members_admitted"], figures["members_deceased"]) == (1, 1)
    assert (figures["members_opening"], figures["members_closing"]) == (2, 2)


def test_a_date_known_in_part_counts_by_its_first_day():
    figures = count(a_member(1, an_event("DECEASED", "2025")), from_on=date(2025, 2, 1))
    assert figures["members_deceased"] == 0
    assert figures["members_opening"] == 0


# --- Members on the closing day ---------------------------------------------------------------

MARKED = {
    "members_female": {"sex": Sex.FEMALE},
    "members_ethnic_minority": {"ethnicity": "Tày"},
    "members_party": {"party_joined_on": day("12/2025")},
    "members_anti_french": {"periods": frozenset({"ANTI_FRENCH"})},
    "members_anti_american": {"periods": frozenset({"ANTI_AMERICAN"})},
    "members_cambodia": {"periods": frozenset({"CAMBODIA"})},
    "members_age_under_60": {"born_on": day("31/12/1966")},
    "members_age_60_69": {"born_on": day("1965")},
    "members_age_70_79": {"born_on": day("5/1946")},
    "members_age_80_plus": {"born_on": day("1945")},
}


@pytest.mark.parametrize("code", MARKED)
def test_a_mark_counts_those_who_bear_it(code):
    figures = count(a_member(1, **MARKED[code]), a_member(2), with_records=True)
    others = [other for other in MARKED if other != code and figures[other]]
    assert figures[code] == 1
    assert names(figures, code) == ["Trần Văn Bình 1"]
    assert others == []


def test_ethnicity_counts_only_when_it_is_given():
    assert count(a_member(1, ethnicity=""))["members_ethnic_minority"] == 0


def test_the_party_counts_from_the_day_of_joining():
    joined = a_member(1, party_joined_on=day("1/1/2026"))
    assert count(joined)["members_party"] == 0


def test_both_borders_are_one_man():
    borders = frozenset({"SOUTHWEST_BORDER", "NORTHERN_BORDER"})
    assert count(a_member(1, periods=borders))["members_border_wars"] == 1


@pytest.mark.parametrize(
    ("rule", "young", "old"), [("YEAR_DIFFERENCE", 0, 1), ("COMPLETED_YEARS", 1, 0)]
)
def test_ages_follow_the_rule_of_the_branch(rule, young, old):
    member = a_member(1, born_on=day("31/12/1965"))
    figures = count(member, age_rule=AgeRule(rule), to_on=date(2025, 12, 30))
    assert (figures["members_age_under_60"], figures["members_age_60_69"]) == (young, old)


def test_by_the_traditional_rule_everyone_is_a_year_older():
    figures = count(a_member(1, born_on=day("1966")), age_rule=AgeRule("TUOI_MU"))
    assert figures["members_age_60_69"] == 1


def test_policies_count_while_they_hold():
    held = (
        Policy(kind="THUONG_BINH"),
        Policy(kind="BENH_BINH", to_on=day("2024")),
        Policy(kind="CHAT_DOC_DA_CAM", from_on=day("1/6/2025")),
    )
    figures = count(a_member(1), policies={10: held})
    assert figures["members_wounded"] == 1
    assert figures["members_sick_soldiers"] == 0
    assert figures["members_agent_orange"] == 1


def test_an_exempt_member_is_a_member_and_exempt_until_it_ends():
    exempted = an_event("EXEMPTED", "1/2/2025", until_on=day("30/6/2025"))
    during = count(a_member(1, exempted), to_on=date(2025, 6, 30))
    after = count(a_member(1, exempted), to_on=date(2025, 7, 1))
    assert (during["members_closing"], during["members_exempt"]) == (1, 1)
    assert (after["members_closing"], after["members_exempt"]) == (1, 0)


def test_outside_posts_are_counted_by_living_members_once():
    both = (
        Post(title="Bí thư chi bộ", scope=PostScope.PARTY),
        Post(title="Tổ trưởng", scope=PostScope.STREET_GROUP, to_on=day("31/12/2025")),
    )
    posts = {
        10: both,
        20: (Post(title="Chi hội trưởng"),),
        30: (Post(title="Trưởng ban", scope=PostScope.FRONT),),
    }
    dead = a_member(3, an_event("DECEASED", "1/2/2025"))
    figures = count(a_member(1), a_member(2), dead, posts=posts, with_records=True)
    assert names(figures, "members_with_external_posts") == ["Trần Văn Bình 1"]


# --- Units and clubs --------------------------------------------------------------------------


def test_units_count_while_they_stand():
    merged = Unit(
        id=4,
        code="CH6",
        kind=UnitKind.CHI_HOI,
        names=(UnitName("Chi hội 6"),),
        ended_on=day("30/6/2025"),
    )
    units = (*UNITS, merged)
    on_last_day = count(units=units, to_on=date(2025, 6, 30))
    assert (on_last_day["chi_hoi_count"], on_last_day["phan_hoi_count"]) == (3, 1)
    assert count(units=units)["chi_hoi_count"] == 2


def test_a_unit_has_its_own_units_and_members():
    of_part = a_member(1, unit_id=2, sub_unit_id=3)
    others = a_member(2, unit_id=2)
    figures = count(of_part, others, unit=CH2)
    assert (figures["chi_hoi_count"], figures["phan_hoi_count"]) == (1, 1)
    assert figures["members_closing"] == 2
    assert count(of_part, others, unit=PH1)["members_closing"] == 1
    assert count(of_part, others, unit=CH1)["members_closing"] == 0


def test_the_end_of_a_member_of_a_part_counts_for_the_part():
    dead = a_member(1, an_event("DECEASED", "1/2/2025"), unit_id=2, sub_unit_id=3)
    assert count(dead, unit=PH1)["members_deceased"] == 1


def test_clubs_are_apart_from_the_members():
    club = Unit(
        id=9,
        code="CLB1",
        kind=UnitKind.CLUB,
        names=(UnitName("CLB CQN 1"),),
        founded_on=day("22/12/2025"),
    )
    people = (
        ClubMember(1, "An", 9, day("22/12/2025"), None, None),
        ClubMember(2, "Bình", 9, day("2024"), None, day("30/12/2025")),
        ClubMember(3, "Cúc", 9, None, day("31/12/2025"), None),
    )
    figures = count(units=(club,), clubs=people, with_records=True)
    assert (figures["clubs_count"], figures["clubs_founded"]) == (1, 1)
    assert names(figures, "club_members") == ["An", "Cúc"]
    assert names(figures, "club_members_joined") == ["An"]
    assert figures["members_closing"] is None


# --- Books that are empty ---------------------------------------------------------------------


def test_empty_books_give_no_figure_at_all():
    figures = count(units=())
    assert [code for code, figure in figures.by_code.items() if figure.value is not None] == []
    assert figures.identity is None
    assert len(figures.missing()) == len(INDICATORS)


def test_a_kept_book_gives_numbers_and_the_others_stay_without():
    figures = count(a_member(1))
    assert figures["members_expelled"] == 0
    assert figures["members_with_external_posts"] is None
    assert figures["club_members"] is None
    assert figures["member_households_poor"] is None
    assert figures["visits_total"] is None


def test_only_the_figures_asked_for_are_given():
    query = FigureQuery(from_on=FROM, to_on=TO, codes=frozenset({"members_closing"}))
    assert list(count_figures(books_of(a_member(1)), query).by_code) == ["members_closing"]
