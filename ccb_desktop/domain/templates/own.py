"""A Word template as the branch has changed it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """The branch's own form of a template; the bytes are kept in the store.

    Attributes:
        name: File name of the template that it stands for.
        content_sha256: Of its bytes.
        changed_at: When it was taken in.
        in_use: Papers are made from it; else it is kept aside and the program's is used.
    """

    id: int | None = None
    name: str
    content_sha256: str
    changed_at: datetime
    in_use: bool = True
