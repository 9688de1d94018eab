"""Rows of the lists of campaigns and of gifts, and their columns."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.labels import DONOR_KIND
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.funds.campaigns import CampaignFile, CampaignLine
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.money_columns import money_column

VOIDED = "ĐÃ HỦY"


@dataclass(frozen=True, slots=True)
class GiftLine:
    """A gift with the names that its ids stand for."""

    gift: Contribution
    unit_name: str
    receipt: str

    @property
    def counts(self) -> bool:
        """Whether it still counts."""
        return self.gift.voided_on is None

    @property
    def state(self) -> str:
        """How it stands in the books."""
        if self.gift.voided_on is not None:
            return f"{VOIDED} {short_date(self.gift.voided_on)}"
        if self.receipt:
            return "Có phiếu thu"
        return "Qua sổ quỹ" if self.gift.through_book else "Chỉ để theo dõi"


def gift_lines(file: CampaignFile) -> list[GiftLine]:
    """The gifts of a campaign, the newest first."""
    return [
        GiftLine(
            gift,
            file.unit_names.get(gift.unit_id or 0, ""),
            file.receipts.get(gift.voucher_id or 0, ""),
        )
        for gift in file.gifts
    ]


def _percent(line: CampaignLine) -> str:
    percent = line.collected.percent
    return "" if percent is None else f"{number(percent, decimals=2)} %"


def days_told(line: CampaignLine, today: date) -> str:
    """`còn 12 ngày`, `đã kết thúc`, or nothing where no end is set."""
    left = line.campaign.days_left(today)
    if left is None:
        return ""
    if left < 0:
        return "Đã kết thúc"
    return "Ngày cuối" if left == 0 else f"Còn {number(left)} ngày"


def campaign_columns() -> list[Column[CampaignLine]]:
    """Columns of the list of campaigns."""
    return [
        Column("name", MONEY_FIELD["campaign_id"], lambda one: one.campaign.name, width=30),
        money_column("total", "Đã được", lambda one: one.collected.total_dong, width=14, zero="0"),
        Column(
            "percent",
            "Tỷ lệ",
            _percent,
            lambda one: one.collected.percent,
            align="right",
            width=10,
            searched=False,
        ),
        money_column(
            "target", MONEY_FIELD["target_dong"], lambda one: one.collected.target_dong, width=14
        ),
        Column(
            "time",
            "Thời hạn",
            lambda one: days_told(one, date.today()),
            lambda one: one.campaign.to_on,
            width=12,
        ),
        money_column("goods", "Trong đó hiện vật", lambda one: one.collected.goods_dong, width=14),
        money_column(
            "off_book", "Không qua sổ quỹ", lambda one: one.collected.off_book_dong, width=14
        ),
        Column("document", MONEY_FIELD["document_no"], lambda one: one.campaign.document_no),
        Column(
            "from_on",
            FIELD["from_on"],
            lambda one: short_date(one.campaign.from_on) if one.campaign.from_on else "",
            lambda one: one.campaign.from_on,
            shown=False,
        ),
        Column("note", FIELD["note"], lambda one: one.campaign.note, width=20, shown=False),
    ]


def gift_columns() -> list[Column[GiftLine]]:
    """Columns of the list of gifts; what is voided stands there, and is in no sum."""
    return [
        Column(
            "given_on",
            "Ngày",
            lambda one: short_date(one.gift.given_on),
            lambda one: one.gift.given_on,
            width=10,
        ),
        Column("donor", MONEY_FIELD["donor"], lambda one: one.gift.donor, width=24),
        Column("unit", FIELD["unit"], lambda one: one.unit_name, width=11),
        money_column(
            "amount",
            MONEY_FIELD["amount_dong"],
            lambda one: one.gift.amount_dong,
            counted=lambda one: one.counts,
        ),
        Column("goods", MONEY_FIELD["goods"], lambda one: one.gift.goods, width=15),
        money_column(
            "goods_value",
            MONEY_FIELD["goods_value_dong"],
            lambda one: one.gift.goods_value_dong,
            counted=lambda one: one.counts,
        ),
        Column("state", "Sổ quỹ", lambda one: one.state, width=15),
        Column("receipt", "Phiếu thu", lambda one: one.receipt, width=13),
        Column("kind", "Loại", lambda one: DONOR_KIND[one.gift.donor_kind], width=10),
        Column("note", FIELD["note"], lambda one: one.gift.note, width=20, shown=False),
    ]
