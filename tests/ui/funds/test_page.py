"""The page Quỹ Hội leads to its tabs."""

from datetime import date

from ccb_desktop.operations.funds import funds, vouchers
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.ledger import a_voucher, receive
from tests.ui.hands import button, click
from tests.ui.members.officer import dialog, seen, write


def test_a_place_leads_to_its_tab(page):
    page.show_place(Place("funds", filters={"tab": "funds"}))
    assert page.findChild(PageTabs).currentWidget().title == "Các quỹ"


def test_home_leads_to_the_drafts_and_search_to_a_voucher(page, store):
    fund = funds.list_funds(store)[0].id
    vouchers.save_draft(store, a_voucher(fund, 100, content="Nháp"))
    posted = receive(store, fund, 200, content="Đã ghi", issued_on=date(2026, 2, 1))
    page.show_place(Place("funds", filters={"tab": "vouchers", "state": "drafts"}))
    table = page.findChild(PageTabs).currentWidget().table
    assert seen(table, 3) == ["Nháp"]
    page.show_place(Place("funds", posted.id, {"tab": "vouchers"}))
    assert dialog("PT-2026-0001")
    assert [line.voucher.id for line in table.chosen()] == [posted.id]


def test_what_was_typed_before_a_crash_is_offered_again(page, store, desk):
    page.show_place(Place("funds", filters={"tab": "vouchers"}))
    click(button(page, "Phiếu chi"))
    form = dialog("Phiếu chi")
    write(form, "amount_dong", "12000")
    write(form, "content", "Mua hoa viếng")
    form._keep_draft()
    (draft,) = desk.drafts.left_over()
    form.form.settle()
    form.close()
    page.show_place(Place("funds", filters={"draft": draft}))
    again = dialog("Phiếu chi")
    values = again.form.values()
    assert (values["amount_dong"], values["content"]) == (12_000, "Mua hoa viếng")
    assert again.form_id == draft.form_id
