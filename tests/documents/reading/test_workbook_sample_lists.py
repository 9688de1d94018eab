"""The sample lists: each untidy one gives exactly what it should, the workbook every row."""

import json

import pytest

from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS
from ccb_desktop.domain.exchange.understanding import understand_workbook
from ccb_desktop.domain.labels import SEX

MESSY = [
    "01-tieu-de-gop-o.xlsx",
    "02-cot-nam-nu.xlsx",
    "03-tieu-de-chi-hoi.xlsx",
    "04-ngay-thang.xlsx",
    "05-tcvn3.xlsx",
    "06-nfd-mat-so-0.xlsx",
    "07-windows-1258.csv",
]


@pytest.fixture(params=MESSY)
def messy(request, samples):
    """One untidy list as understood, and what it should give."""
    path = samples / "messy" / request.param
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    understood = understand_workbook(read_workbook(path))
    assert understood.ignored == ()
    (sheet,) = understood.sheets
    return sheet, expected


def told(row, name):
    if name == "row":
        return row.row_number
    value = row.values.get(name)
    return SEX.get(value) if name == "sex" else str(value)


def test_the_people_are_exactly_those_expected(messy):
    sheet, expected = messy
    found = [
        {name: told(row, name) for name in person}
        for row, person in zip(sheet.rows, expected["people"], strict=True)
    ]
    assert found == expected["people"]


def test_they_say_nothing_beyond_what_is_expected(messy):
    sheet, expected = messy
    for row, person in zip(sheet.rows, expected["people"], strict=True):
        told_of = {name for name, said in person.items() if said} - {"row"}
        assert set(row.values) - {"address"} == told_of  # the samples leave the address out


def test_the_problems_are_exactly_those_expected(messy):
    sheet, expected = messy
    assert [(p.row, p.column, p.value, p.row_kept) for p in sheet.problems] == [
        (p["row"], p["column"], p["value"], p["row_imported"]) for p in expected["problems"]
    ]


def test_the_skipped_rows_are_exactly_those_expected(messy):
    sheet, expected = messy
    assert [row.row for row in sheet.skipped_rows] == expected["skipped_rows"]


def test_the_converted_names_are_exactly_those_expected(messy):
    sheet, expected = messy
    names = [
        {"row": c.row, "from": c.encoding, "before": c.before, "after": c.after}
        for c in sheet.converted
        if c.field == "full_name"
    ]
    assert names == expected.get("converted", [])


def test_every_sheet_of_the_workbook_is_recognised_and_every_row_typed(samples):
    workbook = read_workbook(samples / "so-lieu-an-lac.xlsx")
    understood = understand_workbook(workbook, readable=[kind.name for kind in SHEET_KINDS])
    assert [sheet.kind for sheet in understood.sheets] == [kind.name for kind in SHEET_KINDS]
    for sheet in understood.sheets:
        assert sheet.problems == ()
        assert sheet.unmatched_headers == ()
        assert len(sheet.rows) == len(sheet.source.rows) - 1


def test_only_the_kinds_wanted_are_read(samples):
    workbook = read_workbook(samples / "so-lieu-an-lac.xlsx")
    understood = understand_workbook(workbook, readable={"tasks", "awards"})
    assert [sheet.kind for sheet in understood.sheets] == ["tasks", "awards"]
    assert len(understood.ignored) == len(SHEET_KINDS) - 2
    assert all("chưa đọc" in sheet.ignored_reason for sheet in understood.ignored)
