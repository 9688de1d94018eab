"""The lists of personal data, made from real books."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.members.consent import Consent
from ccb_desktop.operations import papers
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.person_files import write_person_file
from ccb_desktop.operations.personal_data.erasing import erase
from ccb_desktop.operations.personal_data.lists import corrections_of, count_consents
from tests.books import day
from tests.word_files import word_text

TODAY = date.today()


def rows(store, name, **more):
    order = ListOrder(name=name, on=TODAY, **more)
    return papers.list_rows(store, order).tables[0].rows


def correct(store, person_id, **values):
    save_person(store, replace(load_person_file(store, person_id).person, **values))


def test_who_has_not_consented_stands_first(filled):
    correct(filled, 1, consent_on=day("3/2026"))
    taken_back = {"consent_withdrawn_on": day("5/6/2026"), "consent_withdrawn_reason": "Theo đơn"}
    correct(filled, 2, consent_on=day("1/2/2026"), consent_paper="Phiếu 7", **taken_back)
    listed = rows(filled, "consent")
    found = [(row[1], row[5]) for row in listed]
    assert found[-1] == ("Trần Văn Bình 1", "Có")
    assert found[-2] == ("Trần Văn Bình 2", "Đã rút")
    assert listed[-2][6:10] == (day("1/2/2026"), "Phiếu 7", day("5/6/2026"), "Theo đơn")
    assert {state for _name, state in found[:-2]} == {"Chưa"}
    counts = count_consents(filled, TODAY)
    assert (counts[Consent.GIVEN], counts[Consent.WITHDRAWN]) == (1, 1)
    assert sum(counts.values()) == len(found)


def test_each_correction_says_whose_what_and_from_what_to_what(filled):
    correct(filled, 5, phone="0912000111", home_town="Thái Bình")
    told = [tuple(row[1:5]) for row in rows(filled, "corrections")]
    assert ("Trần Văn Bình 5", "Điện thoại", "", "0912•••111") in told
    assert ("Trần Văn Bình 5", "Quê quán", "", "Thái Bình") in told
    whole = corrections_of(filled, 5, masked=False)
    assert [(one.what, one.after) for one in whole] == [
        ("Điện thoại", "0912000111"),
        ("Quê quán", "Thái Bình"),
    ]
    assert rows(filled, "corrections", filter="Bình 6") == []


def test_what_was_erased_is_told_by_the_pseudonym_and_not_corrected_any_more(filled):
    correct(filled, 3, phone="0912000111")
    erase(filled, 3, "15/QĐ", "theo đơn")
    [erased] = rows(filled, "erasures")
    assert erased[1:5] == ("Hội viên đã xóa dữ liệu 0001", TODAY, "15/QĐ", "theo đơn")
    assert all(row[1] != "Trần Văn Bình 3" for row in rows(filled, "corrections"))


def test_the_file_of_a_person_tells_of_corrections_and_of_files_that_left(filled, tmp_path):
    correct(filled, 5, phone="0912000111")
    write_person_file(filled, 5, tmp_path / "a.docx")
    write_person_file(filled, 5, tmp_path / "b.docx")
    told = word_text(tmp_path / "b.docx")
    assert "ĐÃ SỬA TRONG HỒ SƠ" in told
    assert "TỆP ĐÃ ĐƯA RA CÓ TÊN NGƯỜI NÀY" in told
    assert "a.docx" in told


def test_the_log_of_exports_is_a_list_like_any_other(filled, tmp_path):
    papers.write_list(filled, ListOrder(name="roster", on=TODAY), tmp_path / "ds.xlsx")
    [line] = rows(filled, "exports")
    assert line[1:5] == ("Danh sách hội viên", "ds.xlsx", line[3], "Đã che bớt")
