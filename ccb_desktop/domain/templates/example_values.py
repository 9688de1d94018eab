"""What every template may ask for, with invented values: made by those who write the papers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.domain.activities.roll_call import Called
from ccb_desktop.domain.activity_papers import meeting_minutes
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.fund_papers.certificates import certificate_texts
from ccb_desktop.domain.fund_papers.loan_forms import LOAN_FORMS, loan_texts
from ccb_desktop.domain.funds.campaigns import Campaign, DonorKind
from ccb_desktop.domain.funds.donors import Donor
from ccb_desktop.domain.funds.loan_lines import loan_lines
from ccb_desktop.domain.funds.loans import Loan, LoanFile, Repayment
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.member_papers.decisions import FORMS, form_texts
from ccb_desktop.domain.member_papers.member_sheet import heading_texts, member_sheet
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.task_papers.commitment_forms import commitment_texts
from ccb_desktop.domain.tasks.commitments import Commitment, Kept
from ccb_desktop.domain.templates.example_people import (
    UNIT_NAME,
    example_file,
    example_line,
    example_person,
    example_source,
)
from ccb_desktop.domain.visit_papers import house_minutes
from ccb_desktop.domain.visit_papers.death_forms import DEATH_FORMS, death_texts
from ccb_desktop.domain.visit_papers.longevity_cards import card_texts
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.deaths import DeathFile
from ccb_desktop.domain.visits.housing import HousingKind, HousingSource, HousingSupport
from ccb_desktop.domain.visits.housing_lines import HousingLine
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit

Values = Mapping[str, Any]


def decision_values(name: str, branch: Branch, on: date) -> Values:
    """Of a decision or letter of `member_papers.decisions.FORMS`."""
    form = FORMS[name]
    source, file = example_source(branch, on), example_file(on, kinds=form.kinds)
    return form_texts(form, source, WorkCalendar(), file)


def sheet_values(branch: Branch, on: date) -> Values:
    """Of the member sheet; the photo is put in by whoever writes it."""
    source = example_source(branch, on)
    sheet = member_sheet(source, example_file(on))
    return {
        **heading_texts(source),
        **sheet.fields,
        "events": sheet.events,
        "posts": sheet.posts,
        "own_fields": sheet.own,
        "photo": "",
    }


def commitment_values(branch: Branch, on: date) -> Values:
    """Of the sheet by which a member signs what he will do in a year."""
    signed = Commitment(
        person_id=1,
        year=on.year,
        content="Gương mẫu chấp hành chủ trương của Đảng, pháp luật của Nhà nước.\n"
        "Giúp một hộ hội viên nghèo làm kinh tế.",
        signed_on=date(on.year, 1, 20),
        kept=Kept.KEPT,
    )
    source, file = example_source(branch, on), example_file(on)
    return commitment_texts(source, WorkCalendar(), file, on.year, signed)


def loan_values(name: str, branch: Branch, on: date) -> Values:
    """Of a form of `fund_papers.loan_forms.LOAN_FORMS`; one part is late."""
    lent_on = on - timedelta(days=400)
    loan = Loan(
        id=1,
        code="V2025-01",
        borrower=example_person(on).full_name,
        person_id=1,
        unit_id=1,
        fund_id=1,
        principal_dong=20_000_000,
        rate_thousandths=500,
        lent_on=lent_on,
        due_on=lent_on + timedelta(days=730),
        instalments=4,
        purpose="Mua bò giống",
        guarantor="Trần Văn Bảo",
        decision_no="Nghị quyết số 05/NQ-CCB",
        voucher_id=1,
    )
    paid = Repayment(
        id=1,
        loan_id=1,
        paid_on=on - timedelta(days=200),
        principal_dong=5_000_000,
        interest_dong=600_000,
        voucher_id=2,
    )
    (line,) = loan_lines(
        [LoanFile(loan=loan, repayments=(paid,))], on, {1: "Chân quỹ Hội"}, {1: UNIT_NAME}
    )
    return loan_texts(LOAN_FORMS[name], branch, line, example_person(on))


def certificate_values(branch: Branch, on: date) -> Values:
    """Of the certificate of somebody who gave money and goods."""
    person = example_person(on)
    campaign = Campaign(id=1, name="Xóa nhà tạm, nhà dột nát", document_no="Kế hoạch số 12/KH-CCB")
    donor = Donor(
        campaign_id=1,
        name=person.full_name,
        kind=DonorKind.MEMBER,
        person_id=1,
        unit_id=1,
        unit_name=UNIT_NAME,
        money_in_book_dong=500_000,
        goods=("gạo 50 kg",),
        goods_value_dong=900_000,
        gifts=2,
    )
    return certificate_texts(branch, campaign, donor, on, person.sex)


def house_values(branch: Branch, on: date) -> Values:
    """Of the minutes by which a new house is handed over."""
    support = HousingSupport(
        id=1,
        head_name=example_person(on).full_name,
        person_id=1,
        unit_id=1,
        kind=HousingKind.NEW,
        started_on=on - timedelta(days=90),
        handed_over_on=on,
        cost_dong=80_000_000,
        branch_dong=20_000_000,
        sources=(HousingSource(source="Quỹ Vì người nghèo", amount_dong=40_000_000),),
    )
    line = HousingLine(support=support, unit_name=UNIT_NAME)
    return house_minutes.minutes_texts(branch, line, example_person(on))


def card_values(branch: Branch, on: date) -> Values:
    """Of a card that wishes long life."""
    return card_texts(branch, example_line(on), on.year, on)


def death_values(name: str, branch: Branch, on: date) -> Values:
    """Of a paper of `visit_papers.death_forms.DEATH_FORMS`."""
    person = replace(
        example_person(on),
        died_on=PartialDate.of(on - timedelta(days=2)),
        lunar_death_day="15/5",
        burial_place="Nghĩa trang nhân dân phường",
    )
    member = example_file(on, person)
    file = DeathFile(
        case=DeathCase(
            person_id=1,
            committee="Trần Văn Bảo, Trưởng ban\nLê Thị Hòa, thành viên",
            held_where="7 giờ 30, tại nhà riêng",
            papers=frozenset({"DEATH_CERTIFICATE"}),
        ),
        person=person,
        membership=member.memberships[0],
        unit_id=1,
        unit_name=UNIT_NAME,
        condolences=(_condolence(PaidBy.BRANCH, on, 500_000), _condolence(PaidBy.CHI_HOI, on, 0)),
        relatives=(
            Relative(
                person_id=1,
                full_name="Nguyễn Thị Hiền",
                relation="Vợ",
                phone="0912000456",
                address=person.address,
            ),
        ),
    )
    return death_texts(DEATH_FORMS[name], example_source(branch, on), member, file)


def _condolence(paid_by: PaidBy, on: date, amount_dong: int) -> Visit:
    return Visit(
        visited_on=on,
        occasion=Occasion.FUNERAL,
        recipient_kind=RecipientKind.MEMBER,
        recipient="Nguyễn Văn Mẫu",
        person_id=1,
        paid_by=paid_by,
        amount_dong=amount_dong,
        goods="" if amount_dong else "01 vòng hoa",
    )


def meeting_values(branch: Branch, on: date) -> Values:
    """Of the minutes of a meeting at which two of three were present."""
    meeting = Activity(
        id=1,
        held_on=on,
        kind=ActivityKind.UNIT_MEETING,
        name="Sinh hoạt chi hội quý II",
        unit_id=1,
        place="Nhà văn hóa tổ dân phố 7",
        opinions=5,
        quantity=Decimal(1),
        result="Nghe thời sự; bàn việc thăm hỏi hội viên ốm đau; thu hội phí quý II.",
    )
    marks = (
        ("Nguyễn Văn Mẫu", Presence.PRESENT),
        ("Trần Văn Bảo", Presence.PRESENT),
        ("Lê Thị Hòa", Presence.EXCUSED),
    )
    called = [
        Called(person_id=place, full_name=name, presence=presence)
        for place, (name, presence) in enumerate(marks, 1)
    ]
    head = "đồng chí Trần Văn Bảo, Chi hội trưởng"
    return meeting_minutes.minutes_texts(branch, meeting, UNIT_NAME, head, called)
