"""What undoing an act of money would do, known before it is asked for."""

from ccb_desktop.domain.changes import UndoEffect
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.undo import effect_of
from tests.ledger import a_voucher, open_fund


def test_what_undoing_will_do_is_known_before(store):
    fund = open_fund(store, cash=1_000)
    posted, voucher = vouchers.post_voucher(store, a_voucher(fund, 5))
    kept = vouchers.save_draft(store, a_voucher(fund, 5))
    voiding, _reversals = vouchers.void_voucher(store, voucher.id, "Ghi nhầm")
    effects = [effect_of(store, change) for change in (posted, kept, voiding)]
    assert effects == [UndoEffect.REVERSES, UndoEffect.PLAYED_BACK, UndoEffect.FINAL]
