"""The guided window of a death: six steps on tabs, each of which can wait."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import DEATH_PAPER, offered
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.visits.death_steps import Condolence, DeathSteps
from ccb_desktop.domain.visits.deaths import (
    DeathFile,
    honoured,
    lunar_day,
    never_silent,
    open_elsewhere,
    open_matters,
)
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.visits import PaidBy
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.deaths import save_death
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChecklistField
from ccb_desktop.ui.kit.date_field import DateField, DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.visits.deaths.condolence_fields import CondolenceFields
from ccb_desktop.ui.visits.deaths.relatives_field import relatives_field
from ccb_desktop.ui.visits.words import VisitWords

_SAVE, _POST, _CLOSE = "Lưu việc tang", "Lưu và ghi sổ phiếu chi", "Vẫn ghi là xong"
_INTRO = "Ghi được đến đâu lưu đến đó; phần chưa có để trống, sau này mở lại ghi tiếp."
_OF_CASE = ("held_where", "committee", "papers_sent_on", "card_returned_on", "closed_on")


class DeathDialog(FormDialog):
    """What is known of a death so far; saved as one act."""

    duties = (Duty.VISITS,)

    def __init__(self, parent: QWidget, store: Store, words: VisitWords, file: DeathFile) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            words: The funds there are, and what is usually given.
            file: What the books say of the death.
        """
        self._store = store
        self._words = words
        self._file = file
        self._lunar = lunar_day(file.person.died_on)
        form = Form()
        self._condolences = self._build_form(form)
        form.set_values(self._values())
        super().__init__(
            parent,
            f"Việc tang {honoured(file)}",
            form,
            self._write,
            intro=_intro(file),
            save_label=_SAVE,
        )
        form.field("died_on").changed.connect(self._follow_day)
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()

    # Building

    def _build_form(self, form: Form) -> list[CondolenceFields]:
        file = self._file
        form.add_tab("1. Từ trần")
        form.add(_death_fields(file))
        form.add_tab("2. Phúng viếng")
        levels = (PaidBy.BRANCH, PaidBy.CHI_HOI)
        made = [CondolenceFields(form, self._store, self._words, file, level) for level in levels]
        form.add_tab("3. Lễ tang")
        form.add(
            [
                LongTextField("held_where", VISIT_FIELD["held_where"], lines=3),
                LongTextField(
                    "committee",
                    VISIT_FIELD["committee"],
                    lines=6,
                    hint="Mỗi người một dòng: họ tên, việc được giao",
                ),
            ]
        )
        form.add_tab("4. Thân nhân")
        form.add([relatives_field(file.person.id or 0)])
        form.add_tab("5. Mai táng phí")
        papers = offered(self._words.death_papers, DEATH_PAPER, file.case.papers)
        form.add(
            [
                ChecklistField("papers", "Giấy tờ đã có", papers),
                DayField("papers_sent_on", "Nộp hồ sơ ngày", hint="Để trống khi chưa nộp"),
            ]
        )
        form.add_tab("6. Việc còn lại")
        self._add_rest(form)
        return made

    def _add_rest(self, form: Form) -> None:
        file = self._file
        is_begun = file.case.id is not None
        matters = open_matters(file) if is_begun else list(open_elsewhere(file))
        if matters:
            heading = "Còn phải làm, theo lần lưu trước" if is_begun else "Còn trong sổ sách khác"
            form.add_widget(label(heading, "heading"))
            form.add_widget(label("\n".join(f"•  {one.text}" for one in matters)))
        if file.membership is not None:
            card = file.membership.card_no or "chưa ghi số"
            form.add([DayField("card_returned_on", f"Thu lại thẻ ({card}) ngày")])
        if file.held_posts:
            posts = [(post.id, post.title) for post in file.held_posts]
            form.add([ChecklistField("ended_posts", "Thôi các chức danh từ ngày mất", posts)])
        if file.is_head:
            form.add([TextField("household_head", "Chủ hộ mới", hint="Để trống khi chưa đổi")])
        form.add(
            [
                LongTextField("note", FIELD["note"], lines=2),
                DayField(
                    "closed_on", "Xong việc tang ngày", hint="Ghi ngày này khi không còn việc gì"
                ),
            ]
        )

    def _values(self) -> dict[str, Any]:
        file = self._file
        person, event, case = file.person, file.event, file.case
        return {
            "died_on": person.died_on or (event.happened_on if event else None),
            "lunar_death_day": person.lunar_death_day or self._lunar,
            "burial_place": person.burial_place,
            "decision_no": event.decision_no if event else "",
            "decision_on": event.decision_on if event else None,
            "relatives": file.relatives,
            "papers": tuple(case.papers),
            "note": case.note,
            **{name: getattr(case, name) for name in _OF_CASE},
        }

    # What follows from what is typed

    def _follow_day(self) -> None:
        """The lunar day follows the day of death, unless the family has told another."""
        field = self.form.field("lunar_death_day")
        found = lunar_day(self.form.field("died_on").value())
        if found and field.value() in ("", self._lunar):
            field.set_value(found)
            self._lunar = found

    def _follow(self) -> None:
        self.save_button.setText(_POST if self._booked() else _SAVE)

    def _booked(self) -> bool:
        return any(fields.books_money for fields in self._condolences)

    # Saving

    def save(self) -> bool:
        """Save; ask first where a payment is posted, or a death is closed that left a loan."""
        missing = {
            fields.day: "Ghi ngày viếng, hoặc xóa những ô của lần viếng này."
            for fields in self._condolences
            if fields.lacks_day()
        }
        if not self.is_filled_in():
            return False
        if missing:
            return self.tell_failed(Invalid(missing))
        values = self.form.values()
        asked = [*self._told_payments(values), *self._told_left(values)]
        if not asked:
            return super().save()
        act = _POST if self._booked() else _CLOSE
        messages.ask(
            self,
            "\n".join(asked),
            [(act, super().save)],
            stay="Xem lại",
            posts=self._booked(),
        )
        return False

    def _told_payments(self, values: dict[str, Any]) -> list[str]:
        paid = [one for one in self._visits(values) if one.fund_id is not None]
        if not paid:
            return []
        return [
            f"Ghi sổ phiếu chi phúng viếng {honoured(self._file)}?",
            *(
                f"{format_dong(one.amount_dong)} đồng từ "
                f"{self._words.money.fund_name(one.fund_id)}, ngày {short_date(one.visited_on)}."
                for one in paid
            ),
            "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do.",
        ]

    def _told_left(self, values: dict[str, Any]) -> list[str]:
        """What is still owed or held by whom this saving closes the death of."""
        if values["closed_on"] is None or self._file.case.closed_on is not None:
            return []
        left = never_silent(self._file, values.get("ended_posts", ()))
        if not left:
            return []
        return [
            f"Việc tang {honoured(self._file)} ghi là xong, nhưng trong sổ vẫn còn việc.",
            *(f"•  {one.text}" for one in left),
            "Danh sách việc tang vẫn nhắc những việc này ở cột Còn phải làm.",
        ]

    def _visits(self, values: dict[str, Any]) -> tuple[Condolence, ...]:
        made = (fields.condolence(values) for fields in self._condolences)
        return tuple(one for one in made if one is not None)

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        case = replace(
            self._file.case,
            papers=frozenset(values["papers"]),
            note=values["note"],
            **{name: values[name] for name in _OF_CASE if name in values},
        )
        steps = DeathSteps(
            case=case,
            died_on=values["died_on"],
            decision_no=values.get("decision_no", ""),
            decision_on=values.get("decision_on"),
            lunar_death_day=values["lunar_death_day"],
            burial_place=values["burial_place"],
            condolences=self._visits(values),
            relatives=values["relatives"],
            ended_posts=tuple(values.get("ended_posts", ())),
            household_head=values.get("household_head", ""),
        )
        return save_death(self._store, steps, form_id)


def _death_fields(file: DeathFile) -> list[Any]:
    day = DateField("died_on", "Từ trần ngày (dương lịch)", required=True)
    lunar = TextField(
        "lunar_death_day",
        FIELD["lunar_death_day"],
        hint="Tự tính theo ngày dương; gia đình báo khác thì sửa",
    )
    burial = TextField("burial_place", FIELD["burial_place"], wide=True)
    if file.membership is None or not (file.is_member or file.event):
        return [day, lunar, burial]
    return [
        day,
        lunar,
        TextField(
            "decision_no", FIELD["decision_no"], hint="Quyết định, thông báo của Hội, nếu có"
        ),
        DateField("decision_on", FIELD["decision_on"]),
        burial,
    ]


def _intro(file: DeathFile) -> str:
    born = f"Sinh {file.person.born_on}" if file.person.born_on else ""
    known = " · ".join(part for part in (born, file.unit_name) if part)
    return f"{known}\n{_INTRO}" if known else _INTRO
