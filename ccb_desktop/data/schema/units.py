"""Units with their names, terms of office, posts."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.members.units import PostScope, UnitKind
from ccb_desktop.domain.partial_dates import PartialDate


class UnitRow(Row):
    """A chi hội, phân hội or club."""

    __tablename__ = "units"
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[UnitKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    former_ward: Mapped[str]
    founded_on: Mapped[PartialDate | None]
    brought_in_on: Mapped[PartialDate | None]
    ended_on: Mapped[PartialDate | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    note: Mapped[str]


class UnitNameRow(Row):
    """A name that a unit bore from a day on."""

    __tablename__ = "unit_names"
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), index=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    from_on: Mapped[PartialDate | None]


class TermRow(Row):
    """A term of the branch's board."""

    __tablename__ = "terms"
    number: Mapped[str]
    from_on: Mapped[PartialDate]
    to_on: Mapped[PartialDate | None]


class PostRow(Row):
    """A post held by a person."""

    __tablename__ = "posts"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    title: Mapped[str]
    scope: Mapped[PostScope]
    organisation: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    from_on: Mapped[PartialDate | None]
    to_on: Mapped[PartialDate | None]
    elected: Mapped[bool | None]
    note: Mapped[str]
