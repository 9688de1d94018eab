"""The lists of dues: the grid of every unit on paper, and who lacks what."""

from ccb_desktop.data.funds import dues
from ccb_desktop.data.funds.dues_books import load_payers
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session
from ccb_desktop.domain.fund_papers import dues_lists
from ccb_desktop.domain.funds.dues_sheet import dues_sheets
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.operations.funds.dues import arrears_in


def dues_list(session: Session, source: ListSource) -> ListPaper:
    """The dues of the year of the day, unit by unit, with what was paid by then."""
    on = source.order.on
    names = unit_names(session, on)
    paid = dues.paid_in_year(session, on.year, on)
    rules = dues.load_rules(session)
    sheets = dues_sheets(load_payers(session), rules, paid, on.year)
    order = [*(unit.id for unit in list_units(session)), None]
    named = [(names.get(own, ""), sheets[own]) for own in order if own in sheets]
    return dues_lists.dues_list(source, named, has_rates=bool(rules.rates))


def arrears_list(session: Session, source: ListSource) -> ListPaper:
    """Who lacks dues of any year on the day, by unit and person."""
    arrears = arrears_in(session, source.order.on)
    order = [*(unit.id for unit in list_units(session)), None]
    names = [(own, arrears.unit_names.get(own, "")) for own in order]
    return dues_lists.arrears_list(source, arrears.members, names, has_rates=arrears.has_rates)
