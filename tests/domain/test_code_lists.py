"""Code lists: a new entry gets a code that no entry has and that the store can keep."""

from ccb_desktop.domain.code_lists import (
    DEATH_PAPER,
    Code,
    code_list,
    free_code,
    offered,
    starting_codes,
)


def entry(label, code=""):
    return Code(list_name="TAG", code=code or label, label=label)


def test_a_new_entry_is_known_by_its_label():
    assert free_code("Hiến máu", []) == "Hiến máu"


def test_a_label_that_another_entry_once_had_gives_another_code():
    renamed = entry("Đã hiến máu", code="Hiến máu")
    assert free_code("Hiến máu", [renamed]) == "Hiến máu 2"
    assert free_code("Hiến máu", [renamed, entry("Hiến máu 2")]) == "Hiến máu 3"


def test_no_code_holds_the_sign_that_parts_codes():
    assert free_code("Văn nghệ; thể thao", []) == "Văn nghệ, thể thao"


def test_tags_are_the_branch_s_own():
    assert code_list("TAG").holds_codes
    assert [code for code in starting_codes() if code.list_name == "TAG"] == []


def test_a_retired_entry_is_offered_only_where_a_record_keeps_it():
    codes = [
        Code(list_name="TAG", code="X", label="Hiến máu"),
        Code(list_name=DEATH_PAPER, code="B", label="Sổ hộ khẩu", position=1, retired=True),
        Code(list_name=DEATH_PAPER, code="A", label="Giấy chứng tử mới"),
    ]
    assert offered(codes, DEATH_PAPER) == [("A", "Giấy chứng tử mới")]
    assert offered(codes, DEATH_PAPER, {"B"}) == [("A", "Giấy chứng tử mới"), ("B", "Sổ hộ khẩu")]
