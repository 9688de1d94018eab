"""The gradings of a person stand in his file the earliest first; nothing where there are none."""

from datetime import date

from ccb_desktop.domain.emulation.awards import Award, Nomination, NominationStage
from ccb_desktop.domain.emulation.person_years import GradedYear
from ccb_desktop.domain.emulation_papers.person_section import grading_blocks, praise_blocks


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


def test_each_book_has_its_table_the_earliest_first_and_an_empty_one_none():
    def award(year):
        day = date(year, 5, 1)
        return Award(awarded_on=day, recipient="", form="Giấy khen", giver="Huyện", content="Tốt")

    (table,) = praise_blocks([award(2025), award(2024)], [], [])
    assert (table.title, [row[0].year for row in table.rows]) == ("Khen thưởng", [2024, 2025])
    wish = Nomination(year=2025, form="Bằng khen", giver="Tỉnh", stage=NominationStage.SENT)
    assert [one.title for one in praise_blocks([], [wish], [])] == ["Đề nghị khen"]
    assert praise_blocks([], [], []) == []
