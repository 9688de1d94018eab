"""Units found by code and name, also right after one came, changed or went."""

from dataclasses import replace

from ccb_desktop.domain.imports.unit_shelf import UnitShelf
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from tests.books import day


def unit(code, name, kind=UnitKind.CHI_HOI, **more):
    return Unit(code=code, kind=kind, names=(UnitName(name),), **more)


def test_a_unit_is_found_by_code_and_name_whatever_their_writing():
    shelf = UnitShelf((), 1)
    made = shelf.add(unit("CH05", "Chi hội 5"))
    assert shelf.of_code(" ch05 ") == made
    assert shelf.named("chi hoi 05", UnitKind.CHI_HOI) == made
    assert shelf.named("CH05", UnitKind.CHI_HOI) == made
    assert shelf.named("CH05", UnitKind.CLUB) is None


def test_what_is_found_follows_every_change():
    shelf = UnitShelf((), 1)
    assert shelf.named("Chi hội 1", UnitKind.CHI_HOI) is None
    made = shelf.add(unit("CH1", "Chi hội 1"))
    assert shelf.named("Chi hội 1", UnitKind.CHI_HOI) == made
    renamed = replace(made, names=(UnitName("Chi hội Đông"),))
    assert shelf.put(renamed)
    assert shelf.named("Chi hội 1", UnitKind.CHI_HOI) is None
    assert shelf.named("chi hội đông", UnitKind.CHI_HOI) == renamed
    shelf.remove(made.id)
    assert shelf.of_code("CH1") is shelf.named("chi hội đông", UnitKind.CHI_HOI) is None


def test_phan_hoi_are_meant_within_their_chi_hoi_and_standing_units_come_first():
    shelf = UnitShelf((), 1)
    parents = [shelf.add(unit(code, code)) for code in ("A1", "B1")]
    parts = [
        shelf.add(unit(f"{parent.code}-1", "Phân hội 1", UnitKind.PHAN_HOI, parent_id=parent.id))
        for parent in parents
    ]
    for parent, part in zip(parents, parts, strict=True):
        assert shelf.named("Phân hội 1", UnitKind.PHAN_HOI, parent.id) == part
    ended = shelf.add(unit("C1", "Chi hội Cũ", ended_on=day("2020")))
    standing = shelf.add(unit("C2", "Chi hội Cũ"))
    assert shelf.named("Chi hội Cũ", UnitKind.CHI_HOI) == standing
    assert ended.id != standing.id
