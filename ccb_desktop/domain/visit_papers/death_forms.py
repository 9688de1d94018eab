"""Papers at a death: notice, committee, request for *mai táng phí*, receipt of condolence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ccb_desktop.domain.code_lists import DEATH_PAPER
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.member_papers.member_sheet import (
    MemberFile,
    SheetSource,
    heading_texts,
    member_sheet,
)
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import document_number
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import long_date, short_date
from ccb_desktop.domain.visits.care import Relative
from ccb_desktop.domain.visits.deaths import DeathFile, honoured, lunar_day
from ccb_desktop.domain.visits.visits import PaidBy, Visit

_OLD_AGE = 60  # from this age on a life is called long: hưởng thọ, before it hưởng dương


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathForm:
    """One paper.

    Attributes:
        label: Its name.
        template: The Word file with fields that comes with the program.
        symbol: Sign of its kind in its number: `TB`.
    """

    label: str
    template: str
    symbol: str


DEATH_FORMS: Mapping[str, DeathForm] = {
    "death-notice": DeathForm(label="Tin buồn", template="tin-buon.docx", symbol="TB"),
    "funeral-committee": DeathForm(
        label="Danh sách ban tang lễ", template="ban-tang-le.docx", symbol="DS"
    ),
    "funeral-allowance": DeathForm(
        label="Đơn đề nghị mai táng phí", template="don-mai-tang-phi.docx", symbol="ĐN"
    ),
    "condolence-receipt": DeathForm(
        label="Biên nhận phúng viếng", template="bien-nhan-phung-vieng.docx", symbol="BN"
    ),
}
"""Name on the command line → paper."""


def death_texts(
    form: DeathForm, source: SheetSource, member: MemberFile, file: DeathFile
) -> dict[str, Any]:
    """Every field of a paper about a death; what the books do not know is room for the pen.

    Args:
        form: Which.
        source: The branch, and the words of its lists.
        member: The whole file of the dead.
        file: What was done at the death.
    """
    head = heading_texts(source)
    fields = {name: text or BLANK for name, text in member_sheet(source, member).fields.items()}
    said = honoured(file)
    name = file.person.full_name
    return {
        **fields,
        **head,
        "number": document_number(form.symbol, None, source.branch.number_style),
        "authority": head["signer_titles"],
        "issuer_name": source.branch.name or BLANK,
        "unit": file.unit_name or BLANK,
        "is_member": file.membership is not None,
        "honoured": said,
        "honoured_title": said.removesuffix(name).strip().capitalize(),
        "full_name_capitals": name.upper(),
        "confirmation": _confirmation(file),
        **_death(source, file),
        **_family(file),
        "committee": _committee(file.case.committee),
        "held_where": file.case.held_where.strip() or BLANK,
        "papers": _papers(source, file),
        "condolences": _condolences(file),
    }


def _confirmation(file: DeathFile) -> str:
    if file.membership is None:
        return ""
    return f"Xác nhận {honoured(file)} là hội viên {file.unit_name or BLANK}"


def _death(source: SheetSource, file: DeathFile) -> dict[str, str]:
    person = file.person
    lunar = person.lunar_death_day or lunar_day(person.died_on)
    return {
        "died_on": said_day(person.died_on),
        "lunar_phrase": f" (tức ngày {lunar} âm lịch)" if lunar else "",
        "age_phrase": age_phrase(AgeRule(source.branch.age_rule), person.born_on, person.died_on),
        "burial_place": person.burial_place or BLANK,
    }


def said_day(day: PartialDate | None) -> str:
    """`ngày 10 tháng 3 năm 2026`, `tháng 3/2026`, `năm 2026`, or room for the pen."""
    if day is None:
        return f"ngày {BLANK}"
    if day.is_complete:
        return long_date(day.first_day)
    return f"{('năm', 'tháng')[day.precision - 1]} {day}"


def age_phrase(rule: AgeRule, born_on: PartialDate | None, died_on: PartialDate | None) -> str:
    """`, hưởng thọ 74 tuổi`; empty where a day is not known."""
    if born_on is None or died_on is None:
        return ""
    age = rule.age(born_on, died_on.last_day)
    return f", {'hưởng thọ' if age >= _OLD_AGE else 'hưởng dương'} {age} tuổi"


def _family(file: DeathFile) -> dict[str, str]:
    """The first of the relatives speaks for the family."""
    first = next(iter(file.relatives), None) or Relative(
        person_id=file.case.person_id, full_name="", relation=""
    )
    return {
        "applicant": first.full_name or BLANK,
        "applicant_name": first.full_name,
        "applicant_relation": first.relation.lower() or BLANK,
        "applicant_phone": first.phone or BLANK,
        "applicant_address": first.address or BLANK,
    }


def _committee(text: str) -> list[dict[str, str]]:
    lines = [line.strip() for line in text.splitlines() if line.strip()] or [BLANK] * 7
    return [
        {"number": str(number), "name": line, "note": ""} for number, line in enumerate(lines, 1)
    ]


def _papers(source: SheetSource, file: DeathFile) -> str:
    labels = source.labels.get(DEATH_PAPER, {})
    there = [label for code, label in labels.items() if code in file.case.papers]
    return "; ".join(there) or BLANK


def _condolences(file: DeathFile) -> list[dict[str, str]]:
    rows = [
        {
            "number": str(number),
            "giver": _giver(visit, file),
            "day": short_date(visit.visited_on),
            "amount": format_dong(visit.amount_dong) if visit.amount_dong else "",
            "goods": visit.goods,
            "words": in_words(visit.amount_dong) if visit.amount_dong else visit.goods or BLANK,
        }
        for number, visit in enumerate(file.condolences, 1)
    ]
    empty = dict.fromkeys(("number", "giver", "day", "amount", "goods", "words"), BLANK)
    return rows or [empty]


def _giver(visit: Visit, file: DeathFile) -> str:
    if visit.paid_by is PaidBy.BRANCH:
        return "Hội Cựu chiến binh"
    return file.unit_name or "Chi hội"
