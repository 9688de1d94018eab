"""The memberships of an old ward: how each member stands on the eve, and what comes later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    PAUSES,
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    Standing,
    in_order,
    is_on_roll_without_entry,
    standing_on,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.unit_changes.plans import PlanMaker

MERGER = "Sáp nhập"
MEMBER, LEFT = "Hội viên", "Chỉ giữ hồ sơ"
CLUB_MEMBER, DOUBLE_NUMBER = "Thành viên CLB", "Số trùng"


class WardMembers:
    """Brings memberships and events over, after units and people."""

    def __init__(
        self, books: Books, ward: Books, plan: PlanMaker, ward_name: str, on: date
    ) -> None:
        self._books, self._ward, self._plan = books, ward, plan
        self._ward_name, self._on = ward_name, on
        self._people: Mapping[int, int] = {}
        self._units: Mapping[int, int] = {}
        self._brought: dict[int, int] = {}

    def bring(self, people: Mapping[int, int], units: Mapping[int, int]) -> dict[int, int]:
        """Bring everything; gives membership of the ward → membership here.

        Args:
            people: Person of the ward → person here.
            units: Unit of the ward → unit here.
        """
        self._people, self._units = people, units
        for membership in self._ward.memberships.by_id.values():
            if membership.kind is MembershipKind.CLUB:
                self._bring_club(membership)
            else:
                self._bring_member(membership)
        return self._brought

    def _bring_club(self, membership: Membership) -> None:
        unit_id = self._unit(membership.unit_id)
        if unit_id is None:
            return
        person_id = self._people[membership.person_id or 0]
        ended = membership.ended_on
        then = replace(membership, id=None, person_id=person_id, unit_id=unit_id)
        if ended is not None and ended.last_day < self._on:
            self._tell(LEFT, membership, f"thành viên câu lạc bộ đến {ended}")
            return
        since = membership.joined_on or membership.on_roll_from
        if since is None or since.first_day < self._on:
            told = f"Vào CLB {membership.joined_on}" if membership.joined_on else ""
            then = replace(
                then,
                joined_on=None,
                on_roll_from=PartialDate.of(self._on),
                note=_joined((membership.note, told)),
            )
        self._books.add_membership(then)
        self._tell(CLUB_MEMBER, membership, self._books.units[unit_id].name)

    def _bring_member(self, membership: Membership) -> None:
        events = in_order(self._ward.events_of(membership))
        earlier = [e for e in events if e.happened_on.first_day < self._on]
        later = [e for e in events if e.happened_on.first_day >= self._on]
        course = self._ward.standings_of(membership)
        standing = standing_on(course, self._on - timedelta(days=1))
        is_in = standing is not None and standing.status in IN_HOI
        brought = self._books.add_membership(self._here(membership, events, earlier))
        self._brought[membership.id or 0] = brought.id or 0
        if is_in and standing is not None:
            self._enter(brought, standing, earlier)
        for event in later:
            self._add(self._moved_here(event), brought)
        if is_in and standing is not None:
            self._tell(MEMBER, membership, self._name(standing.unit_id))
        elif later or brought.on_roll_from is not None:
            self._tell(MEMBER, membership, "vào sau ngày sáp nhập")
        else:
            gone = EVENT_KIND[earlier[-1].kind].lower() if earlier else "không rõ"
            self._tell(LEFT, membership, gone)

    def _here(
        self,
        membership: Membership,
        events: Sequence[MembershipEvent],
        earlier: Sequence[MembershipEvent],
    ) -> Membership:
        """The membership as it is kept here: on the roll only where it began after the day."""
        since = membership.on_roll_from
        begins = since is not None and since.first_day >= self._on
        begins = begins and not earlier and is_on_roll_without_entry(events)
        return replace(
            membership,
            id=None,
            person_id=self._people[membership.person_id or 0],
            card_no=self._free_card(membership),
            joined_on=membership.joined_on or _admitted_on(earlier),
            on_roll_from=since if begins else None,
            unit_id=self._unit(membership.unit_id),
            sub_unit_id=self._unit(membership.sub_unit_id),
            note=_joined((membership.note, self._past(earlier), self._card_then(membership))),
        )

    def _enter(
        self, brought: Membership, standing: Standing, earlier: Sequence[MembershipEvent]
    ) -> None:
        """He comes on the day, and stands as he stood on its eve."""
        entry = MembershipEvent(
            kind=EventKind.TRANSFERRED_IN,
            happened_on=PartialDate.of(self._on),
            unit_id=self._unit(standing.unit_id),
            sub_unit_id=self._unit(standing.sub_unit_id),
            elsewhere=self._ward_name,
            reason=MERGER,
        )
        self._add(entry, brought)
        pause = next((e for e in reversed(earlier) if PAUSES.get(e.kind) is standing.status), None)
        if pause is not None:
            again = replace(
                pause,
                id=None,
                happened_on=PartialDate.of(self._on),
                unit_id=entry.unit_id,
                sub_unit_id=entry.sub_unit_id,
                note=_joined((pause.note, f"Từ {pause.happened_on} ở {self._ward_name}")),
            )
            self._add(again, brought)

    def _add(self, event: MembershipEvent, brought: Membership) -> None:
        self._books.add_event(replace(event, membership_id=brought.id))

    def _moved_here(self, event: MembershipEvent) -> MembershipEvent:
        return replace(
            event,
            id=None,
            unit_id=self._unit(event.unit_id),
            sub_unit_id=self._unit(event.sub_unit_id),
            from_unit_id=self._unit(event.from_unit_id),
        )

    def _free_card(self, membership: Membership) -> str:
        return "" if self._holder(membership) else membership.card_no

    def _card_then(self, membership: Membership) -> str:
        holder = self._holder(membership)
        if not holder:
            return ""
        self._tell(
            DOUBLE_NUMBER,
            membership,
            f"đang ghi cho {holder}; số này để ở ghi chú",
            f"Số thẻ {membership.card_no}",
        )
        return f"Số thẻ trong sổ {self._ward_name}: {membership.card_no}"

    def _holder(self, membership: Membership) -> str:
        found = self._books.person_with_card(membership.card_no) if membership.card_no else None
        return found.full_name if found else ""

    def _past(self, earlier: Iterable[MembershipEvent]) -> str:
        """What the old books tell, in one line."""
        told = "; ".join(map(_in_words, earlier))
        return f"Theo sổ {self._ward_name}: {told}" if told else ""

    def _unit(self, unit_id: int | None) -> int | None:
        return self._units.get(unit_id or 0)

    def _name(self, unit_id: int | None) -> str:
        return self._ward.units[unit_id].name if unit_id in self._ward.units.by_id else ""

    def _tell(self, tells: str, membership: Membership, after: str, before: str = "") -> None:
        person = self._ward.people[membership.person_id or 0]
        born = f" ({person.born_on.year})" if person.born_on else ""
        self._plan.tell(tells, f"{person.full_name}{born}", before or self._ward_name, after)


def _admitted_on(earlier: Sequence[MembershipEvent]) -> PartialDate | None:
    """The day of joining, where only the event told it."""
    first = next((e for e in earlier if e.kind is EventKind.ADMITTED), None)
    return first.happened_on if first else None


def _in_words(event: MembershipEvent) -> str:
    more = (event.elsewhere, f"QĐ {event.decision_no}" if event.decision_no else "", event.reason)
    told = f"{EVENT_KIND[event.kind].lower()} {event.happened_on}"
    known = ", ".join(filter(None, more))
    return f"{told} ({known})" if known else told


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(filter(None, texts))
