"""The forms of nominations: what is asked for, a correction, what came down, a setting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.award_book import giver_remark, medal_remark
from ccb_desktop.domain.emulation.awards import Nomination
from ccb_desktop.domain.emulation.candidates import Candidate
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.emulation.nomination_book import NominationLine
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store, load_branch, save_branch
from ccb_desktop.operations.emulation import nominations
from ccb_desktop.operations.emulation.awards import AwardWords
from ccb_desktop.operations.emulation.nominations import Decision
from ccb_desktop.ui.emulation.awards.award_dialog import CONTENT
from ccb_desktop.ui.emulation.nominations.about_field import ABOUT, AboutField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import label

_NAMED = 8
_FIELDS = ("form", "giver", "reason", "note")


def named(names: Sequence[str]) -> str:
    """`3 trường hợp: An, Ba, Tư`; of many only the first ones."""
    left = len(names) - _NAMED
    told = ", ".join(names[:_NAMED]) + (f" và {number(left)} nữa" if left > 0 else "")
    return told if len(names) == 1 else f"{number(len(names))} trường hợp: {told}"


def nominate_dialog(
    parent: QWidget,
    store: Store,
    words: AwardWords,
    year: int,
    candidates: Sequence[Candidate],
    form_name: str = "",
) -> FormDialog:
    """The form that asks what some are put forward for.

    Args:
        parent: The tab it belongs to.
        store: The books.
        words: Forms and givers.
        year: Of the nominations.
        candidates: Who was chosen.
        form_name: The form of award that is proposed at first.
    """
    form = Form()
    form.add(_wish_fields(words, "Để trống thì ghi theo sổ: năm liền, chức vụ, số năm trong Hội"))
    form.add([AboutField([list(one.key) for one in candidates])])
    form.set_values({"form": form_name})
    _tell_remarks(form, [one.name for one in candidates if one.medal_year is not None])

    def keep(values: dict[str, Any], form_id: str) -> Change:
        wish = Nomination(year=year, **{name: values[name] for name in _FIELDS})
        return nominations.nominate(store, wish, candidates, form_id)

    intro = named([one.name for one in candidates])
    return FormDialog(parent, f"Đề nghị khen năm {year}", form, keep, intro=intro)


def correct_dialog(
    parent: QWidget, store: Store, words: AwardWords, line: NominationLine
) -> FormDialog:
    """The form that corrects one nomination."""
    known = line.nomination
    form = Form()
    form.add(_wish_fields(words))
    form.set_values({name: getattr(known, name) for name in _FIELDS})
    holders = [line.candidate.name] if line.candidate.medal_year is not None else []
    _tell_remarks(form, holders)

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return nominations.correct_nomination(store, replace(known, **values), form_id)

    return FormDialog(parent, "Sửa đề nghị khen", form, keep, intro=line.candidate.name)


def award_dialog(parent: QWidget, store: Store, lines: Sequence[NominationLine]) -> FormDialog:
    """The form that asks for the decision which came of some nominations."""
    form = Form()
    form.add(
        [
            DayField("awarded_on", OWN_FIELD["awarded_on"], required=True),
            TextField("decision_no", FIELD["decision_no"]),
            LongTextField(
                "content", CONTENT, lines=2, hint="Để trống thì lấy lý do của từng đề nghị"
            ),
        ]
    )
    form.set_values({"awarded_on": date.today()})
    ids = [line.nomination.id or 0 for line in lines]
    form.add([AboutField(ids)])

    def keep(values: dict[str, Any], form_id: str) -> Change:
        decision = {name: told for name, told in values.items() if name != ABOUT}
        return nominations.award_nominations(store, ids, Decision(**decision), form_id)

    return FormDialog(
        parent,
        "Ghi đã được khen",
        form,
        keep,
        intro=f"{named([line.candidate.name for line in lines])}. Sổ khen thưởng ghi cùng lúc.",
        save_label="Ghi vào sổ khen thưởng",
    )


def medal_years_dialog(parent: QWidget, store: Store, years: int) -> FormDialog:
    """The form that asks after how many years somebody is put forward for the Kỷ niệm chương."""
    form = Form()
    form.add(
        [
            NumberField(
                "medal_years",
                "Số năm trong Hội để xét Kỷ niệm chương",
                least=1,
                most=60,
                required=True,
                hint="Theo quy định hiện hành của Trung ương Hội",
            )
        ]
    )
    form.set_values({"medal_years": years})

    def keep(values: dict[str, Any], _form_id: str) -> Change:
        return save_branch(store, replace(load_branch(store), **values))

    return FormDialog(parent, "Số năm xét Kỷ niệm chương", form, keep)


def _wish_fields(words: AwardWords, reason_hint: str = "") -> list[Field]:
    return [
        SuggestField("form", OWN_FIELD["form"], among(words.forms), required=True),
        SuggestField("giver", OWN_FIELD["giver"], among(words.givers), required=True),
        LongTextField("reason", FIELD["reason"], lines=3, hint=reason_hint),
        TextField("note", FIELD["note"], wide=True),
    ]


def _tell_remarks(form: Form, holders: Sequence[str]) -> None:
    """Say what the guidance says of what is asked for."""
    remark = label("", "problem")
    form.add_widget(remark)

    def follow() -> None:
        wanted = form.field("form").value() or ""
        told = [
            giver_remark(wanted, form.field("giver").value() or ""),
            medal_remark(wanted, holders),
        ]
        remark.setText("\n".join(f"⚠ {one}" for one in told if one))
        remark.setVisible(any(told))

    form.changed.connect(follow)
    follow()
