"""The seal that is noted elsewhere, on paper and in manifests, shows a cut or rewritten history."""

import re
import shutil
from datetime import date

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.data import backup as copies
from ccb_desktop.data import seals
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.store import Store
from ccb_desktop.domain.fund_papers.anchors import read_anchor
from ccb_desktop.domain.reports import handover_kit as names
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.operations import backups, checking
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.handover_kit import write_kit
from ccb_desktop.operations.papers import ListOrder, write_list
from tests.books import add_member
from tests.ledger import open_fund, receive
from tests.word_files import word_text

TODAY = date.today()
PRINTED = re.compile(r"việc số (\d+), dấu niêm ((?:[0-9a-f]{4}\s?){4})")


def from_the_cash_book(store, place):
    order = ListOrder(name="cash-book", on=TODAY)
    return printed_in(word_text(write_list(store, order, place / "so-quy.docx")))


def from_a_backup(store, place):
    told = copies.read_manifest(copies.manifest_of(backups.back_up(store, place)))
    return told.action_id, told.chain_hash


def from_the_booklet(store, place):
    kit = write_kit(store, Sides(), place, on=TODAY)
    return printed_in(word_text(kit.folder / names.BOOKLET))


def from_what_is_read_first(store, place):
    kit = write_kit(store, Sides(), place, on=TODAY)
    return printed_in((kit.folder / names.READ_ME).read_text("utf-8-sig"))


def printed_in(text):
    """As an officer copies it."""
    number, seal = PRINTED.search(text).groups()
    return read_anchor(f"{number} {seal}")


@pytest.mark.parametrize(
    "noted", [from_the_cash_book, from_a_backup, from_the_booklet, from_what_is_read_first]
)
def test_every_noted_seal_finds_a_cut_history(filled_folder, tmp_path, noted):
    with open_branch(filled_folder) as store:
        fund = open_fund(store)
        receive(store, fund, 100_000)
        before = shutil.copyfile(store.path, tmp_path / "before.ccb")
        receive(store, fund, 200_000)
        printed = noted(store, tmp_path)
        add_member(store)
        assert checking.compare_printed(store, printed) == []
    shutil.copyfile(before, filled_folder.store)
    with Store(filled_folder, lock=None) as cut:
        assert checking.check(cut)["ok"]
        [told] = checking.compare_printed(cut, printed)
        assert f"không có việc số {printed[0]}" in told


def test_a_sign_copied_wrongly_is_set_beside_what_stands_in_the_books(filled_folder, tmp_path):
    with open_branch(filled_folder) as store:
        open_fund(store)
        number, seal = from_the_cash_book(store, tmp_path)
        wrong = seal[:-1] + ("0" if seal[-1] != "0" else "1")
        [told] = checking.compare_printed(store, (number, wrong))
    groups = " ".join(seal[at : at + 4] for at in range(0, 16, 4))
    assert f"có dấu niêm {groups}, chữ chép từ giấy là {groups[:-1]}{wrong[-1]}" in told


def test_a_history_written_anew_is_found_by_the_printed_seal(filled_folder, tmp_path):
    with open_branch(filled_folder) as store:
        open_fund(store)
        printed = from_the_cash_book(store, tmp_path)
    with connection_to(filled_folder.store) as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        for (guard,) in guards.fetchall():
            connection.execute(f'DROP TRIGGER "{guard}"')
        connection.execute("UPDATE actions SET label='khác' WHERE id=2")
        broken = seals.broken_links(connection)
    assert 2 in broken
    with Store(filled_folder, lock=None) as store:
        assert any("việc số 2" in told for told in checking.compare_printed(store, printed))


def test_the_command_line_takes_what_stands_on_paper(filled_folder, tmp_path, capsys):
    with open_branch(filled_folder) as store:
        open_fund(store)
        number, seal = from_the_cash_book(store, tmp_path)
    typed = " ".join([str(number), *(seal[at : at + 4].upper() for at in range(0, 16, 4))])
    words = ["--data-dir", str(filled_folder.root), "check", "--printed"]
    assert run([*words, typed]) == 0
    assert run([*words, f"{number} 0000 0000 0000 0000"]) == 3
    assert "chữ chép từ giấy" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "12", "x 90ab12cd34ef56ab", "12 90ab", "-3 90ab12cd34ef56ab"])
def test_what_is_no_seal_is_refused(text):
    with pytest.raises(ValueError, match="không phải số việc"):
        read_anchor(text)
