"""The tab Vận động by hand: a campaign begun, targets set, gifts entered, one voided."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds import campaigns, contributions
from ccb_desktop.ui.funds.campaigns.tab import CampaignsTab
from ccb_desktop.ui.kit.broadcast import Place
from tests.books import add_member
from tests.ledger import held
from tests.ui import pictures
from tests.ui.hands import (
    button,
    click,
    no_box,
    open_box,
    press,
    settle,
    show,
    type_text,
)

NAME = "Đền ơn đáp nghĩa 2026"
PEOPLE = ("Phạm Văn Hảo", "Võ Thị Thảo")
HELD = 1_000_000  # in cash, before anything is given
TODAY = date.today()


@pytest.fixture
def tab(store, desk, qt_app):
    """The tab over the branch, with two more members in its first unit."""
    for name in PEOPLE:
        add_member(store, name, 1)
    made = CampaignsTab(desk, store)
    made.refresh()
    desk.broadcast.changed.connect(lambda _change: made.refresh())
    return show(made)


@pytest.fixture
def opened(tab, store):
    """The same with a campaign that is open."""
    campaigns.save_campaign(store, Campaign(name=NAME, fund_id=1, per_head_dong=50_000))
    tab.show_place(Place("funds", 1, {"tab": "campaigns"}))
    settle()
    return tab


def dialog():
    settle()
    seen = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return next(w for w in seen if hasattr(w, "form"))


def fill(form, name, text):
    line = form.field(name).line
    line.setFocus()
    type_text(line, text)


def gifts_of(store):
    return campaigns.open_campaign(store, 1, TODAY).gifts


def test_a_campaign_is_begun_and_targets_follow_from_the_members(tab, store):
    click(button(tab, "Lập đợt vận động"))
    fill(dialog().form, "name", NAME)
    press(dialog(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [line.campaign.name for line in tab.table.seen_lines()] == [NAME]
    tab.table.choose_ids({1})
    click(button(tab, "Giao chỉ tiêu"))
    targets = dialog()
    targets._per_head.line.setFocus()
    type_text(targets._per_head.line, "50k")
    click(button(targets, "Tính theo đầu người"))
    proposed = campaigns.propose_targets(store, 50_000, TODAY)
    assert format_dong(sum(proposed.values())) in targets._sum.text()
    click(button(targets, "Giao chỉ tiêu"))
    assert campaigns.targets_of(store, 1) == proposed != {}


def test_a_gift_through_the_book_is_asked_for_once_and_the_next_one_begins(opened, store):
    click(button(opened, "Ghi ủng hộ"))
    form = dialog().form
    fill(form, "donor", "hảo")
    popup = form.field("donor").suggestions.popup()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    fill(form, "amount_dong", "200k")
    click(button(dialog(), "Ghi và thêm người nữa"))
    box = open_box()
    assert "Hai trăm nghìn đồng" in box.informativeText()
    click(button(box, "Ghi sổ, lập phiếu thu"))
    (gift,) = gifts_of(store)
    assert (gift.donor, gift.unit_id, gift.amount_dong) == (PEOPLE[0], 1, 200_000)
    assert gift.person_id is not None
    assert held(store, 1)[0] == HELD + 200_000
    assert form.field("donor").value() == ""
    assert form.field("through_book").value() is True
    fill(form, "donor", "Cửa hàng Hòa")
    fill(form, "goods", "50 kg gạo")
    click(button(dialog(), "Ghi ủng hộ"))
    assert no_box() and len(gifts_of(store)) == 2
    assert held(store, 1)[0] == HELD + 200_000


def test_a_pasted_list_becomes_one_receipt_and_a_wrong_line_is_told(opened, store):
    click(button(opened, "Ghi cả danh sách"))
    listed = dialog()
    box = listed.form.field("donors").box
    box.setPlainText("Phạm Văn Hảo\t200.000\nVõ Thị Thảo\t12x")
    assert "Dòng 2 (Võ Thị Thảo)" in listed._wrong.text()
    click(button(listed, "Ghi sổ, lập phiếu thu"))
    assert gifts_of(store) == ()
    box.setPlainText("Phạm Văn Hảo\t200.000\nVõ Thị Thảo\t100.000")
    assert "2 người, cộng 300.000 đồng; lập 1 phiếu thu" in listed._told.text()
    click(button(listed, "Ghi sổ, lập phiếu thu"))
    click(button(open_box(), "Ghi sổ, lập phiếu thu"))
    assert None not in {gift.person_id for gift in gifts_of(store)}
    assert len({gift.voucher_id for gift in gifts_of(store)}) == 1
    assert held(store, 1)[0] == HELD + 300_000


def test_a_receipt_is_voided_with_a_reason_and_free_gifts_are_taken_out(opened, store):
    given = {"campaign_id": 1, "given_on": date(2026, 3, 5), "donor": "An", "amount_dong": 70}
    booked = Contribution(**given, through_book=True, fund_id=1, donor_kind=DonorKind.OUTSIDER)
    contributions.give(store, [booked, Contribution(**given)])
    opened.refresh()
    settle()
    first, second = sorted(opened.view.gifts.seen_lines(), key=lambda line: line.gift.id)
    assert (first.receipt, second.state) == ("PT-2026-0001", "Chỉ để theo dõi")
    opened._doing().void([first])
    fill(dialog().form, "reason", "Ghi trùng")
    click(button(dialog(), "Hủy phiếu thu"))
    assert held(store, 1)[0] == HELD
    opened.view.gifts.choose_ids({second.gift.id})
    opened.activateWindow()
    opened.view.gifts.view.setFocus()
    settle()
    press(opened.view.gifts.view, Qt.Key.Key_Delete)
    assert [line.state for line in opened.view.gifts.seen_lines()] == [f"ĐÃ HỦY {TODAY:%d/%m/%Y}"]


def test_the_picture_says_how_far_the_campaign_has_come(opened, store):
    campaigns.save_targets(store, 1, {1: 400})
    gift = Contribution(
        campaign_id=1, given_on=date(2026, 3, 5), donor="An", amount_dong=300, unit_id=1
    )
    contributions.give(store, [gift])
    opened.refresh()
    opened.view._view.setCurrentIndex(1)
    settle()
    chart = opened.view.progress.chart
    assert chart.title == "Cả đợt đạt 75,00 %; 0/1 đơn vị đạt chỉ tiêu"
    assert [(bar.label, bar.text) for bar in chart.bars] == [("Chi hội 1", "75,00 %")]
    press(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.table.isVisible()


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_nothing_is_cut_off(opened, look, percent):
    look.set_percent(percent)
    settle()
    for place in (0, 1):
        opened.view._view.setCurrentIndex(place)
        pictures.take(opened, look, f"campaign-{place}", sizes=(percent,))
        assert pictures.cut_off(opened) == [] and pictures.nameless(opened) == []
    click(button(opened, "Giao chỉ tiêu"))
    assert pictures.cut_off(dialog()) == [] and pictures.nameless(dialog()) == []
