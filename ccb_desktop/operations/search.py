"""Everything that the search box finds: people, units, vouchers, tasks, activities, documents.

A voucher is found by its number, however old it is; by who paid or received, and by its
content, among the latest ones only, for a branch may keep a million of them. The tab Phiếu
thu – chi looks through any span of days. Of activities the latest are known, too.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.data import register
from ccb_desktop.data.activities import activities
from ccb_desktop.data.funds import voucher_lists
from ccb_desktop.data.funds.vouchers import find_number
from ccb_desktop.data.members import lists, units
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import plan
from ccb_desktop.domain.funds.vouchers import Voucher, parse_number
from ccb_desktop.domain.labels import STATUS
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import Query, match_key, matches, normalise
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.register.documents import Document

_MOST = 12
_VOUCHERS = 6  # of them are shown at most
_TASKS = 6
_ACTIVITIES = 6
_DOCUMENTS = 6
_LATEST = 2_000  # vouchers and activities whose words are known


class FoundKind(StrEnum):
    """What was found."""

    PERSON = "PERSON"
    UNIT = "UNIT"
    VOUCHER = "VOUCHER"
    TASK = "TASK"
    ACTIVITY = "ACTIVITY"
    DOCUMENT = "DOCUMENT"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that fits what was typed.

    Attributes:
        detail: What tells it apart from others of the name.
    """

    kind: FoundKind
    id: int
    title: str
    detail: str


class SearchIndex:
    """Names prepared once, so that each key typed is answered at once."""

    def __init__(self, store: Store, today: date) -> None:
        """Read the names of the books as they stand today."""
        self._store = store
        with store.reading() as session:
            members = lists.list_members(session, today)
            clubs = lists.list_club_members(session)
            self._units = units.list_units(session)
            self._vouchers = voucher_lists.latest(session, _LATEST)
            tasks = {task.id: task for task in plan.list_key_tasks(session)}
            items = plan.list_items(session)
            held = activities.latest_names(session, _LATEST)
            documents = register.list_documents(session)
        seen = {line.person_id for line in members}
        self._people = [
            (line.person_id, line.full_name, f"{line.unit_name}, {_born(line.born_on)}{state}")
            for line in members
            for state in [f", {STATUS[line.status]}" if line.status not in IN_HOI else ""]
        ] + [
            (line.person_id, line.full_name, f"{line.unit_name}, {_born(line.born_on)}")
            for line in clubs
            if line.person_id not in seen
        ]
        self._tasks = [
            Found(FoundKind.TASK, item.id or 0, item.what, f"năm {task.year}, {task.title}")
            for item in reversed(items)
            for task in [tasks[item.key_task_id]]
        ]
        self._activities = [
            Found(FoundKind.ACTIVITY, own, name, f"ngày {short_date(on)}") for own, name, on in held
        ]
        self._documents = [_document(one) for one in reversed(documents)]
        self._document_words = [f"{one.title} {one.detail}" for one in self._documents]
        self._document_keys = [match_key(words) for words in self._document_words]
        self._activity_keys = [match_key(one.title) for one in self._activities]
        self._names = [name for _id, name, _detail in self._people]
        self._keys = [match_key(name) for name in self._names]
        self._words = [normalise(_words_of(line.voucher)) for line in self._vouchers]
        self._word_keys = [match_key(words) for words in self._words]

    def find(self, typed: str) -> list[Found]:
        """The first people and units that fit, in Vietnamese order, then what the books hold."""
        if not typed.strip():
            return []
        places = Query(typed).select(self._keys, self._names)[:_MOST]
        people = [Found(FoundKind.PERSON, *self._people[place]) for place in places]
        units_found = [
            Found(FoundKind.UNIT, unit.id or 0, unit.name, unit.code)
            for unit in self._units
            if matches(typed, unit.name)
        ]
        tasks = [one for one in self._tasks if matches(typed, f"{one.title} {one.detail}")]
        vouchers = self._find_vouchers(typed)
        named = [one.title for one in self._activities]
        held = Query(typed).select(self._activity_keys, named)[:_ACTIVITIES]
        found = people + units_found[:_MOST] + vouchers + tasks[:_TASKS]
        found += [self._activities[place] for place in held]
        named = self._document_words
        written = Query(typed).select(self._document_keys, named)[:_DOCUMENTS]
        return found + [self._documents[place] for place in written]

    def _find_vouchers(self, typed: str) -> list[Found]:
        """The voucher of a number, or the latest ones of a payer or content."""
        number = parse_number(typed)
        if number is not None:
            with self._store.reading() as session:
                voucher = find_number(session, number)
            return [_found(voucher)] if voucher is not None else []
        places = Query(typed).select(self._word_keys, self._words)[:_VOUCHERS]
        return [_found(self._vouchers[place].voucher) for place in places]


def _document(document: Document) -> Found:
    title = document.symbol or document.subject
    day = document.arrived_on or document.issued_on
    told = (f"ngày {short_date(day)}" if day else "", document.subject, document.issuer)
    detail = ", ".join(part for part in told if part and part != title)
    return Found(FoundKind.DOCUMENT, document.id or 0, title, detail)


def _words_of(voucher: Voucher) -> str:
    return f"{voucher.number_text} {voucher.payer} {voucher.content}"


def _found(voucher: Voucher) -> Found:
    title = voucher.number_text or "Phiếu nháp"
    amount = f"{format_dong(voucher.amount_dong)} đồng"
    told = (short_date(voucher.issued_on), amount, voucher.payer, voucher.content)
    return Found(FoundKind.VOUCHER, voucher.id or 0, title, ", ".join(filter(None, told)))


def _born(born_on: object) -> str:
    return f"sinh {born_on}" if born_on is not None else "chưa ghi ngày sinh"
