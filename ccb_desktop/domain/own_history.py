"""What the history says of the branch's own fields: by their labels, as officers read them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.own_fields import OwnField, own_text
from ccb_desktop.domain.record_words import Told

OWN_VALUES = "own_values"
_UNKNOWN = "Trường riêng"


class OwnHistory:
    """Tells changes of own fields; a correction itself does not say of which field it is."""

    def __init__(
        self,
        changes: Iterable[RecordChange],
        fields: Iterable[OwnField],
        field_of: Mapping[int, object] = MappingProxyType({}),
    ) -> None:
        """Find out of which field each change is.

        Args:
            changes: All that are to be told.
            fields: The branch's own fields.
            field_of: Record → id of its field, where the changes themselves may not say it.
        """
        self._fields = {field.id: field for field in fields}
        self._field_of = dict(field_of)
        for change in changes:
            for values in (change.before, change.after):
                if change.kind == OWN_VALUES and values and "field_id" in values:
                    self._field_of[change.record_id] = values["field_id"]

    def told(self, change: RecordChange) -> list[Told]:
        """What a change did to a field; nothing for records of another kind."""
        if change.kind != OWN_VALUES:
            return []
        field = self._fields.get(self._field_of.get(change.record_id))  # type: ignore[call-overload]  # what history keeps is of any type
        label = field.label if field else _UNKNOWN
        corrected = change.before is not None and change.after is not None
        column = "value" if corrected else ""
        return [Told(column, label, _said(field, change.before), _said(field, change.after))]


def _said(field: OwnField | None, values: Mapping[str, object] | None) -> str:
    stored = str((values or {}).get("value", ""))
    return own_text(field, stored) if field else stored
