"""The list of those whom a rule of the charter finds, with the acts that fit the rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.charter_watch import findings
from ccb_desktop.domain.charter_watch.findings import Finding, Rule
from ccb_desktop.domain.charter_watch.watch import RuleResult
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.charter_lists import URGENCY
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.printing import short_date
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.members.columns import printed

_WRITING = {
    findings.Act.CEREMONY: "Ghi ngày lễ",
    findings.Act.LETTER: "Ghi ngày nộp giấy",
    findings.Act.REPORT: "Ghi báo cáo",
}
_MORE = "Việc khác"
_ROOM = 3  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What the acts of the list do."""

    open_person: Callable[[int], object]
    open_unit: Callable[[int], object]
    write_day: Callable[[Sequence[Finding]], object]
    print_paper: Callable[[Sequence[Finding]], object]
    write_list: Callable[[str], object]
    switch_off: Callable[[], object]
    switch_on: Callable[[], object]
    is_off: Callable[[], bool]


def findings_table(rule: Rule, doing: Doing, state: WindowState) -> RecordTable[Finding]:
    """A list for what one rule finds."""
    return RecordTable(
        f"charter-{rule.id}",
        _columns(rule),
        id_of=lambda finding: finding.key,
        acts=[
            *_opening(rule, doing),
            *_dealing(rule, doing),
            *_listing(doing),
            *_switching(doing),
        ],
        noun="đơn vị, việc" if rule.of_units else "người",
        state=state,
        brief=_ROOM,
    )


def why_empty(result: RuleResult) -> EmptyText:
    """Why a rule finds nobody."""
    if result.switch is not None:
        since = short_date(result.switch.off_since)
        return EmptyText(f"Đã tắt từ {since}", f"Lý do: {result.switch.reason}")
    if result.lacks:
        return EmptyText("Chưa theo dõi được", result.lacks)
    return EmptyText(
        "Không có gì phải xem theo quy định này",
        "Có người hoặc đơn vị thuộc diện thì tự hiện ở đây và ở Trang chủ.",
    )


def _opening(rule: Rule, doing: Doing) -> list[Act[Finding]]:
    if rule.of_units:
        return [
            Act(
                "Xem đơn vị",
                lambda chosen: doing.open_unit(chosen[0].unit_id or 0),
                icon="units",
                main=True,
                allowed=lambda chosen: chosen[0].unit_id is not None,
                reads=True,
            )
        ]
    return [
        Act(
            "Mở hồ sơ",
            lambda chosen: doing.open_person(chosen[0].person_id or 0),
            icon="open",
            main=True,
            reads=True,
        )
    ]


def _dealing(rule: Rule, doing: Doing) -> list[Act[Finding]]:
    acts: list[Act[Finding]] = []
    if rule.act is not None:
        acts.append(Act(_WRITING[rule.act], doing.write_day, needs="some", icon="edit"))
    if rule.paper:
        acts.append(
            Act(
                f"In {FORMS[rule.paper].short}",
                doing.print_paper,
                needs="some",
                icon="print",
                allowed=lambda chosen: all(one.paper for one in chosen),
                reads=True,
            )
        )
    return acts


def _listing(doing: Doing) -> list[Act[Finding]]:
    return [
        Act(
            f"Ghi danh sách ra {program}",
            lambda _chosen, ending=ending: doing.write_list(ending),  # type: ignore[misc]  # (mypy infers no default)
            needs="none",
            icon="more",
            group=_MORE,
            reads=True,
        )
        for program, ending in (("Excel", "xlsx"), ("Word", "docx"))
    ]


def _switching(doing: Doing) -> list[Act[Finding]]:
    return [
        Act(
            "Tắt quy định này…",
            lambda _chosen: doing.switch_off(),
            needs="none",
            group=_MORE,
            allowed=lambda _chosen: not doing.is_off(),
        ),
        Act(
            "Bật lại quy định này",
            lambda _chosen: doing.switch_on(),
            needs="none",
            group=_MORE,
            allowed=lambda _chosen: doing.is_off(),
        ),
    ]


def _columns(rule: Rule) -> list[Column[Finding]]:
    unit: list[Column[Finding]] = [
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=12)
    ]
    name = "Đơn vị, việc" if rule.of_units else FIELD["full_name"]
    return [
        Column("name", name, lambda one: one.name, width=20, named=True),
        Column("due_on", "Hạn", lambda one: _day(one.due_on), lambda one: one.due_on, width=9),
        Column("urgency", "Mức độ", lambda one: URGENCY[one.urgency], width=8),
        *(() if rule.of_units else unit),
        Column("evidence", "Căn cứ trong sổ", lambda one: one.evidence, width=44, tooltip=whole),
        Column("advice", "Cần làm", lambda one: one.advice, width=38, tooltip=whole),
        Column(
            "since", "Tính từ ngày", lambda one: printed(one.since), lambda one: one.since, width=11
        ),
    ]


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def whole(finding: Finding) -> str:
    """What the books say and what to do, as two lines."""
    return f"{finding.evidence}\nCần làm: {finding.advice}"
