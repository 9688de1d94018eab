"""Change the addresses of many people by one rule: seen line by line first, one act."""

from ccb_desktop.data.members import addresses
from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.unit_changes.addresses import (
    AddressRule,
    change_addresses,
    rule_label,
)
from ccb_desktop.domain.unit_changes.plans import Plan


def plan_addresses(store: Store, rule: AddressRule) -> Plan:
    """Whose address would become what; nothing is written.

    Raises:
        Invalid: By field.
    """
    with store.reading() as session:
        return change_addresses(addresses.list_residents(session), rule)[1]


def change_many_addresses(store: Store, rule: AddressRule, form_id: str | None = None) -> Change:
    """Do it, as one act.

    Raises:
        Invalid: By field; the store is as before.
    """
    with store.writing(rule_label(rule), form_id) as session:
        changes, _plan = change_addresses(addresses.list_residents(session), rule)
        addresses.save_addresses(session, changes)
    return session.change
