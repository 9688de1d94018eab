"""Annexes: every indicator compared, the roster with its check, the years of a term."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.figures.values import Gift, Identity, IdentityTerm, Share
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.reports.annexes import (
    Compared,
    identity_text,
    indicators_annex,
    roster_annex,
    years_table,
)
from tests.domain.reports.made_figures import figures

WHOLE = {indicator.code: 1 for indicator in INDICATORS}


def annex(now=None, before=None, typed=None):
    compared = Compared(
        figures=figures(**(now or {})),
        before=None if before is None else figures(**before),
        before_label="cùng kỳ năm trước",
        typed=typed or {},
    )
    return indicators_annex(compared)


def row(found, label):
    rows = (line for line in found.tables[0].rows if not isinstance(line, Band))
    return next(line[2:] for line in rows if line[1] == label)


def test_every_indicator_has_a_row():
    rows = [line for line in annex().tables[0].rows if not isinstance(line, Band)]
    assert len(rows) == len(INDICATORS)
    assert all(len(line) == len(annex().tables[0].columns) for line in rows)


def test_a_figure_stands_beside_the_one_before_with_the_change():
    found = annex({"members_admitted": 5}, {"members_admitted": 8})
    assert row(found, "Kết nạp mới") == ("hội viên", 5, 8, -3, None, None, None)


def test_what_is_missing_is_never_a_zero():
    found = annex({}, {"visits_total": 3})
    assert row(found, "Thăm hỏi - tặng quà") == ("lượt", "…", 3, None, None, None, None)
    assert row(annex({}, {}), "Thăm hỏi - tặng quà")[1:3] == ("…", "…")
    assert row(annex({"visits_total": 0}), "Thăm hỏi - tặng quà")[1:3] == (0, None)


def test_targets_and_estimates_are_what_was_typed():
    typed = {"target.members_admitted": "8", "estimate.members_admitted": "1.000"}
    found = annex({"members_admitted": 5}, typed=typed)
    assert row(found, "Kết nạp mới")[4:] == (8, Decimal("62.50"), 1000)


def test_a_target_that_is_no_number_is_left_blank():
    found = annex({"members_admitted": 5}, typed={"target.members_admitted": "nhiều"})
    assert row(found, "Kết nạp mới")[4:] == (None, None, None)


def test_figures_by_name_have_rows_of_their_own():
    now = {"awards_by_form": {"Giấy khen": 11}, "reunion_gifts": {"Vị Xuyên": Gift(15, 20)}}
    found = annex(now, {"awards_by_form": {"Giấy khen": 10, "Cờ thi đua": 1}})
    assert row(found, "Khen thưởng") == ("lượt", None, None, None, None, None, None)
    assert row(found, "– Giấy khen") == ("", 11, 10, 1, None, None, None)
    assert row(found, "– Cờ thi đua") == ("", None, 1, None, None, None, None)
    assert row(found, "– Vị Xuyên")[1] == "15 người, 20 đồng"


def test_the_share_of_a_year_stands_in_its_row():
    found = annex({"exemplary_members": {"2026": Share(1849, 1862)}})
    assert row(found, "CCB gương mẫu")[1] == "1.849/1.862 (99,30 %)"


def test_the_missing_books_and_annexes_are_named():
    legend = " ".join(annex({"visits_total": 5}).legend)
    assert "sổ quỹ" in legend
    assert "Chưa lập các phụ lục: các quỹ theo chi hội" in legend
    assert annex(WHOLE).legend == ()


def test_an_annex_is_missing_only_without_all_of_its_books():
    awards = {code: value for code, value in WHOLE.items() if code != "awards_by_form"}
    without = {"exemplary_members", "units_excellent", "units_good_or_better"}
    gradings = {code: value for code, value in WHOLE.items() if code not in without}
    for known in (awards, gradings):
        assert "thi đua theo đơn vị" not in " ".join(annex(known).legend)
    neither = {code: value for code, value in awards.items() if code not in without}
    assert "Chưa lập các phụ lục: thi đua theo đơn vị" in " ".join(annex(neither).legend)


def test_a_time_before_the_book_of_events_is_named():
    (said,) = annex(WHOLE, {"members_closing": 120}).legend
    assert said.startswith("Cùng kỳ năm trước chưa ghi biến động")
    assert annex(WHOLE, WHOLE).legend == ()


def test_years_stand_in_their_order_whichever_of_them_is_of_the_period_before():
    now = {"cultural_families": {"2024": Share(9, 10), "2025": Share(8, 10)}}
    found = annex(now, {"cultural_families": {"2023": Share(7, 10)}})
    labels = [line[1] for line in found.tables[0].rows if not isinstance(line, Band)]
    place = labels.index("Gia đình văn hóa")
    assert labels[place + 1 : place + 4] == ["– 2023", "– 2024", "– 2025"]


TERMS = (
    IdentityTerm("members_admitted", "Kết nạp", 1, 5),
    IdentityTerm("members_resigned", "Xin ra khỏi Hội", -1, 2),
    IdentityTerm("members_expelled", "Khai trừ", -1, 0),
)


def test_the_check_of_rule_14_is_said_with_its_terms():
    assert identity_text(Identity(1126, TERMS, 1129)) == (
        "Kiểm tra: 1.126 (đầu kỳ) + 5 (kết nạp) − 2 (xin ra khỏi Hội) = 1.129 (cuối kỳ), khớp."
    )
    assert identity_text(Identity(126, TERMS, 130)).endswith(
        "= 130 (cuối kỳ), còn lệch 1, cần xem lại biến động."
    )


def test_annex_2_shows_the_units_and_the_check():
    unit = UnitChanges(
        unit_id=1,
        unit_name="Chi hội 1",
        opening=126,
        events={EventKind.ADMITTED: 5, EventKind.RESIGNED: 2},
        moved_in=0,
        moved_out=0,
        closing=129,
    )
    found = roster_annex([unit], Identity(126, TERMS, 129))
    assert found.tables[0].rows[0][1:3] == ("Chi hội 1", 126)
    assert found.notes == (identity_text(Identity(126, TERMS, 129)),)


def test_the_years_of_a_term_stand_side_by_side():
    def year(number, **values):
        return figures(date(number, 1, 1), date(number, 12, 31), **values)

    table = years_table(
        {
            2024: year(2024, members_closing=122, awards_by_form={"Giấy khen": 2}),
            2025: year(
                2025,
                members_closing=126,
                members_expelled=0,
                exemplary_members={"2025": Share(110, 116)},
            ),
        }
    )
    assert [column.label for column in table.columns[2:]] == ["Năm 2024", "Năm 2025"]
    assert table.rows == [
        ("Hội viên cuối kỳ", "hội viên", 122, 126),
        ("CCB gương mẫu", "hội viên", "…", "110/116\n(94,83 %)"),
        ("Khen thưởng", "lượt", None, "…"),
        ("– Giấy khen", "", 2, None),
    ]
