"""Invented values of papers that people sign, invitations, and minutes of handing over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.activity_papers.invitation import Invitation, Invited, invitation_texts
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.member_papers.decisions import form_texts
from ccb_desktop.domain.member_papers.personal_forms import PERSONAL_FORMS
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.reports.handover import HandedBook, HandedFund, Handover, OpenWork
from ccb_desktop.domain.reports.handover_minutes import Sides, minutes_texts
from ccb_desktop.domain.templates.example_people import (
    UNIT_NAME,
    example_file,
    example_person,
    example_source,
)
from ccb_desktop.domain.visits.care import Relative

Values = Mapping[str, Any]


def personal_values(name: str, branch: Branch, on: date) -> Values:
    """Of a form of `member_papers.personal_forms.PERSONAL_FORMS`."""
    source, file = example_source(branch, on), example_file(on)
    head = Post(
        id=2, person_id=1, title="Chi hội trưởng", unit_id=1, from_on=PartialDate(on.year, 3, 15)
    )
    wife = Relative(
        person_id=1,
        full_name="Nguyễn Thị Hiền",
        relation="Vợ",
        born_on=PartialDate(1955),
        address=example_person(on).address,
    )
    led = replace(file, posts=(*file.posts, head))
    form = PERSONAL_FORMS[name]
    usual = form_texts(form.form, source, WorkCalendar(), led)
    return {**usual, **form.texts(source, led, (wife,))}


def invitation_values(branch: Branch, on: date) -> Values:
    """Of an invitation of a member."""
    invitation = Invitation(
        about=f"Hội nghị tổng kết công tác Hội năm {on.year}",
        at=f"8 giờ 00, ngày 18/12/{on.year}",
        place="Hội trường Ủy ban nhân dân phường",
        content="Đánh giá kết quả năm qua; bàn nhiệm vụ năm tới; khen thưởng.",
    )
    person = example_person(on)
    invited = Invited(person.full_name, person.sex, f"Chi hội trưởng, {UNIT_NAME}")
    return invitation_texts(branch, invitation, [invited], on)[0]


def handover_values(branch: Branch, on: date) -> Values:
    """Of the minutes by which a chairman hands over to the next."""
    span = date(on.year - 5, 1, 5), on
    found = Handover(
        books=[HandedBook(label="Sổ thăm hỏi", count=411, unit="lượt", days=span)],
        funds=[
            HandedFund(
                name="Chân quỹ Hội",
                level="Hội cơ sở",
                cash_dong=3_000_000,
                bank_dong=60_000_000,
                lent_dong=85_000_000,
            )
        ],
        open_work=[OpenWork(label="Khoản vay chưa trả hết", count=13, unit="khoản")],
    )
    sides = Sides(
        giver="Nguyễn Văn Mẫu",
        giver_post="Chủ tịch Hội",
        receiver="Trần Văn Bảo",
        receiver_post="Phó Chủ tịch Hội",
        witness="Lê Thị Hòa, Phó Chủ tịch Ủy ban MTTQ phường",
        things="01 con dấu, 01 tủ hồ sơ",
    )
    return minutes_texts(branch, found, sides, on)
