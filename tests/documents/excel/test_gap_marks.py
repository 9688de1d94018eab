"""Missing cells stand out in the form until they are filled in."""

from dataclasses import replace

import openpyxl

from ccb_desktop.documents.excel.gap_marks import _areas
from ccb_desktop.documents.excel.template import TemplateSheet, write_template
from ccb_desktop.domain.exchange.kinds_people import MEMBERS

NARROW = replace(
    MEMBERS,
    fields=tuple(f for f in MEMBERS.columns if f.name in ("full_name", "home_town", "address")),
)


def marks(tmp_path, *missing):
    """Colour → the areas where an empty cell has it."""
    rows = tuple((f"Lê {n}", None, None) for n in range(len(missing)))
    sheet = TemplateSheet(kind=NARROW, rows=rows, missing=missing)
    written = write_template([sheet], "Hội CCB", tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(written).active
    found = {}
    for area, rules in page.conditional_formatting._cf_rules.items():
        for rule in rules:
            assert rule.type == "containsBlanks"
            found.setdefault(rule.dxf.fill.bgColor.rgb[2:], set()).update(str(area.sqref).split())
    return found


def test_what_is_missing_is_yellow_and_what_the_books_have_is_grey(tmp_path):
    town, both = frozenset({"home_town"}), frozenset({"home_town", "address"})
    assert marks(tmp_path, town, both, frozenset({"address"})) == {
        "FFF2A8": {"B2:B3", "C3:C4"},
        "E4E4E4": {"B4", "C2"},
    }


def test_a_column_that_nobody_lacks_has_no_colour(tmp_path):
    assert marks(tmp_path, frozenset({"address"})) == {"FFF2A8": {"C2"}}


def test_runs_of_rows_are_named_as_excel_names_them():
    assert list(_areas("F", [True, True, False, True])) == ["F2:F3", "F5:F5"]
    assert list(_areas("F", [])) == []
