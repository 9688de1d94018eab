"""Two records of one person side by side, with what is proposed if they are made one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.members import doubles, merging
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.doubles.candidates import Candidate, compare
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.member_sheet import MemberFile
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.merging import courses, holdings
from ccb_desktop.domain.merging import fields as merging_fields
from ccb_desktop.domain.merging.courses import Asked, Holding
from ccb_desktop.domain.merging.fields import Choices, FieldPair

OWN = "own:"
"""What the names of the branch's own fields begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two records side by side.

    Attributes:
        kept: The one that is kept.
        other: The one that is taken up into it.
        alike: How alike they are, and why.
        pairs: Their fields; those of the membership only where both are in the Hội.
        files: How many files are attached to each.
    """

    kept: MemberFile
    other: MemberFile
    alike: Candidate
    pairs: tuple[FieldPair, ...]
    files: tuple[int, int]

    def course(self, choices: Choices) -> courses.Course | None:
        """Both memberships of the Hội laid over each other; `None` where one has none."""
        mine, his = hoi_holding(self.kept), hoi_holding(self.other)
        if mine is None or his is None:
            return None
        return courses.lay_over(mine, his, holdings.followed(self.pairs, choices))

    def asked(self, choices: Choices) -> list[Asked]:
        """The events of both, with what is proposed for each."""
        course = self.course(choices)
        return [] if course is None else courses.asked(course)

    def problem(self, choices: Choices, left_out: Collection[int]) -> str:
        """Why these choices cannot be, in plain words; empty where they can."""
        course = self.course(choices)
        try:
            if course is not None:
                courses.join(course, left_out)
        except Invalid as invalid:
            return str(invalid)
        return ""


def hoi_holding(file: MemberFile) -> Holding | None:
    """A person's membership of the Hội with its events."""
    found = [m for m in file.memberships if m.kind is MembershipKind.HOI]
    if not found:
        return None
    own = tuple(e for e in file.events if e.membership_id == found[0].id)
    return Holding(found[0], own)


def compare_two(store: Store, first_id: int, second_id: int) -> Comparison:
    """Two people side by side; the record that says more is the one to keep.

    Raises:
        NotFound: One of them is not in the books.
        Invalid: They are one record.
    """
    with store.reading() as session:
        files = load_member_files(session, [first_id, second_id])
        fuller_first = sorted(files, key=lambda file: (-_known_of(file), file.person.id or 0))
        return comparison_of(session, *(file.person.id or 0 for file in fuller_first))


def comparison_of(session: Session, *ids: int) -> Comparison:
    """Two people in this order, within a block that is open already; errors as `compare_two`."""
    if len(set(ids)) < 2:
        raise Invalid({"person": "Chọn hai người khác nhau để so sánh."})
    kept, other = load_member_files(session, ids)
    today = date.today()
    known = doubles.list_known_people(session, today, ids)
    return Comparison(
        kept=kept,
        other=other,
        alike=compare(*known),
        pairs=tuple(_pairs(session, kept, other, today)),
        files=(merging.count_files(session, ids[0]), merging.count_files(session, ids[1])),
    )


def _known_of(file: MemberFile) -> int:
    """How much a record says: its fields, and above all its number and place in the Hội."""
    person = file.person
    said = sum(
        getattr(person, name) not in (None, "", frozenset(), (), False)
        for name in person.__dataclass_fields__
    )
    is_member = hoi_holding(file) is not None
    return said + 3 * bool(person.citizen_id) + 5 * is_member + len(file.events)


def _pairs(session: Session, kept: MemberFile, other: MemberFile, on: date) -> list[FieldPair]:
    pairs = merging_fields.compare_people(kept.person, other.person)
    mine, his = hoi_holding(kept), hoi_holding(other)
    if mine is not None and his is not None:
        pairs += holdings.membership_pairs(mine, his, on)
    return pairs + _own_pairs(session, kept.person.id or 0, other.person.id or 0)


def _own_pairs(session: Session, kept_id: int, other_id: int) -> list[FieldPair]:
    mine, his = merging.own_values(session, kept_id), merging.own_values(session, other_id)
    return [
        merging_fields.field_pair(
            f"{OWN}{field_id}",
            (mine.get(field_id) or his[field_id])[0],
            mine.get(field_id, ("", ""))[1],
            his.get(field_id, ("", ""))[1],
        )
        for field_id in dict.fromkeys([*mine, *his])
    ]
