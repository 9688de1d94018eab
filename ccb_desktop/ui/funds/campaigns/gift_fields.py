"""Fields that the two windows in which gifts are entered have in common."""

from datetime import date
from typing import Any

from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import DONOR_KIND, MONEY_PLACE
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.fund_words import FundWords

POST = "Ghi sổ, lập phiếu thu"
"""What the button says where money comes into the book."""

STAYS = "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do."


def donor_kind_field() -> ChoiceField:
    """Whether a member gives, a unit, or somebody from outside."""
    return ChoiceField(
        "donor_kind", MONEY_FIELD["donor_kind"], list(DONOR_KIND.items()), required=True
    )


def unit_field(words: FundWords) -> ChoiceField:
    """The unit that gives, or that the donor belongs to."""
    return ChoiceField("unit_id", FIELD["unit"], words.unit_choices(), none="Không thuộc chi hội")


def booking_fields(words: FundWords) -> list[Field]:
    """The day, and whether and where money comes into the book."""
    return [
        DayField("given_on", MONEY_FIELD["given_on"], required=True),
        YesNoField(
            "through_book",
            MONEY_FIELD["through_book"],
            required=True,
            hint="Có: tiền vào quỹ, lập phiếu thu. Không: chỉ ghi để theo dõi",
        ),
        ChoiceField("fund_id", MONEY_FIELD["fund_id"], words.fund_choices(), none="Chọn quỹ"),
        ChoiceField("place", MONEY_FIELD["place"], list(MONEY_PLACE.items()), required=True),
    ]


def first_values(words: FundWords, campaign: Campaign) -> dict[str, Any]:
    """What is most often right: today, in cash, into the fund of the campaign."""
    offered = [known for known, _name in words.fund_choices()]
    fund_id = campaign.fund_id if campaign.fund_id in offered else None
    if fund_id is None and len(offered) == 1:
        fund_id = offered[0]
    return {
        "given_on": date.today(),
        "through_book": bool(offered),
        "fund_id": fund_id,
        "place": MoneyPlace.CASH,
    }


def ask_where(form: Form) -> None:
    """Ask for the fund only where money passes the book."""
    booked = form.field("through_book").value() is True
    for name in ("fund_id", "place"):
        form.field(name).required = booked
        form.field(name).setVisible(booked)
