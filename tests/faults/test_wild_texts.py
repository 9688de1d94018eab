"""H1: every odd sign in every text field, typed in and written out by every export."""

import itertools
import re
import shutil
import zipfile
from dataclasses import fields, replace
from datetime import date

import openpyxl
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from docx import Document

from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.list_kinds import LIST_KINDS
from ccb_desktop.domain.usable_text import UNUSABLE
from ccb_desktop.operations import branch as branches
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.forms.subjects import list_subjects
from ccb_desktop.operations.forms.writing import write_form
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.members import people, units
from ccb_desktop.operations.reports import write_report
from ccb_desktop.paths import DataFolder
from tests.ledger import a_voucher

ON = date(2026, 6, 30)
CONTROLS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
NO_LETTERS = "\ud800\udbff\udc00\udfff\ufffe\uffff"
SIGNS = CONTROLS + MARKS + NO_LETTERS

# --- Typed in -----------------------------------------------------------------------------------


def text_fields(kind):
    return [field.name for field in fields(kind) if field.type in ("str", str)]


def save_person(store, text):
    file = people.load_person_file(store, 1)
    wild = replace(file.person, **dict.fromkeys(text_fields(Person), text))
    people.save_person(store, replace(wild, citizen_id=file.person.citizen_id))
    return people.load_person_file(store, 1).person


def save_unit(store, text):
    wild = Unit(code=f"X{ord(text[1])}", kind=UnitKind.CHI_HOI, names=(UnitName(text),), note=text)
    units.save_unit(store, wild)
    return next(one for one in units.list_units(store) if one.code == wild.code)


def save_draft(store, text):
    draft = a_voucher(1, 2_000, VoucherKind.PAYMENT, payer=text, content=text, note=text)
    vouchers.save_draft(store, draft)
    return draft


def save_branch(store, text):
    known = branches.load_branch(store)
    names = set(text_fields(Branch)) - {"backup_folder"}
    branches.save_branch(store, replace(known, **dict.fromkeys(names, text)))
    return branches.load_branch(store)


SAVERS = (save_person, save_unit, save_draft, save_branch)


def test_no_odd_sign_that_is_typed_stops_the_program_or_stays(fresh_folder, times, tally):
    signs, kept = times(SIGNS[::7] + NO_LETTERS, SIGNS), 0
    with open_branch(fresh_folder()) as store:
        for save, sign in itertools.product(SAVERS, signs):
            try:
                save(store, f"A{sign}B &<>{{{{ =cmd")
            except UserError as refused:
                assert str(refused)
            else:
                kept += 1
        with store.raw_reading() as connection:
            for column in ("persons.note", "units.note", "vouchers.content", "actions.label"):
                table, name = column.split(".")
                for (text,) in connection.execute(f"SELECT {name} FROM {table}"):
                    assert UNUSABLE.search(text) is None, column
    assert kept > len(signs)
    tally(
        "H1",
        "odd signs in the texts of people, units, vouchers and the branch, as typed",
        len(SAVERS) * len(signs),
        f"crash 0; {kept} kept without what no text holds, the others refused in words",
    )


# --- Written out --------------------------------------------------------------------------------

WILD = (
    "=cmd|' /C calc'!A0",
    '+SUM(1,2) "x" &amp; <b>',
    "-2+3 {{ 7*7 }} {% for a in b %}",
    "@SUM(1) ]]> <!-- &#0; &bad;",
    f"\u202eA{CONTROLS}{MARKS}\ufffe\uffffB",
    "\t=1+1\r\n=cmd\n{{ person.full_name.__class__ }}",
    "_x0000_ _x0041_ <w:t>x</w:t> ${jndi} %s %n",
    "A\u0301\u0302\u0303" * 40 + "\U0001f600",
)
FREE = re.compile(r"[a-zà-ỹ] |[^\x00-\x7f]")
"""A column in which such a value stands holds free texts, not codes."""
FREE_BY_NAME = ("note", "reason", "content", "goods", "contact_name", "address", "recipient")
NOT_FREE = {
    *("codes.code", "documents.kind", "own_fields.kind", "report_texts.section"),
    *("saved_views.content", "settings.value", "own_templates.name"),
}


def poison(folder):
    """Put wild texts into every free text of a store, behind the program's back."""
    changed = 0
    with connection_to(folder.store) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN")
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for table, column in free_columns(connection):
            for own, (row_id,) in enumerate(connection.execute(f"SELECT id FROM {table}")):
                text = WILD[(own + changed) % len(WILD)]
                try:
                    connection.execute(
                        f"UPDATE {table} SET {column}=? WHERE id=?", (f"{text} {row_id}", row_id)
                    )
                except sqlcipher.IntegrityError:  # a number that must stay one of its kind
                    break
                changed += 1
        for _name, sql in guards:
            connection.execute(sql)
        connection.execute("COMMIT")
    return changed


def free_columns(connection):
    """The columns with free texts, by what stands in them."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    for (table,) in tables:
        if table in ("actions", "record_changes"):
            continue
        for _, column, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
            if kind != "TEXT" or column.endswith(("_key", "_on", "_at")):
                continue
            values = [v for (v,) in connection.execute(f"SELECT {column} FROM {table}") if v]
            by_name = any(word in column for word in FREE_BY_NAME) and not values
            is_free = any(FREE.search(str(value)) for value in values)
            if (is_free or by_name) and f"{table}.{column}" not in NOT_FREE:
                yield table, column


@pytest.fixture(scope="module")
def wild(tmp_path_factory):
    """The open books of a practice branch whose free texts are all wild."""
    folder = DataFolder(tmp_path_factory.mktemp("wild") / "branch")
    make_demo_branch(folder, members=30)
    assert poison(folder) > 1000
    with open_branch(folder) as store:
        yield store


def assert_reopens(path):
    """Another program reads it, and nothing of the texts has become a formula or a field.

    Gives whether a wild text stands in it as it was.
    """
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
    if path.suffix == ".docx":
        Document(path)
        with zipfile.ZipFile(path) as package:
            body = package.read("word/document.xml").decode()
        assert "49 {%" not in body
        assert not re.search(r"<w:instrText[^>]*>[^<]*cmd", body)
        return "{{ 7*7 }}" in body or "=cmd|" in body
    book, seen = openpyxl.load_workbook(path), False
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                is_formula = cell.data_type == "f"
                assert not (is_formula and ("cmd" in cell.value or "1+1" in cell.value))
                seen |= cell.data_type == "s" and "=cmd|" in cell.value
    return seen


def exported(store, place, lists, forms):
    """Every file that could be written; what is refused must be refused in words."""
    for name, ending in itertools.product(lists, (".xlsx", ".docx")):
        order = papers.ListOrder(name=name, on=ON, from_on=date(2025, 1, 1), masked=False)
        yield papers.write_list(store, order, place / f"{name}{ending}")
    for name in forms:
        kind = FORM_KINDS[name]
        order = FormOrder(name=name, on=ON, year=2026, texts=dict.fromkeys(ASKED, WILD[1]))
        found = [one.id for one in list_subjects(store, order)][: 1 if kind.only_one else 3]
        try:
            yield write_form(store, replace(order, chosen=tuple(found)), place / f"f-{name}.docx")
        except UserError as refused:
            assert str(refused).endswith(".")
    yield papers.write_template(store, (), True, place / "so-lieu.xlsx")
    for kind, code in ((ReportKind.HALF_YEAR, "2026-H1"), (ReportKind.YEAR, "2025")):
        yield from write_report(store, kind, Period.parse(code), None, place)


ASKED = {one.name for kind in FORM_KINDS.values() for one in kind.asked}


def test_wild_texts_go_through_every_export(wild, tmp_path, times, tally):
    lists = times(("roster", "members-by-age", "cash-book", "gift-list"), tuple(LIST_KINDS))
    forms = times(("member-sheet", "resume", "invitation", "cards"), tuple(FORM_KINDS))
    count = seen = 0
    for path in exported(wild, tmp_path, lists, forms):
        seen += assert_reopens(path)
        path.unlink()
        count += 1
    assert not list(tmp_path.iterdir())
    assert count >= 2 * len(lists) + 5
    assert seen > count // 2  # most of them tell of somebody whose texts are wild
    shutil.rmtree(tmp_path)
    tally(
        "H1",
        "lists, forms, workbook and reports of books whose texts all are wild",
        count,
        f"crash 0; each reopens, {seen} with such a text in it; formulas and fields from data 0",
    )
