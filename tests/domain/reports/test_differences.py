"""What differs between two states of a report, with the records that brought it."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.figures.values import FigureRecord, Gift, Share
from ccb_desktop.domain.reports.differences import (
    Cause,
    State,
    figure_differences,
    text_differences,
    typed_differences,
)
from ccb_desktop.domain.reports.frozen_content import FrozenFigure, FrozenVoucher

ON = date(2026, 6, 5)


def record(key, label=None, kind="person", on=ON):
    return FigureRecord(kind, key, label or f"Người {key}", on)


def figure(value, *records, label="Từ trần", unit="người"):
    return FrozenFigure(label, unit, value, entered=False, records=records)


def state(texts=None, vouchers=(), **figures):
    return State(figures, vouchers, texts or {})


def differences(earlier, later):
    return figure_differences(earlier, later)


def test_equal_states_do_not_differ():
    one = state(members_deceased=figure(1, record("1")), awards_by_form=figure({"Giấy khen": 2}))
    assert differences(one, one) == ()


def test_who_came_and_who_went_is_told():
    then = state(members_deceased=figure(2, record("1"), record("2")))
    now = state(members_deceased=figure(3, record("2"), record("3"), record("4")))
    [found] = differences(then, now)
    assert (found.earlier, found.later, found.change) == ("2", "3", 1)
    told = [(one.cause, one.record.key) for one in found.causes]
    assert sorted(told) == [(Cause.CAME, "3"), (Cause.CAME, "4"), (Cause.WENT, "1")]
    assert found.summary == "Thêm 2, bớt 1"


def test_one_for_another_is_a_difference_though_the_number_is_the_same():
    then = state(members_deceased=figure(1, record("1")))
    now = state(members_deceased=figure(1, record("2")))
    [found] = differences(then, now)
    assert (found.change, len(found.causes)) == (0, 2)


def test_a_new_name_or_another_day_of_counting_is_none():
    then = state(members_closing=figure(1, record("1", "Nguyễn Văn An")))
    now = state(members_closing=figure(1, record("1", "Nguyễn Văn Ân", on=date(2026, 6, 30))))
    assert differences(then, now) == ()


def test_an_amount_that_was_corrected_is_told_with_what_it_was():
    then = state(dues_collected=figure(10, record("1", "An: 10 đồng")))
    now = state(dues_collected=figure(12, record("1", "An: 12 đồng")))
    [found] = differences(then, now)
    assert [(one.cause, one.told) for one in found.causes] == [
        (Cause.CHANGED, "An: 12 đồng (trước: An: 10 đồng)")
    ]


def test_a_fund_that_holds_another_sum_leads_to_its_vouchers():
    def voucher(key, fund, label="PT"):
        return FrozenVoucher(record(key, f"{label} {key}", "voucher"), fund)

    then = state(
        vouchers=[voucher("1", "7"), voucher("2", "7"), voucher("9", "8")],
        fund_base_total=figure(10, record("7", "Quỹ: 10 đồng", "fund")),
    )
    now = state(
        vouchers=[voucher("1", "7"), voucher("3", "7"), voucher("10", "8")],
        fund_base_total=figure(12, record("7", "Quỹ: 12 đồng", "fund")),
    )
    [found] = differences(then, now)
    told = [(one.cause, one.record.kind, one.record.key) for one in found.causes]
    assert told == [
        (Cause.CHANGED, "fund", "7"),
        (Cause.CAME, "voucher", "3"),
        (Cause.WENT, "voucher", "2"),
    ]


def test_figures_without_records_and_missing_ones_are_told_too():
    then = state(unit_meetings=figure(None), cultural_families=figure({"2025": Share(1, 2)}))
    now = state(unit_meetings=figure(3), cultural_families=figure({"2025": Share(2, 2)}))
    meetings, families = differences(then, now)
    assert (meetings.earlier, meetings.later, meetings.change) == ("…", "3", None)
    assert meetings.summary == "Tính từ số khác hoặc nhập tay"
    assert "(100 %)" in families.later or "100,00 %" in families.later


def test_a_figure_that_only_one_state_knows_is_told():
    gone = state(reunion_gifts=figure({"Nữ": Gift(1, 5)}, label="Gặp mặt"))
    [found] = differences(gone, state())
    assert (found.label, found.later) == ("Gặp mặt", "…")


LISTS = st.lists(st.sampled_from("abcd"), max_size=6)


@given(LISTS, LISTS)
def test_what_came_less_what_went_is_the_change(before, after):
    then = state(members_deceased=figure(len(before), *map(record, before)))
    now = state(members_deceased=figure(len(after), *map(record, after)))
    found = differences(then, now)
    if Counter(before) == Counter(after):
        assert found == ()
    else:
        [one] = found
        came, went = (
            Counter(by.record.key for by in one.causes if by.cause is cause)
            for cause in (Cause.CAME, Cause.WENT)
        )
        assert Counter(before) + came - went == Counter(after)


def test_own_words_and_targets_that_differ_are_named():
    then = state({"IV": "A", "II.1": "B", "target.members_admitted": "3"})
    now = state({"IV": "C", "II.1": "B", "opening": "D", "estimate.members_admitted": "4"})
    assert text_differences(then, now) == ("Mở đầu", "IV. KIẾN NGHỊ, ĐỀ XUẤT")
    assert typed_differences(then, now) == ("Kết nạp mới",)
