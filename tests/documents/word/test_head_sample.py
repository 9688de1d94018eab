"""The head of papers by itself, and names that do not stand well in it."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.documents.word.head_sample import badly_broken, write_head_sample
from ccb_desktop.domain.papers import board_signature, letterhead_of
from tests.conftest import BRANCH
from tests.documents.word.parts import part, texts

ON = date(2026, 6, 5)
LONG = "Hội Cựu chiến binh Việt Nam phường Nguyễn Thị Minh Khai Đông Thạnh Mỹ Lợi, thành phố"


def head(**more):
    return letterhead_of(replace(BRANCH, **more), ON, symbol="BC", number=5)


def test_head_and_signature_stand_on_it_as_on_paper(tmp_path):
    branch = replace(BRANCH, signer_name="Trần Văn Bảo")
    out = write_head_sample(
        head(), board_signature(branch), ("BÁO CÁO", "Thử"), tmp_path / "a.docx"
    )
    said = texts(part(out))
    for line in ("HỘI CCB TỈNH THÁI HƯNG", "Số: 05/BC-CCB", "CHỦ TỊCH", "Trần Văn Bảo"):
        assert line in said
    assert "An Bình, ngày 05 tháng 6 năm 2026" in said


def test_lines_that_the_branch_has_chosen_stand_in_the_head(tmp_path):
    chosen = head(head_issuer="Hội Cựu chiến binh / phường An Bình")
    out = write_head_sample(chosen, board_signature(BRANCH), ("A", "B"), tmp_path / "a.docx")
    assert "HỘI CỰU CHIẾN BINH\nPHƯỜNG AN BÌNH" in texts(part(out))
    assert chosen.issuer == BRANCH.name


@pytest.mark.parametrize(
    ("more", "bad"),
    [
        ({}, []),
        ({"name": "Hội Cựu chiến binh phường An Bình"}, []),
        ({"name": LONG}, [LONG.upper()]),
        ({"name": LONG, "head_issuer": "Hội CCB / phường Minh Khai"}, []),
        ({"head_parent": "Một / Hai / Ba"}, ["MỘT HAI BA"]),
    ],
)
def test_a_name_that_is_too_long_for_the_head_is_found(more, bad):
    assert badly_broken(head(**more)) == bad
