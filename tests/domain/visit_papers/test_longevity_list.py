"""The list of those who are wished long life, with what is usually given to each."""

from datetime import date

from ccb_desktop.domain.papers import Band, row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visit_papers.longevity_list import longevity_list
from ccb_desktop.domain.visits.rounds import UsualAmount
from tests.paper_values import a_line, a_source


def born(number, year, month=None, day=None):
    return a_line(f"Trần Văn {'ABCDE'[number]}", number, born_on=PartialDate(year, month, day))


LINES = [born(0, 1956), born(1, 1955), born(2, 1926), born(3, 1925), born(4, 1936, 12, 31)]


def usual(dong, from_age=None, goods=""):
    return UsualAmount(
        occasion="LONGEVITY",
        from_age=from_age,
        amount_dong=dong,
        goods=goods,
        from_on=date(2026, 1, 1),
    )


def test_longevity_is_wished_at_the_ages_of_the_rule_the_oldest_first():
    paper = longevity_list(a_source("longevity"), LINES)
    (table,) = paper.tables
    assert [(row[1], row[3]) for row in row_texts(table)] == [
        *(("Trần Văn D", "101"), ("Trần Văn C", "100")),
        *(("Trần Văn E", "90"), ("Trần Văn A", "70")),
    ]
    bands = [row.label for row in table.rows if isinstance(row, Band)]
    assert bands[0] == "101 tuổi (1 người)"
    assert paper.subtitle == "Năm 2026"
    assert "Chưa ghi mức chi thường lệ" in table.note and table.totals == ()


def test_each_has_what_is_usual_at_his_age_and_the_sum_stands_below():
    amounts = (usual(300_000), usual(500_000, 90), usual(1_000_000, 100, "1 bức trướng"))
    (table,) = longevity_list(a_source("longevity"), LINES, amounts).tables
    given = [row[-2:] for row in row_texts(table)][:4]
    assert given == [
        *[("1.000.000", "1 bức trướng")] * 2,
        *[("500.000", ""), ("300.000", "")],
    ]
    assert table.totals[0][-2] == 2_800_000
    assert table.note == "Tổng cộng: 4 hội viên."
