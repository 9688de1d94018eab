"""What a gift round is: occasion, day, whose money, how much for each."""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.due_rounds import ChosenRecipient, listed_for
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import PAID_BY
from ccb_desktop.domain.visits.payments import level_of
from ccb_desktop.domain.visits.round_lists import RoundState
from ccb_desktop.domain.visits.rounds import GiftRound
from ccb_desktop.domain.visits.visits import Occasion, PaidBy
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.rounds import RoundFile, save_round
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, TextField
from ccb_desktop.ui.visits.rounds.chosen_field import CHOSEN, ChosenField
from ccb_desktop.ui.visits.words import VisitWords


class BegunRound(NamedTuple):
    """A round that is proposed, and for whom."""

    round: GiftRound
    chosen: tuple[ChosenRecipient, ...]


_INTRO = "Ghi đợt trước, rồi chọn người theo tiêu chí, in danh sách ký nhận và chi."
_AFTER = "Lưu xong, danh sách mở ra để sửa, in ký nhận và chi."
_NO_AMOUNT = (
    "Dịp này chưa có mức chi thường lệ: ghi Mức mỗi người hay Hiện vật ở dưới, "
    "hoặc lưu rồi ghi cho từng người."
)
_INTRO_PAID = "Đợt đã chi nên chỉ sửa được tên và ghi chú."
_AMOUNTS = ("amount_dong", "goods_value_dong")


def round_dialog(
    parent: QWidget,
    store: Store,
    words: VisitWords,
    file: RoundFile | None = None,
    begun: BegunRound | None = None,
) -> FormDialog:
    """A window on a round, on a new one where none is given.

    Args:
        parent: The tab it belongs to.
        store: The books.
        words: Funds, occasions and usual amounts.
        file: The round that is corrected.
        begun: What is known of a new one, and for whom it is.
    """
    known = file.round if file is not None else _first(words, begun)
    paid = file is not None and file.state is not RoundState.PREPARED
    form = Form()
    chosen = [] if begun is None else [ChosenField()]
    form.add([_title(), *chosen, *_fields(words)] if not paid else [_title(), _note()])
    form.set_values({name: getattr(known, name) for name in form.fields if name != CHOSEN})
    if begun is not None:
        form.field(CHOSEN).set_value(begun.chosen)
    for name in _AMOUNTS:
        if name in form.fields:
            form.field(name).set_value(getattr(known, name) or None)
    form.settle()
    if not paid:
        _ask_theme(form)
        form.field("occasion").changed.connect(lambda: _ask_theme(form))
        form.field("fund_id").changed.connect(lambda: _follow_fund(form, words))

    def save(values: dict[str, Any], form_id: str) -> Change:
        chosen = values.pop(CHOSEN, ())
        filled = {name: values[name] or 0 for name in _AMOUNTS if name in values}
        return save_round(store, replace(known, **(values | filled)), form_id, chosen)

    if file is None:
        dialog = FormDialog(parent, "Lập đợt tặng quà", form, save, intro=_INTRO)
        if begun is not None:
            _tell_cost(dialog, words)
            form.changed.connect(lambda: _tell_cost(dialog, words))
            dialog.renewed.connect(lambda: _tell_cost(dialog, words))
        return dialog
    return FormDialog(parent, "Sửa đợt tặng quà", form, save, intro=_INTRO_PAID if paid else "")


def _tell_cost(dialog: FormDialog, words: VisitWords) -> None:
    """How many they are, and what they get by what stands in the form."""
    values = dialog.form.values()
    chosen = values.pop(CHOSEN)
    day = values["planned_on"] or date.today()
    typed = GiftRound(
        title="",
        occasion=values["occasion"] or "",
        planned_on=day,
        amount_dong=values["amount_dong"] or 0,
    )
    cost = sum(line.amount_dong for line in listed_for(typed, chosen, words.usual))
    how = "mức ghi ở dưới" if typed.amount_dong else "mức chi thường lệ"
    told = f"{number(len(chosen))} người, theo {how}: {number(cost)} đồng. {_AFTER}"
    dialog.set_intro(told if cost else f"{number(len(chosen))} người. {_NO_AMOUNT}")


def _first(words: VisitWords, begun: BegunRound | None) -> GiftRound:
    """What is most often right: the branch's own money, in cash, today."""
    own = [
        fund
        for fund in words.money.funds
        if fund.unit_id is None and fund.is_open_on(words.money.on)
    ]
    meant = [fund for fund in own if fund.purpose is FundPurpose.SOLIDARITY]
    used = next(iter(meant or own), None)
    wanted = begun.round if begun is not None else None
    fresh = GiftRound(title="", occasion=Occasion.HOLIDAY, planned_on=date.today())
    return replace(
        wanted or fresh,
        fund_id=used.id if used is not None else None,
        place=MoneyPlace.CASH,
        paid_by=PaidBy.BRANCH,
    )


def _title() -> Field:
    return TextField(
        "title", "Tên đợt", required=True, wide=True, hint="Ví dụ: Tặng quà Tết Bính Ngọ 2026"
    )


def _note() -> Field:
    return LongTextField("note", FIELD["note"], lines=2)


def _fields(words: VisitWords) -> list[Field]:
    return [
        ChoiceField(
            "occasion",
            VISIT_FIELD["occasion"],
            words.occasions,
            required=True,
            none="Chọn dịp",
            empty="",
        ),
        TextField("theme", VISIT_FIELD["theme"], hint="Ví dụ: Mặt trận Vị Xuyên"),
        DayField(
            "planned_on",
            VISIT_FIELD["planned_on"],
            required=True,
            hint="Tuổi và diện tính vào ngày này",
        ),
        AmountField("amount_dong", "Mức mỗi người", hint="Trống: theo mức chi thường lệ"),
        ChoiceField(
            "fund_id",
            MONEY_FIELD["fund_id"],
            words.money.fund_choices(),
            none="Không qua sổ quỹ",
            hint="Tiền chi ra từ quỹ này bằng một phiếu chi",
        ),
        ChoiceField("place", MONEY_FIELD["place"], list(MONEY_PLACE.items()), required=True),
        ChoiceField("paid_by", VISIT_FIELD["paid_by"], list(PAID_BY.items()), required=True),
        TextField("goods", MONEY_FIELD["goods"], hint="Mỗi người, ví dụ: 1 hộp quà"),
        AmountField("goods_value_dong", MONEY_FIELD["goods_value_dong"]),
        _note(),
    ]


def _ask_theme(form: Form) -> None:
    """A reunion is held for something."""
    theme, is_reunion = form.field("theme"), form.field("occasion").value() == Occasion.REUNION
    theme.setVisible(is_reunion)
    theme.required = is_reunion


def _follow_fund(form: Form, words: VisitWords) -> None:
    """Whose money it is follows from the fund that pays."""
    fund = words.money.fund(form.field("fund_id").value())
    if fund is not None:
        form.field("paid_by").set_value(level_of(fund))
