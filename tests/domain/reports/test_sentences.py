"""Sentences with figures: left out, joined, spelled and compared as officers write them."""

import pytest

from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.figures.values import Gift, Share
from ccb_desktop.domain.reports.outline import OUTLINE
from ccb_desktop.domain.reports.sentences import codes_in, joined
from tests.domain.reports.made_figures import figures, told

VISITS = "Thăm hỏi {visits_total} lượt với số tiền {visits_total_amount} đồng."
LEFT = "Giảm: [chuyển đi {members_transferred_out}|từ trần {members_deceased}]."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"visits_total": 8, "visits_total_amount": 900_000}, "08 lượt với số tiền 900.000 đồng."),
        ({"visits_total": 1862, "visits_total_amount": 5}, "1.862 lượt với số tiền 5 đồng."),
        ({"visits_total": 12}, "12 lượt với số tiền … đồng."),
        ({"visits_total": 12, "visits_total_amount": 0}, "12 lượt với số tiền 0 đồng."),
    ],
)
def test_figures_are_spelled_as_in_official_text(values, sentence):
    assert told(VISITS, **values) == f"Thăm hỏi {sentence}"


@pytest.mark.parametrize("values", [{}, {"visits_total": 0}, {"visits_total_amount": 0}])
def test_a_sentence_that_would_say_nothing_is_left_out(values):
    assert told(VISITS, **values) is None


@pytest.mark.parametrize(
    ("out", "dead", "sentence"),
    [
        (2, 3, "Giảm: chuyển đi 02 và từ trần 03."),
        (0, 3, "Giảm: từ trần 03."),
        (2, 0, "Giảm: chuyển đi 02."),
        (2, None, "Giảm: chuyển đi 02 và từ trần …."),
    ],
)
def test_of_a_list_only_what_happened_is_said(out, dead, sentence):
    assert told(LEFT, members_transferred_out=out, members_deceased=dead) == sentence


def test_a_sentence_that_begins_with_a_list_begins_with_a_capital():
    assert told("[kết nạp {members_admitted}].", members_admitted=1) == "Kết nạp 01."


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a và b"),
        (["a", "b", "c"], "a, b và c"),
        (["a, b", "c"], "a, b; c"),
    ],
)
def test_lists_are_joined_as_one_speaks(items, text):
    assert joined(items) == text


@pytest.mark.parametrize(
    ("closing", "sentence"),
    [(128, "tăng 02 hội viên."), (121, "giảm 05 hội viên."), (126, "không thay đổi.")],
)
def test_a_change_is_said_in_words(closing, sentence):
    template = "Số hội viên {members_closing-members_opening}."
    values = {"members_opening": 126, "members_closing": closing}
    assert told(template, **values) == f"Số hội viên {sentence}"


def test_a_percentage_that_cannot_be_worked_out_is_not_said():
    template = "Thu {dues_collected} đồng[, đạt {dues_collected%dues_due}]."
    assert told(template, dues_collected=50, dues_due=80) == "Thu 50 đồng, đạt 62,50 %."
    assert told(template, dues_collected=50) == "Thu 50 đồng."
    assert told(template, dues_collected=50, dues_due=0) == "Thu 50 đồng."


def test_the_same_period_before_stands_in_brackets_where_it_is_known():
    template = "Kết nạp {members_admitted}{members_admitted^} người."
    before = figures(members_admitted=4)
    assert told(template, before, members_admitted=5) == (
        "Kết nạp 05 (cùng kỳ năm trước: 04) người."
    )
    assert told(template, before, "", members_admitted=5) == "Kết nạp 05 người."
    assert told(template, figures(), members_admitted=5) == "Kết nạp 05 người."
    assert told(template, None, members_admitted=5) == "Kết nạp 05 người."


def test_the_period_before_alone_keeps_no_sentence():
    before = figures(members_admitted=4)
    assert told("{members_admitted}{members_admitted^}", before, members_admitted=0) is None


def test_shares_keep_numerator_and_denominator():
    template = "Gương mẫu: {exemplary_members}."
    one = {"2026": Share(1849, 1862)}
    assert told(template, exemplary_members=one) == "Gương mẫu: 1.849/1.862 (99,30 %)."
    two = {"2025": Share(1, 2), "2026": Share(2, 2)}
    years = figures(exemplary_members=two)
    assert told(template, from_on=years.from_on.replace(year=2025), exemplary_members=two) == (
        "Gương mẫu: năm 2025 đạt 1/2 (50,00 %); năm 2026 đạt 2/2 (100,00 %)."
    )
    assert told(template, exemplary_members={}) is None


@pytest.mark.parametrize(
    ("template", "values", "sentence"),
    [
        (
            "{contributions_by_campaign}",
            {"contributions_by_campaign": {"Xóa nhà tạm, dột nát": 8_000_000, "Bão lũ": 5}},
            "“Xóa nhà tạm, dột nát” 8.000.000 đồng; “Bão lũ” 5 đồng",
        ),
        (
            "{campaign_target_rate}",
            {"campaign_target_rate": {"Bão lũ": Share(50, 80)}},
            "“Bão lũ” 50/80 (62,50 %)",
        ),
        (
            "{awards_by_form}",
            {"awards_by_form": {"Giấy khen": 10, "Bằng khen": 1}},
            "10 giấy khen và 01 bằng khen",
        ),
        (
            "{reunion_gifts}",
            {"reunion_gifts": {"Vị Xuyên": Gift(15, 1_800_000)}},
            "“Vị Xuyên” 15 người, số tiền 1.800.000 đồng",
        ),
    ],
)
def test_figures_by_name_are_said_name_by_name(template, values, sentence):
    assert told(template, **values) == sentence


@pytest.mark.parametrize(
    ("field", "empty"),
    [("awards_by_form", None), ("awards_by_form", {}), ("exemplary_members", {})],
)
def test_a_figure_by_name_that_is_missing_is_marked_where_others_speak(field, empty):
    template = f"Có {{visits_total}} lượt; khen thưởng: {{{field}}}."
    assert told(template, visits_total=12, **{field: empty}) == "Có 12 lượt; khen thưởng: …."


def test_a_change_from_what_is_not_known_is_marked():
    template = "Có {members_closing}, {members_closing-members_opening}."
    assert told(template, members_closing=12) == "Có 12, …."
    assert told(template, members_closing=12, members_opening=15) == "Có 12, giảm 03 hội viên."


def test_the_report_brings_its_own_words():
    sentence = told("Đến ngày {@cut_off} có {members_closing}.", members_closing=5)
    assert sentence == "Đến ngày 05 tháng 6 năm 2026 có 05."


TEMPLATES = [
    template
    for outline in OUTLINE
    for paragraph in (*outline.paragraphs, *outline.congress)
    for template in paragraph
]


def test_every_indicator_has_its_sentence():
    assert {code for template in TEMPLATES for code in codes_in(template)} == set(INDICATOR)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_sentence_of_the_report_reads_to_its_end(template):
    full = {}
    for code, indicator in INDICATOR.items():
        shapes = {
            "NUMBER": 7,
            "NUMBERS": {"Giấy khen": 3},
            "SHARES": {"2026": Share(1, 2)},
            "GIFTS": {"Gặp mặt": Gift(2, 3)},
        }
        full[code] = shapes[indicator.shape]
    sentence = told(template, before=figures(**full), **full)
    assert sentence.endswith(".")
    assert not set(sentence) & set("{}[]|@^…")
    assert "  " not in sentence
