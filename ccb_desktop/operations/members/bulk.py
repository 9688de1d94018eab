"""One field of many people, or one decision for many: looked at first, then done as one act."""

from collections.abc import Sequence

from ccb_desktop.data.members import bulk
from ccb_desktop.data.store import Store
from ccb_desktop.domain.bulk.edits import BulkPlan, Subject
from ccb_desktop.domain.bulk.events import Candidate, EventPlan, plan_events
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid


def load_subjects(store: Store, person_ids: Sequence[int]) -> list[Subject]:
    """The people whose field is to be set, each once, in the order given.

    Raises:
        NotFound: Somebody is not in the books any more.
    """
    with store.reading() as session:
        return bulk.load_subjects(session, person_ids)


def edit_many(store: Store, plan: BulkPlan, form_id: str | None = None) -> Change:
    """Do what a plan says as one act; whoever is refused stays as he is.

    Raises:
        Invalid: Nobody's field would change; field `value`.
        Conflict: A field is not any more as the plan found it; nothing was written.
    """
    if not plan.changes:
        raise Invalid({"value": "Không có ai thay đổi. Xem lại giá trị mới hoặc chọn người khác."})
    with store.writing(plan.act, form_id) as session:
        if not bulk.is_as_planned(session, plan):
            raise Conflict(_CHANGED)
        bulk.write_field(session, plan)
    return session.change


def load_candidates(store: Store, person_ids: Sequence[int]) -> list[Candidate]:
    """The people for whom a decision is to be recorded, each once, in the order given.

    Raises:
        NotFound: Somebody is not in the books any more.
    """
    with store.reading() as session:
        return bulk.load_candidates(session, person_ids)


def record_for_many(store: Store, plan: EventPlan, form_id: str | None = None) -> Change:
    """Record a decision as planned, as one act; for whom it cannot be recorded is left out.

    Raises:
        Invalid: It can be recorded for nobody; field `happened_on`.
        Conflict, NotFound: Somebody does not stand any more as the plan found him.
    """
    if not plan.events:
        reasons = sorted({refusal.reason for refusal in plan.refusals})
        raise Invalid({"happened_on": f"Không ghi được cho ai. {' '.join(reasons)}"})
    with store.writing(plan.act, form_id) as session:
        now = bulk.load_candidates(session, [one.person.id or 0 for one in plan.events])
        if plan_events(plan.decision, now).events != plan.events:
            raise Conflict(_CHANGED)
        bulk.write_events(session, plan)
    return session.change


_CHANGED = (
    "Hồ sơ của những người này vừa được sửa ở chỗ khác. Chưa ghi gì. "
    "Đóng cửa sổ này, chọn lại rồi làm lại."
)
