"""Pictures of the visit book: by occasion and by year, each level for itself and together."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind, Visit
from ccb_desktop.operations.visits import visits
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.visits.charts_dialog import ChartsDialog
from tests.ui.hands import button, click, press

GIVEN = (
    (date(2025, 3, 1), "SICK", PaidBy.BRANCH, 300_000, 0),
    (date(2026, 2, 1), "SICK", PaidBy.BRANCH, 200_000, 0),
    (date(2026, 2, 2), "HOLIDAY", PaidBy.CHI_HOI, 500_000, 100_000),
)


def bars(chart):
    return [(bar.label, bar.shown) for bar in chart.bars]


def test_occasions_and_years_are_seen_of_each_level_and_together(page, store):
    for day, occasion, level, amount, goods in GIVEN:
        visits.record_visit(
            store,
            Visit(
                visited_on=day,
                occasion=occasion,
                recipient_kind=RecipientKind.OTHER,
                recipient="Bà Tư",
                paid_by=level,
                amount_dong=amount,
                goods="Gạo" if goods else "",
                goods_value_dong=goods,
            ),
        )
    page.show_place(Place("visits", filters={"tab": "visits"}))
    tab = page.findChild(PageTabs).currentWidget()
    tab._span.set_span(date(2026, 1, 1), date(2026, 6, 30))
    click(button(tab, "Biểu đồ"))
    made = tab.findChild(ChartsDialog)
    assert bars(made.by_occasion) == [
        ("Lễ, tết", "600.000 đồng, 1 lượt"),
        ("Ốm đau", "200.000 đồng, 1 lượt"),
    ]
    assert "Lễ, tết chi nhiều nhất: 600.000 trong 800.000 đồng" in made.by_occasion.title
    assert bars(made.by_year) == [
        ("2025", "300.000 đồng, 1 lượt"),
        ("2026", "800.000 đồng, 2 lượt"),
    ]
    press(made.level.findChild(QComboBox), Qt.Key.Key_Down)
    assert made.level.value() is PaidBy.BRANCH
    assert bars(made.by_occasion) == [("Ốm đau", "200.000 đồng, 1 lượt")]
    assert bars(made.by_year) == [
        ("2025", "300.000 đồng, 1 lượt"),
        ("2026", "200.000 đồng, 1 lượt"),
    ]
