"""Ties when a form is replaced."""

from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.keeping import kept_ties
from ccb_desktop.domain.superior_forms.shapes import Blank


def tie(place, label):
    return FormBlank(id=1, place=place, label=label, tie="x")


def test_the_same_place_with_the_same_words_holds_on():
    found = kept_ties([tie("a", "Nữ")], [Blank(place="a", label="NỮ")])
    assert [(one.place, one.label, one.tie) for one in found.kept] == [("a", "NỮ", "x")]


def test_a_blank_that_has_moved_is_known_by_words_that_are_its_own():
    found = kept_ties(
        [tie("a", "Nữ")], [Blank(place="a", label="Nam"), Blank(place="b", label="Nữ")]
    )
    assert [one.place for one in found.kept] == ["b"]


def test_words_that_stand_twice_tell_nothing():
    blanks = [Blank(place="b", label="Nữ"), Blank(place="c", label="Nữ")]
    found = kept_ties([tie("a", "Nữ")], blanks)
    assert [one.place for one in found.fallen] == ["a"]


def test_two_ties_never_meet_in_one_blank():
    found = kept_ties([tie("a", "Nữ"), tie("b", "Nữ")], [Blank(place="a", label="Nữ")])
    assert ([one.place for one in found.kept], [one.place for one in found.fallen]) == (
        ["a"],
        ["b"],
    )
