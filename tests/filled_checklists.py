"""Checklists as a chi hội would fill them in, for tests: written by the program, typed into."""

import openpyxl

from ccb_desktop.domain.tasks.returned import HEADERS

PLACE = {name: place for place, name in enumerate(HEADERS, 1)}


def open_form(path):
    """The workbook, its sheet, and the number of the row of headings."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == HEADERS["serial"])
    return book, sheet, head


def fill_in(path, *rows, out=None):
    """Type into the rows of a form, from the first on; gives the file."""
    book, sheet, head = open_form(path)
    for number, cells in enumerate(rows, head + 1):
        for name, value in cells.items():
            sheet.cell(number, PLACE[name]).value = value
    book.save(out or path)
    return out or path
