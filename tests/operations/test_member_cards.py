"""Cards and labels written from a real store."""

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.member_cards import SHEETS
from tests.documents.word.parts import part, texts


@pytest.mark.parametrize("kind", list(SHEETS))
def test_written_in_the_order_chosen(filled, tmp_path, kind):
    out = SHEETS[kind].write(filled, [5, 2, 9], tmp_path / "ra.docx")
    said = [text for text in texts(part(out)) if text.lower().startswith("trần văn bình")]
    assert [name.rpartition(" ")[2] for name in said] == ["5", "2", "9"]


@pytest.mark.parametrize("kind", list(SHEETS))
def test_what_cannot_be_written_is_told(filled, tmp_path, kind):
    with pytest.raises(Invalid, match="Chưa chọn"):
        SHEETS[kind].write(filled, [], tmp_path / "ra.docx")
    with pytest.raises(Invalid, match=r"\.docx"):
        SHEETS[kind].write(filled, [1], tmp_path / "ra.xlsx")
    with pytest.raises(NotFound):
        SHEETS[kind].write(filled, [999], tmp_path / "ra.docx")
    assert list(tmp_path.glob("ra.*")) == []
