"""The registry holds every indicator of the specification, word for word."""

import csv
from pathlib import Path

from ccb_desktop.domain.figures.registry import BOOK_LABEL, INDICATOR, INDICATORS, Book, Shape

PRODUCT = Path(__file__).resolve().parents[4] / "shared" / "product"


def test_it_is_the_list_of_the_specification():
    with (PRODUCT / "indicators.csv").open(encoding="utf-8") as file:
        wanted = [
            (line["code"], line["label_vi"], line["unit"], line["value_kind"])
            for line in csv.DictReader(file)
        ]
    assert [(i.code, i.label, i.unit, i.value_kind.value) for i in INDICATORS] == wanted


def test_codes_are_unique_and_books_have_names():
    assert len(INDICATOR) == len(INDICATORS)
    assert set(BOOK_LABEL) == set(Book)


def test_money_is_known_by_its_unit():
    money = {code for code, indicator in INDICATOR.items() if indicator.is_money}
    assert {"dues_due", "fund_base_per_member", "contributions_by_campaign"} <= money
    assert "visits_total" not in money
    assert INDICATOR["campaign_target_rate"].shape is Shape.SHARES
