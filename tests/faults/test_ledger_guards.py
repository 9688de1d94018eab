"""D3, D5: statements against posted vouchers, and a clock that jumps while they are posted."""

from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.data import history
from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.clock import ClockFault
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations import starting
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds import posting, vouchers
from tests.data.test_history import BREACHES
from tests.faults import ledger_model as model
from tests.faults import money_work
from tests.ledger import a_voucher, pay, receive

COLUMNS = {"vouchers": "content", "ledger_entries": "place"}
OTHERS = {
    "replace by number": "INSERT OR REPLACE INTO vouchers (kind, number_year, number, issued_on, "
    "fund_id, place, amount_dong, payer, address, content, category, reason, old_number, note) "
    "SELECT kind, number_year, number, issued_on, fund_id, place, 1, '', '', '', '', '', '', '' "
    "FROM vouchers WHERE id={id}",
    "take back to a draft": "UPDATE vouchers SET posted_at=NULL, number=NULL WHERE id={id}",
    "another amount": "UPDATE vouchers SET amount_dong=amount_dong+1 WHERE id={id}",
    "another fund": "UPDATE vouchers SET fund_id=fund_id WHERE id={id}",
}
STATEMENTS = [(table, name) for table in COLUMNS for name in BREACHES]
STATEMENTS += [("vouchers", name) for name in OTHERS]


@pytest.fixture(scope="module")
def booked(worked_template, tmp_path_factory):
    """The bytes of a store with posted vouchers."""
    copy = tmp_path_factory.mktemp("booked") / "store.ccb"
    copy.write_bytes(worked_template.store.read_bytes())
    return copy


@pytest.mark.parametrize("recursive", [True, False])
@pytest.mark.parametrize(("table", "breach"), STATEMENTS)
def test_no_statement_changes_what_is_posted(booked, tally, table, breach, recursive):
    with connection_to(booked) as connection:
        connection.execute(f"PRAGMA recursive_triggers={int(recursive)}")
        connection.execute("PRAGMA foreign_keys=OFF")
        before = connection.execute(f"SELECT * FROM {table}").fetchall()
        own = connection.execute(f"SELECT min(id) FROM {table}").fetchone()[0]
        statement = (BREACHES | OTHERS)[breach].format(t=table, c=COLUMNS[table], id=own)
        with pytest.raises(sqlcipher.DatabaseError, match="never changed"):
            connection.execute(statement)
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before
    tally("D3", f"{breach} on posted {table.replace('_', ' ')}", 2, "refused 100%")


# --- A clock that jumps -------------------------------------------------------------------------


@pytest.fixture
def set_clock(monkeypatch):
    """Gives the program another time of day."""

    def set_to(moment):
        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment

        class Day(date):
            @classmethod
            def today(cls):
                return moment.date()

        for module in (posting, history):
            monkeypatch.setattr(module, "datetime", Clock)
        monkeypatch.setattr(posting, "date", Day)

    return set_to


NOON = datetime(2026, 7, 1, 12)
JUMPS = {
    "back an hour": (NOON, NOON - timedelta(hours=1), NOON),
    "back 400 days": (NOON, NOON - timedelta(days=400), NOON),
    "forward ten years": (NOON, NOON.replace(year=2036), NOON),
    "over the midnight of new year": (
        datetime(2026, 12, 31, 23, 59, 59),
        datetime(2027, 1, 1),
        datetime(2026, 12, 31, 23, 59, 59),
    ),
}
BEHIND, AHEAD = ClockFault.BEHIND, ClockFault.AHEAD
WARNED = {
    "back an hour": (BEHIND, None),
    "back 400 days": (BEHIND, None),
    "forward ten years": (AHEAD, BEHIND),
    "over the midnight of new year": (None, None),
}
"""What is said against the clock after each jump."""


@pytest.mark.parametrize("jump", JUMPS)
def test_numbers_go_on_without_gaps_whatever_the_clock_says(fresh_folder, set_clock, tally, jump):
    warned = []
    with open_branch(fresh_folder()) as store:
        for moment in JUMPS[jump]:
            set_clock(moment)
            doubt = starting.doubt_clock(store, moment)
            warned.append(doubt and doubt.fault)
            today = moment.date()
            if today < date(2026, 1, 1):
                with pytest.raises(Invalid, match="chưa tới"):
                    receive(store, 1, 5_000, issued_on=date(2026, 6, 30))
                continue  # the funds were opened after that day
            for _ in range(3):
                receipt = receive(store, 1, 5_000, issued_on=today)
            pay(store, 1, 1_000, issued_on=today)
            vouchers.void_voucher(store, receipt.id, "Ghi nhầm")
            draft = a_voucher(1, 2_000, VoucherKind.PAYMENT, issued_on=today)
            vouchers.save_draft(store, draft)
        money_work.assert_whole(store)
        with store.raw_reading() as connection:
            posted = model.read_posted(connection)
    series = defaultdict(list)
    for one in posted.values():
        series[one.paper.kind, one.paper.on.year].append(one.number)
    for numbers in series.values():
        assert numbers == sorted(numbers)  # later entered, higher number
    assert tuple(warned[1:]) == WARNED[jump]  # at first the books are of today
    shown = "numbers monotonic, no gap, warned of each wrong clock"
    tally("D5", f"clock {jump} while vouchers are posted", 1, shown)
