"""A round beside the last one of its occasion: who is new, who is gone."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.round_lists import ComparedRecipient, Since, key_of
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.visits.rounds.lines import SINCE


class CompareDialog(ListDialog):
    """Everybody of the two rounds once."""

    def __init__(
        self,
        parent: QWidget,
        titles: tuple[str, str],
        lines: Sequence[ComparedRecipient],
        unit_names: Mapping[int | None, str],
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            titles: This round, and the one before.
            lines: Who is on which list.
            unit_names: Chi hội by id.
        """
        super().__init__(parent, "So với đợt trước")
        table: RecordTable[ComparedRecipient] = RecordTable(
            "compared-rounds",
            _columns(unit_names),
            id_of=lambda one: key_of(one.line),
            noun="người",
        )
        table.add_choice("Xem", [(None, "Tất cả"), *SINCE.items()], lambda one: one.since)
        of = Counter(one.since for one in lines)
        now, before = titles
        note = (
            f"{now} so với {before}: {number(of[Since.NEW])} người mới, "
            f"{number(of[Since.GONE])} người không còn, {number(of[Since.BOTH])} người có ở cả hai."
        )
        self.show_list(table, lines, note, letters=(60, 34))


def _columns(unit_names: Mapping[int | None, str]) -> list[Column[ComparedRecipient]]:
    return [
        Column("since", "So với đợt trước", lambda one: SINCE[one.since], width=14),
        Column("recipient", FIELD["full_name"], lambda one: one.line.recipient, width=24),
        Column("unit", FIELD["unit"], lambda one: unit_names.get(one.line.unit_id, ""), width=12),
        Column("why", VISIT_FIELD["why"], lambda one: one.line.why, width=24),
        money_column(
            "before", "Đợt trước", lambda one: one.before.amount_dong if one.before else 0
        ),
        money_column("now", "Đợt này", lambda one: one.now.amount_dong if one.now else 0),
    ]
