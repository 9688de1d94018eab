"""What windows need to say funds, units and categories of vouchers."""

from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.operations.branch import Store, list_codes
from ccb_desktop.operations.funds.campaigns import list_campaigns
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.members.units import list_units

OF_BRANCH = "Hội"
"""The level of a fund that no chi hội keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundWords:
    """Funds, units, campaigns and categories, as they are called on one day."""

    on: date
    funds: tuple[Fund, ...] = ()
    units: tuple[Unit, ...] = ()
    categories: tuple[str, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    _unit_names: dict[int | None, str] = field(default_factory=dict, compare=False)

    def fund(self, fund_id: int | None) -> Fund | None:
        """The fund with this id."""
        return next((fund for fund in self.funds if fund.id == fund_id), None)

    def fund_name(self, fund_id: int | None) -> str:
        """What a fund is called."""
        fund = self.fund(fund_id)
        return "" if fund is None else fund.name

    def fund_choices(self, *, with_closed: bool = False) -> list[tuple[int | None, str]]:
        """Funds as they are offered, those of the branch first."""
        return [
            (fund.id, fund.name) for fund in self.funds if with_closed or fund.is_open_on(self.on)
        ]

    def level(self, fund: Fund) -> str:
        """`Hội`, or the chi hội that keeps the fund."""
        return OF_BRANCH if fund.unit_id is None else self.unit_name(fund.unit_id)

    def unit_name(self, unit_id: int | None) -> str:
        """The name a unit bears on the day, with its former ward where another bears it too."""
        if not self._unit_names:
            self._unit_names.update(told_names(self.units, self.on))
        return self._unit_names.get(unit_id, "")

    def unit_choices(self) -> list[tuple[int | None, str]]:
        """The chi hội in being on the day, as they are offered."""
        return [
            (unit.id, self.unit_name(unit.id))
            for unit in self.units
            if unit.kind is UnitKind.CHI_HOI and unit.stands_on(self.on)
        ]


def load_fund_words(store: Store, on: date) -> FundWords:
    """Read funds, units, campaigns and the categories of vouchers."""
    codes = sorted(list_codes(store, "VOUCHER_CATEGORY"), key=lambda code: code.position)
    return FundWords(
        on=on,
        funds=tuple(list_funds(store)),
        units=tuple(list_units(store)),
        campaigns=tuple(list_campaigns(store)),
        categories=tuple(code.label for code in codes if not code.retired),
    )
