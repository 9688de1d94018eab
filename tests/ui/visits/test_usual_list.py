"""Usual amounts by the keyboard: one for each age, seen in the list, taken out."""

from ccb_desktop.operations.visits import usual
from ccb_desktop.ui.visits.usual_list import UsualList
from tests.ui import hands, pictures
from tests.ui.members.officer import choose, dialog, save, write


def add(amounts, age, dong):
    hands.click(hands.button(amounts, "Thêm mức"))
    form = dialog("Thêm mức chi")
    choose(form, "occasion", "Mừng thọ")
    write(form, "from_age", age)
    write(form, "amount_dong", dong)
    return form


def test_an_amount_is_kept_for_each_age(page, desk, store):
    amounts = UsualList(page, desk, store)
    amounts.open()
    hands.settle()
    save(add(amounts, "70", "300000"))
    save(add(amounts, "80", "500000"))
    again = add(amounts, "80", "600000")
    save(again)
    assert "đã có mức từ ngày ấy" in again.form.field("from_on").shown_problem
    again.form.settle()
    again.close()
    hands.settle()
    kept = {one.from_age: one.amount_dong for one in usual.list_usual_amounts(store)}
    assert kept == {70: 300_000, 80: 500_000}
    assert pictures.cut_off(amounts) == []
    shown = [one.from_age for one in amounts.table.seen_lines()]
    assert sorted(shown) == [70, 80]
    amounts.table.choose_ids({amounts.table.seen_lines()[0].id})
    hands.click(hands.button(amounts, "Bỏ mức"))
    assert len(usual.list_usual_amounts(store)) == 1
