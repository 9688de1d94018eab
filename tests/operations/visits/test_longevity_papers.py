"""Cards that wish long life as a Word file: chosen people, or all of a year; by command too."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.cli.run import run
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.visits import longevity_papers as cards
from tests.books import add_member, day

ON = date(2026, 2, 3)


@pytest.fixture
def old_people(store):
    """One of 80, one of 90, one who has no such age in 2026."""
    add_member(store, "Trần Văn Tám", born_on=day("19/5/1946"))
    add_member(store, "Lê Thị Chín", born_on=day("1936"))
    add_member(store, "Lê Văn Trẻ", born_on=day("1957"), citizen_id="001057000001")
    return store


def words(path):
    document = Document(path)
    cells = [row.cells[-1] for table in document.tables for row in table.rows]
    return [one.text for cell in cells for one in cell.paragraphs if one.text.strip()]


def test_each_has_a_page_in_the_order_of_the_list(old_people, tmp_path):
    out = cards.write_cards(old_people, [(2, 2026), (1, 2026)], ON, tmp_path / "the.docx")
    said = words(out)
    names = [text for text in said if "TRẦN VĂN TÁM" in text or "LÊ THỊ CHÍN" in text]
    assert [name.split(") ")[-1] for name in names] == ["LÊ THỊ CHÍN", "TRẦN VĂN TÁM"]
    assert [text for text in said if text.startswith("thọ ")] == ["thọ 90 tuổi", "thọ 80 tuổi"]
    assert said.count("năm 2026 (Bính Ngọ)") == 2
    assert "{{" not in "".join(said)
    assert Document(out).element.xml.count("pageBreakBefore") == 1


def test_some_have_theirs_and_who_has_no_such_age_is_refused(old_people, tmp_path):
    out = tmp_path / "the.docx"
    some = words(cards.write_cards(old_people, [(1, 2026)], ON, out))
    assert "thọ 80 tuổi" in some and "thọ 90 tuổi" not in some
    with pytest.raises(Invalid, match="69 tuổi"):
        cards.write_cards(old_people, [(1, 2026), (3, 2026)], ON, out)
    with pytest.raises(NotFound):
        cards.write_cards(old_people, [(99, 2026)], ON, out)
    with pytest.raises(Invalid):
        cards.write_cards(old_people, [], ON, out)
    with pytest.raises(Invalid, match=r"\.docx"):
        cards.write_cards(old_people, [(1, 2026)], ON, tmp_path / "the.txt")
    assert "thọ 80 tuổi" in words(out)


def test_the_command_line_prints_them(old_people, tmp_path, capsys):
    folder = str(old_people.folder.root)
    old_people.close()
    out = tmp_path / "the.docx"
    asked = ["form", "longevity-card", "--out", str(out), "--data-dir", folder]
    assert run([*asked, "--year", "2027", "--person", "001057000001"]) == 0
    assert "thọ 70 tuổi" in words(out)
    assert run([*asked, "--year", "2026"]) == 0
    assert sum(text.startswith("thọ ") for text in words(out)) == 2
    assert run([*asked, "--year", "2026", "--person", "001057000001"]) == 1
    assert "69 tuổi" in capsys.readouterr().err
    with pytest.raises(SystemExit) as told:
        run([*asked, "--year", "26"])
    assert told.value.code == 2
