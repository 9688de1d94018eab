"""Whom a gift round is for: ticked by what the roster knows, with count and cost meanwhile."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.queries import Condition, Group, How, Join, sieve
from ccb_desktop.domain.visits.round_lists import cost_of, counted
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.rounds import RoundChoice, RoundFile, choose_people
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.query_dialog import QueryDialog
from ccb_desktop.ui.kit.text_fields import NumberField
from ccb_desktop.ui.kit.widgets import button

_LISTS = {"poverty": "POVERTY", "policies": "POLICY", "periods": "PERIOD", "tags": "TAG"}
_INTRO = "Đánh dấu các diện được tặng quà. Ai thuộc một trong các diện ấy thì có trong danh sách."


class CriteriaDialog(FormDialog):
    """Whoever fits one of the ticked criteria is put on the list."""

    def __init__(self, parent: QWidget, store: Store, file: RoundFile, choice: RoundChoice) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            file: The round.
            choice: From whom is chosen.
        """
        self._store = store
        self._file = file
        self._choice = choice
        form = Form()
        form.add(_fields(choice))
        super().__init__(
            parent,
            f"Chọn người: {file.round.title}",
            form,
            self._write,
            save_label="Đưa vào danh sách",
        )
        form.changed.connect(self.tell)
        self.tell()

    def query(self) -> Group:
        """What is ticked, as a question about members."""
        values = self.form.values()
        asked = [
            Condition(name, How.IS, code) for name in _LISTS for code in values.get(name) or ()
        ]
        if values["age"] is not None:
            asked.append(Condition("age", How.AT_LEAST, str(values["age"])))
        if not asked:
            return Group()
        parts: list[Condition | Group] = [Group(Join.ANY, tuple(asked))]
        if values["unit"]:
            parts.insert(0, Condition("unit", How.IS, values["unit"]))
        return Group(Join.ALL, tuple(parts))

    def tell(self) -> None:
        """How many fit what is ticked, what they cost, and what the fund holds."""
        query = self.query()
        if query.is_empty:
            self.set_intro(_INTRO)
            return
        self.set_intro(self.cost_of(query))

    def cost_of(self, query: Group) -> str:
        """Count and cost of a question in words."""
        choice, file = self._choice, self._file
        test = sieve(query, choice.fields)
        rule = choice.words.age_rule
        fitting, cost, each = cost_of(file.round, choice.members, test, choice.usual, rule)
        how = "mức theo tuổi" if each is None and fitting else f"× {number(each or 0)} đồng"
        said = f"{number(fitting)} người {how} = {number(cost)} đồng."
        if file.held_dong is None:
            return said
        said += f" {file.fund_name} hiện có {number(file.held_dong)} đồng"
        if cost > file.held_dong:
            return f"{said}, THIẾU {number(cost - file.held_dong)} đồng."
        return f"{said}, chi xong còn {number(file.held_dong - cost)} đồng."

    def further_buttons(self) -> list[QPushButton]:
        """The way to questions of any kind."""
        return [button("Tiêu chí khác…", self.ask_more, icon="filter")]

    def ask_more(self) -> None:
        """Ask about every field of the roster, beginning with what is ticked."""
        fields = self._choice.fields
        dialog = QueryDialog(
            self,
            list(fields.values()),
            lambda test: counted(self._choice.members, test),
            None,
            noun="hội viên",
            query=self.query(),
            act="Đưa vào danh sách",
            cost=self.cost_of,
        )
        dialog.chosen.connect(lambda query, _name: self._take(query))
        dialog.open()

    def _take(self, query: Group) -> None:
        try:
            change = self._put(query, self.form_id)
        except UserError as error:
            self.tell_failed(error)
            return
        self.tell_saved(change)
        self.accept()

    def _write(self, _values: dict[str, Any], form_id: str) -> Change:
        return self._put(self.query(), form_id)

    def _put(self, query: Group, form_id: str) -> Change:
        return choose_people(self._store, self._file.round.id or 0, query, form_id)


def _fields(choice: RoundChoice) -> list[Any]:
    words = choice.words
    units = [
        (str(unit.id), words.unit_name(unit.id)) for unit in words.standing_units(UnitKind.CHI_HOI)
    ]
    lists = [
        ChecklistField(name, FIELD[name], words.choices(listed))
        for name, listed in _LISTS.items()
        if words.choices(listed)
    ]
    return [
        *lists,
        NumberField("age", "Tuổi từ", after="trở lên"),
        ChoiceField("unit", FIELD["unit"], units, none="Mọi chi hội", hint="Chỉ người của chi hội"),
    ]
