"""Which report: seen whole, or as one line where few lines fit."""

from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.ui.reports.desk.period_choice import PeriodChoice
from tests.ui import hands


def test_where_few_lines_fit_one_line_says_the_period_and_the_fields_come_when_wanted(qt_app):
    choice = PeriodChoice()
    choice.choose(ReportKind.YEAR, "2024")
    hands.show(choice, 1000, 300)
    choice.set_low(True)
    hands.settle()
    assert not choice._row.isVisible()
    assert choice._told.text() == "Báo cáo năm, năm 2024, số liệu đến 31/12/2024"
    hands.click(hands.button(choice, "Đổi kỳ báo cáo…"))
    assert choice._row.isVisible()
    hands.click(hands.button(choice, "Xong"))
    assert not choice._row.isVisible()
    choice.set_low(False)
    hands.settle()
    assert choice._row.isVisible()
    assert not choice._brief.isVisible()


def test_a_period_that_is_wrong_is_not_hidden(qt_app):
    choice = PeriodChoice()
    hands.show(choice, 1000, 300)
    choice.choose(ReportKind.RANGE)
    choice.set_low(True)
    hands.settle()
    assert choice._row.isVisible()
    assert choice._told.text() == "Kỳ báo cáo chưa ghi đúng"
