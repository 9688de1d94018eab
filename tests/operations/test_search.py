"""The search box finds vouchers: by number whatever their age, by words the latest ones."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.operations import register, search
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.funds import vouchers
from tests.ledger import a_voucher, open_fund, receive
from tests.operations.test_register import ARRIVED, ORDER
from tests.plans import a_task, an_item

TODAY = date(2026, 11, 29)


@pytest.fixture
def fund(store):
    return open_fund(store, "Quỹ Hội")


def titles(store, typed):
    found = search.SearchIndex(store, TODAY).find(typed)
    return [one.title for one in found if one.kind is search.FoundKind.VOUCHER]


def test_a_number_finds_its_voucher_even_an_old_one(store, fund, monkeypatch):
    monkeypatch.setattr(search, "_LATEST", 0)
    receive(store, fund, 100)
    assert titles(store, "pt-2026-0001") == ["PT-2026-0001"]
    assert titles(store, "PT-2026-0002") == []


def test_payer_and_content_find_vouchers_without_marks(store, fund):
    receive(store, fund, 100, payer="Trần Văn Ba", content="Thu tiền nước")
    receive(store, fund, 200, payer="Lê Thị Tư", content="Thu tiền điện")
    vouchers.save_draft(store, a_voucher(fund, 300, content="Mua hoa"))
    assert titles(store, "tran van ba") == ["PT-2026-0001"]
    assert titles(store, "tien dien") == ["PT-2026-0002"]
    assert titles(store, "mua hoa") == ["Phiếu nháp"]
    assert titles(store, "PT-2026") == ["PT-2026-0002", "PT-2026-0001"]


def test_items_of_the_plan_are_found_the_latest_year_first(store):
    for year in (2025, 2026):
        an_item(store, a_task(store, "Giữ gìn mỹ quan", year), "Vệ sinh đường")
    found = search.SearchIndex(store, TODAY).find("ve sinh duong")
    assert [(one.kind, one.detail) for one in found] == [
        (search.FoundKind.TASK, "năm 2026, Giữ gìn mỹ quan"),
        (search.FoundKind.TASK, "năm 2025, Giữ gìn mỹ quan"),
    ]


def test_activities_are_found_the_latest_first(store):
    for day in (date(2025, 7, 27), date(2026, 7, 27)):
        activity = Activity(held_on=day, kind="OTHER", name="Viếng nghĩa trang")
        activities.save_activity(store, activity)
    found = search.SearchIndex(store, TODAY).find("nghia trang")
    assert [(one.kind, one.detail) for one in found] == [
        (search.FoundKind.ACTIVITY, "ngày 27/07/2026"),
        (search.FoundKind.ACTIVITY, "ngày 27/07/2025"),
    ]


def test_documents_are_found_by_number_subject_and_sender(store):
    given = register.give_number(store, ORDER).document
    came = register.enter_arrival(store, ARRIVED).document
    index = search.SearchIndex(store, TODAY)

    kind = search.FoundKind.DOCUMENT
    assert [(one.kind, one.id) for one in index.find("01/bc")] == [(kind, given.id)]
    assert [(one.kind, one.id) for one in index.find("moi hop tong ket")] == [(kind, came.id)]
    assert [one.title for one in index.find("thai hung")] == ["12/CV-CCB"]
