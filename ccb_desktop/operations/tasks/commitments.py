"""What members sign that they will do in a year: entered for many or one, judged, taken out."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.members import lists, people
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import commitments
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.commitments import (
    Commitment,
    CommitmentLine,
    Kept,
    Pledge,
    check_commitment,
    commitments_of,
)
from ccb_desktop.domain.tasks.labels import KEPT


def list_commitments(store: Store, year: int) -> list[CommitmentLine]:
    """The commitments of a year, with the units as they are, or were at its end."""
    with store.reading() as session:
        return commitments.list_lines(session, year, day_of(year))


def load_line(store: Store, commitment_id: int) -> CommitmentLine:
    """One commitment with its names.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        known = commitments.load_commitment(session, commitment_id)
        found = commitments.list_lines_of(session, [known.person_id], day_of(known.year))
        return next(line for line in found if line.commitment.id == commitment_id)


def list_years(store: Store) -> list[int]:
    """The years in which somebody signed, the latest first."""
    with store.reading() as session:
        return commitments.list_years(session)


def day_of(year: int) -> date:
    """The day on which members are looked up for a year: today, or its last."""
    return min(date.today(), date(year, 12, 31))


def members_to_sign(
    store: Store, year: int, unit_ids: Collection[int | None] | None = None
) -> list[MemberLine]:
    """Members who take part and have not signed for a year yet.

    The exempt and the suspended are left out: they are not graded either (rule 4).

    Args:
        store: The books.
        year: The year.
        unit_ids: Only of these chi hội; of all where it is not given.
    """
    with store.reading() as session:
        signed = commitments.people_with(session, year)
        return [
            line
            for line in lists.list_members(session, day_of(year))
            if line.status is Status.ACTIVE
            and line.person_id not in signed
            and (unit_ids is None or line.unit_id in unit_ids)
        ]


def pledge(store: Store, signed: Pledge, form_id: str | None = None) -> Change:
    """Enter the same for several members; who has signed for the year already is passed over.

    Raises:
        Invalid: By field: `content`, `signed_on`; also where nobody is left.
    """
    if not signed.person_ids:
        raise Invalid({"unit_ids": "Không còn hội viên nào chưa đăng ký ở nơi đã chọn."})
    told = f"Ghi đăng ký thi đua năm {signed.year}: {number(len(signed.person_ids))} hội viên"
    with store.writing(told, form_id) as session:
        for one in commitments_of(signed, commitments.people_with(session, signed.year)):
            check_commitment(one, date.today())
            commitments.save_commitment(session, one)
    return session.change


def save_commitment(store: Store, commitment: Commitment, form_id: str | None = None) -> Change:
    """Enter or correct one commitment.

    Raises:
        Invalid: By field: `content`, `signed_on`.
        NotFound: It, or the person, is not there any more.
    """
    check_commitment(commitment, date.today())
    act = "Ghi" if commitment.id is None else "Sửa"
    tidy = replace(commitment, content=commitment.content.strip(), note=commitment.note.strip())
    with store.reading() as session:
        name = people.load_person(session, commitment.person_id).full_name
    with store.writing(f"{act} đăng ký thi đua: {name}", form_id) as session:
        commitments.save_commitment(session, tidy)
    return session.change


def judge(store: Store, commitment_ids: Sequence[int], kept: Kept) -> Change:
    """Say of some what became of them at the end of the year.

    Raises:
        NotFound: One is not there any more.
    """
    told = f"Đánh giá {number(len(commitment_ids))} bản đăng ký thi đua: {KEPT[kept].lower()}"
    with store.writing(told) as session:
        for commitment_id in commitment_ids:
            known = commitments.load_commitment(session, commitment_id)
            commitments.save_commitment(session, replace(known, kept=kept))
    return session.change


def note_signed(
    store: Store, commitment_ids: Sequence[int], signed_on: date, form_id: str | None = None
) -> Change:
    """Keep the day on which some were signed.

    Raises:
        Invalid: Under `signed_on`: it has not come.
        NotFound: One is not there any more.
    """
    told = f"Ghi ngày ký {number(len(commitment_ids))} bản đăng ký thi đua"
    with store.writing(told, form_id) as session:
        for commitment_id in commitment_ids:
            known = commitments.load_commitment(session, commitment_id)
            signed = replace(known, signed_on=signed_on)
            check_commitment(signed, date.today())
            commitments.save_commitment(session, signed)
    return session.change


def remove_commitments(store: Store, commitment_ids: Sequence[int]) -> Change:
    """Take out some commitments.

    Raises:
        NotFound: One is not there any more.
    """
    told = f"Bỏ {number(len(commitment_ids))} bản đăng ký thi đua"
    with store.writing(told) as session:
        for commitment_id in commitment_ids:
            commitments.load_commitment(session, commitment_id)
            commitments.delete_commitment(session, commitment_id)
    return session.change
