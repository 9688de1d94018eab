"""The gradings of a person stand in his file the earliest first; nothing where there are none."""

from ccb_desktop.domain.emulation.person_years import GradedYear
from ccb_desktop.domain.emulation_papers.person_section import grading_blocks


def test_years_are_told_in_a_sentence_and_a_table():
    years = [
        GradedYear(2025, "EXEMPLARY", "CCB gương mẫu", "Chi hội 1", ""),
        GradedYear(2024, "EXEMPLARY", "CCB gương mẫu", "Chi hội 1", "xét bổ sung"),
    ]
    sentence, table = grading_blocks(years)
    assert sentence.text == ("CCB gương mẫu 2/2 (100,00 %) năm được bình xét, 2 năm liền đến 2025.")
    assert table.rows == [
        (2024, "CCB gương mẫu", "Chi hội 1", "xét bổ sung"),
        (2025, "CCB gương mẫu", "Chi hội 1", ""),
    ]


def test_who_was_never_graded_has_no_section():
    assert grading_blocks([]) == []
