"""Papers at a death: written with what the books know, and room for the pen elsewhere."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.death_steps import Condolence, DeathSteps
from ccb_desktop.domain.visits.visits import PaidBy
from ccb_desktop.operations.visits import deaths
from ccb_desktop.operations.visits.death_papers import write_death_form
from tests.books import add_member, day

TODAY = date.today()


@pytest.fixture
def dead(store):
    add_member(store, home_town="An Lạc")
    steps = DeathSteps(
        case=DeathCase(
            person_id=1,
            committee="Trần Văn Bình, Trưởng ban\nLê Văn Cảnh, Phó Trưởng ban",
            held_where="Nhà riêng, 8 giờ ngày 12/3/2026",
            papers=frozenset({"DEATH_CERTIFICATE"}),
        ),
        died_on=day("10/3/2026"),
        lunar_death_day="22/1",
        burial_place="Nghĩa trang phường",
        condolences=(
            Condolence(
                paid_by=PaidBy.BRANCH,
                visited_on=date(2026, 3, 11),
                amount_dong=300_000,
                goods="vòng hoa",
            ),
        ),
        relatives=(Relative(person_id=1, full_name="Lê Thị Mơ", relation="Vợ"),),
    )
    deaths.save_death(store, steps)
    return store


def words_of(path):
    paper = Document(path)
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "death-notice",
            [
                "NGUYỄN VĂN AN",
                "ngày 10 tháng 3 năm 2026 (tức ngày 22/1 âm lịch), hưởng thọ 74 tuổi",
                "8 giờ ngày 12/3/2026",
            ],
        ),
        ("funeral-committee", ["Trần Văn Bình, Trưởng ban", "Lê Văn Cảnh, Phó Trưởng ban"]),
        ("funeral-allowance", ["Tôi là: Lê Thị Mơ. Là vợ", "Giấy chứng tử", "Nghĩa trang phường"]),
        ("condolence-receipt", ["300.000", "vòng hoa", "Ba trăm nghìn đồng"]),
    ],
)
def test_each_paper_says_what_the_books_know(dead, tmp_path, name, said):
    out = write_death_form(dead, name, [1], TODAY, tmp_path / "giay.docx")
    words = words_of(out)
    assert [part for part in said if part not in words] == []
    assert "{{" not in words and "{%" not in words


def test_of_somebody_nothing_is_known_of_every_paper_still_comes(store, tmp_path):
    add_member(store)
    for name in DEATH_FORMS:
        assert "………" in words_of(write_death_form(store, name, [1], TODAY, tmp_path / "giay.docx"))


def test_what_cannot_be_written_is_told(dead, tmp_path):
    with pytest.raises(NotFound):
        write_death_form(dead, "no-such", [1], TODAY, tmp_path / "giay.docx")
    with pytest.raises(Invalid):
        write_death_form(dead, "death-notice", [], TODAY, tmp_path / "giay.docx")
