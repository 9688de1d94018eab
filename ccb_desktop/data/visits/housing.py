"""Houses that the Hội helps to build or mend, in the store, with the money of others."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds import funds
from ccb_desktop.data.funds.cash_book import printed_number
from ccb_desktop.data.members import units
from ccb_desktop.data.tables import (
    AttachedFileRow,
    HousingSourceRow,
    HousingSupportRow,
    VoucherRow,
)
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.visits.housing import HousingSource, HousingSupport
from ccb_desktop.domain.visits.housing_lines import HousingLine


def list_housing(session: Session) -> list[HousingSupport]:
    """Every house, voided ones too, the newest entry first."""
    return _housing(session)


def load_housing(session: Session, housing_id: int) -> HousingSupport:
    """One house.

    Raises:
        NotFound: It is not there any more.
    """
    found = _housing(session, HousingSupportRow.id == housing_id)
    if not found:
        raise NotFound("Nhà này không còn trong sổ. Hãy mở lại danh sách.")
    return found[0]


def _housing(session: Session, *wanted: ColumnElement[bool]) -> list[HousingSupport]:
    house, source = HousingSupportRow, HousingSourceRow
    houses = select(house.__table__).where(*wanted).order_by(house.id.desc())
    of_these = select(house.id).where(*wanted)
    query = select(source.__table__).where(source.housing_id.in_(of_these)).order_by(source.id)
    sources = rows.list_by_owner(session, HousingSource, query, "housing_id")
    return rows.list_with_parts(session, HousingSupport, houses, sources=sources)


def save_housing(session: Session, support: HousingSupport) -> int:
    """Insert or overwrite a house with exactly its sources; gives the id."""
    housing_id = rows.save(session, HousingSupportRow, support)
    rows.save_parts(session, HousingSourceRow, "housing_id", housing_id, support.sources)
    return housing_id


def delete_housing(session: Session, housing_id: int) -> None:
    """Take out a house with its sources; what is attached to it must be gone before."""
    rows.save_parts(session, HousingSourceRow, "housing_id", housing_id, ())
    rows.delete_one(session, HousingSupportRow, housing_id)


def list_lines(session: Session, on: date) -> list[HousingLine]:
    """Every house with its names as they are on a day, the newest entry first."""
    unit_names = told_names(units.list_units(session), on)
    fund_names = {fund.id: fund.name for fund in funds.list_funds(session)}
    payments, pictures = _payment_numbers(session), _count_pictures(session)
    return [
        HousingLine(
            support=one,
            unit_name=unit_names.get(one.unit_id, ""),
            fund_name=fund_names.get(one.fund_id, ""),
            payment=payments.get(one.voucher_id or 0, ""),
            pictures=pictures.get(one.id or 0, 0),
        )
        for one in list_housing(session)
    ]


def _payment_numbers(session: Session) -> Mapping[int, str]:
    """Payment for a house → its number in print."""
    voucher = VoucherRow
    of_houses = select(HousingSupportRow.voucher_id).where(
        HousingSupportRow.voucher_id.is_not(None)
    )
    query = select(voucher.id, voucher.kind, voucher.issued_on, voucher.number).where(
        voucher.id.in_(of_houses)
    )
    found = session.execute(query)
    return {own: printed_number(kind, on, number) for own, kind, on, number in found}


def _count_pictures(session: Session) -> Mapping[int, int]:
    """House → how many pictures and papers are attached to it."""
    owner = AttachedFileRow.housing_id
    query = select(owner, func.count()).where(owner.is_not(None)).group_by(owner)
    return {own: count for own, count in session.execute(query) if own is not None}
