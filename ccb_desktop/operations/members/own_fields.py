"""Add, rename, order and retire the branch's own fields; read what they say of people."""

from collections.abc import Mapping
from dataclasses import replace

from ccb_desktop.data.members import own_fields
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.exchange.own_columns import taken_header
from ccb_desktop.domain.own_fields import OwnField, OwnTexts, check_own_field, stored_of
from ccb_desktop.domain.people_names import normalise


def list_own_fields(store: Store) -> list[OwnField]:
    """Every field in its order, retired ones included."""
    with store.reading() as session:
        return own_fields.list_own_fields(session)


def count_own_values(store: Store) -> dict[int, int]:
    """Field → of how many people it says something."""
    with store.reading() as session:
        return own_fields.count_own_values(session)


def load_own_texts(store: Store, person_id: int) -> OwnTexts:
    """What the fields say of one person."""
    with store.reading() as session:
        return own_fields.load_own_texts(session, [person_id]).get(person_id, {})


def load_all_own_texts(store: Store) -> Mapping[int, OwnTexts]:
    """Person → what the fields say of him; people of whom they say nothing are left out."""
    with store.reading() as session:
        return own_fields.load_own_texts(session)


def save_own_field(store: Store, field: OwnField, form_id: str | None = None) -> Change:
    """Add, rename, retire or bring back a field; a new one comes last.

    Raises:
        Invalid: By form field; also a kind that does not suit what is written already.
    """
    field = replace(field, label=normalise(field.label))
    with store.writing(f"Ghi trường riêng: {field.label}", form_id) as session:
        others = [f for f in own_fields.list_own_fields(session) if f.id != field.id]
        check_own_field(field, others)
        taken = taken_header(field.label)
        if taken:
            raise Invalid({"label": f"Chương trình đã có sẵn mục “{taken}”."})
        _check_kind(session, field)
        if field.id is None:
            place = max((other.position for other in others), default=-1) + 1
            field = replace(field, position=place)
        own_fields.save_own_field(session, field)
    return session.change


def _check_kind(session: Session, field: OwnField) -> None:
    """What is written cannot become something of another kind."""
    known = next((f for f in own_fields.list_own_fields(session) if f.id == field.id), None)
    written = own_fields.count_own_values(session).get(field.id or 0, 0)
    if known is not None and known.kind is not field.kind and written:
        raise Invalid(
            {"kind": f"Đã ghi cho {written} người, nên không đổi kiểu được nữa. Lập trường mới."}
        )


def move_own_field(store: Store, field: OwnField, *, up: bool) -> Change:
    """Let a field change places with its neighbour; at the end of the row nothing happens."""
    with store.writing(f"Đổi thứ tự trường riêng: {field.label}") as session:
        order = own_fields.list_own_fields(session)
        place = next((i for i, one in enumerate(order) if one.id == field.id), 0)
        other = place - 1 if up else place + 1
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
        for position, one in enumerate(order):
            own_fields.save_own_field(session, replace(one, position=position))
    return session.change


def remove_own_field(store: Store, field: OwnField) -> Change:
    """Take out a field of which nothing is written.

    Raises:
        Conflict: Something is; it can only be retired.
    """
    with store.writing(f"Xóa trường riêng: {field.label}") as session:
        written = own_fields.count_own_values(session).get(field.id or 0, 0)
        if written:
            raise Conflict(
                f"Trường “{field.label}” đã ghi cho {written} người nên không xóa được. "
                "Số liệu vẫn nguyên. Bấm “Thôi dùng” thì trường không hỏi nữa."
            )
        own_fields.delete_own_field(session, field.id or 0)
    return session.change


def stored_values(fields: list[OwnField], values: Mapping[str, object]) -> dict[int, str]:
    """What a form says of the fields it asks, as the books keep it.

    Raises:
        Invalid: By the names of the fields.
    """
    kept: dict[int, str] = {}
    faults: dict[str, str] = {}
    for field in fields:
        if field.name in values:
            try:
                kept[field.id or 0] = stored_of(field, values[field.name])
            except Invalid as invalid:
                faults |= invalid.fields
    if faults:
        raise Invalid(faults)
    return kept
