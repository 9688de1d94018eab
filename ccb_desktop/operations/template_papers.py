"""What a template makes of invented values, and the list of its fields, as Word files."""

from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.documents.word.member_sheet import write_member_sheets
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.member_sheet import heading_texts, member_sheet
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.templates.example_people import example_file, example_source
from ccb_desktop.domain.templates.field_list import field_list
from ccb_desktop.domain.templates.fields import TemplateField, fields_of
from ccb_desktop.domain.templates.shipped import MEMBER_SHEET, TEMPLATES, example_of
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.word_templates import template_of


def write_example(store: Store, name: str, out: Path) -> Path:
    """Fill the template that is used now with invented values, under the branch's own head.

    Raises:
        BadFile: The branch's own template has a fault: which, where.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    used, branch, today = template_of(store, name), _branch(store), date.today()
    template = TEMPLATES[name]
    with noting(store.folder, out.parent):
        if name == MEMBER_SHEET:
            source = example_source(branch, today)
            sheet = member_sheet(source, example_file(today))
            return write_member_sheets([sheet], heading_texts(source), used, out)
        values = example_of(template, branch, today)
        return write_member_forms([values], used, template.label, out, practice=branch.practice)


def fields_now(store: Store, name: str) -> list[TemplateField]:
    """Every field that a template may use, with an example under the branch's own head."""
    return fields_of(TEMPLATES[name], _branch(store), date.today())


def write_field_list(store: Store, name: str, out: Path) -> Path:
    """Write the list of the fields of a template; errors as `write_example`."""
    branch, today = _branch(store), date.today()
    template = TEMPLATES[name]
    paper = field_list(template, fields_of(template, branch, today), branch, today)
    with noting(store.folder, out.parent):
        return write_list_word(paper, out)


def suggested_name(store: Store, label: str) -> str:
    """A file name in ASCII: `Cac-truong-Giay-gioi-thieu_Phuong-An-Lac_2026-06-30.docx`."""
    return file_name(label, _branch(store), date.today(), "docx")


def _branch(store: Store) -> Branch:
    with store.reading() as session:
        return settings.load_branch(session)
