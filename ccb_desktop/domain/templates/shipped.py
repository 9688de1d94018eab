"""Which templates come with the program, what each is for, and what it may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ccb_desktop.domain.activity_papers import invitation, meeting_minutes
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.fund_papers import certificates
from ccb_desktop.domain.fund_papers.loan_forms import CONTRACT, LOAN_FORMS, REMINDER
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.member_papers.personal_forms import PERSONAL_FORMS
from ccb_desktop.domain.reports import handover_minutes
from ccb_desktop.domain.task_papers import commitment_forms
from ccb_desktop.domain.templates import example_papers
from ccb_desktop.domain.templates import example_values as examples
from ccb_desktop.domain.templates.example_values import Values
from ccb_desktop.domain.visit_papers import house_minutes, longevity_cards
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS

MEMBER_SHEET = "phieu-hoi-vien.docx"


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """One template.

    Attributes:
        name: Its file name.
        label: What the paper is called.
        used: Where in the program it is printed.
        example: Every field with an invented value, as the writer of the paper makes them.
    """

    name: str
    label: str
    used: str
    example: Callable[[Branch, date], Values]


_WHERE_MEMBERS = "Hội viên → hồ sơ từng người"
_WHERE_FORMS = "Báo cáo → Giấy tờ, biểu mẫu"
_WHERE_DEATHS = "Thăm hỏi → Việc tang"
_WHERE_LOANS = "Quỹ Hội → Cho vay"


def _member_forms() -> list[WordTemplate]:
    return [
        WordTemplate(
            form.template,
            form.label,
            _WHERE_MEMBERS,
            partial(examples.decision_values, name),
        )
        for name, form in FORMS.items()
    ]


def _personal_forms() -> list[WordTemplate]:
    return [
        WordTemplate(
            one.form.template,
            one.form.label,
            _WHERE_FORMS,
            partial(example_papers.personal_values, name),
        )
        for name, one in PERSONAL_FORMS.items()
    ]


def _death_forms() -> list[WordTemplate]:
    return [
        WordTemplate(form.template, form.label, _WHERE_DEATHS, partial(examples.death_values, name))
        for name, form in DEATH_FORMS.items()
    ]


def _loan_forms() -> list[WordTemplate]:
    return [
        WordTemplate(
            LOAN_FORMS[name].template,
            LOAN_FORMS[name].label,
            _WHERE_LOANS,
            partial(examples.loan_values, name),
        )
        for name in (CONTRACT, REMINDER)
    ]


_ALL = (
    WordTemplate(
        MEMBER_SHEET, "Phiếu thông tin hội viên", "Hội viên → In phiếu", examples.sheet_values
    ),
    *_member_forms(),
    *_personal_forms(),
    WordTemplate(
        invitation.TEMPLATE, invitation.LABEL, _WHERE_FORMS, example_papers.invitation_values
    ),
    WordTemplate(
        handover_minutes.TEMPLATE,
        handover_minutes.LABEL,
        _WHERE_FORMS,
        example_papers.handover_values,
    ),
    WordTemplate(
        commitment_forms.TEMPLATE,
        commitment_forms.LABEL,
        "Nhiệm vụ → Đăng ký thi đua",
        examples.commitment_values,
    ),
    WordTemplate(
        meeting_minutes.TEMPLATE,
        meeting_minutes.LABEL,
        "Hoạt động → Biên bản họp",
        examples.meeting_values,
    ),
    WordTemplate(
        longevity_cards.TEMPLATE,
        longevity_cards.LABEL,
        "Thăm hỏi → Đến hạn thăm",
        examples.card_values,
    ),
    *_death_forms(),
    WordTemplate(
        house_minutes.TEMPLATE, house_minutes.LABEL, "Thăm hỏi → Nhà ở", examples.house_values
    ),
    *_loan_forms(),
    WordTemplate(
        certificates.TEMPLATE,
        certificates.LABEL,
        "Quỹ Hội → Vận động",
        examples.certificate_values,
    ),
)

TEMPLATES: Mapping[str, WordTemplate] = {one.name: one for one in _ALL}
"""File name → template, in the order in which they are listed."""


def example_of(template: WordTemplate, branch: Branch, on: date) -> Values:
    """Every field of a template with an invented value.

    Args:
        template: Which.
        branch: Whose head it bears.
        on: The day of the paper.
    """
    values = template.example(branch, on)
    return values if template.name == MEMBER_SHEET else {**values, "practice": ""}
