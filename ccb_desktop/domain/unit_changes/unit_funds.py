"""What becomes of the funds of units that end: nothing by itself, and the plan says so."""

from collections.abc import Iterable, Mapping

from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.printing import number


def funds_note(
    funds: Iterable[Fund], held: Mapping[int, int], lent: Mapping[int, int]
) -> tuple[str, ...]:
    """The funds that units leave behind, and what is to be done with them.

    Money goes from fund to fund by vouchers only, so that no merger moves it.

    Args:
        funds: Those of the units that end, not closed.
        held: Fund → its cash and bank.
        lent: Fund → outstanding principal of its loans.
    """
    told = [_told(fund, held.get(fund.id or 0, 0), lent.get(fund.id or 0, 0)) for fund in funds]
    if not told:
        return ()
    return (
        f"Các đơn vị thôi hoạt động còn giữ quỹ: {'; '.join(told)}. Tiền, sổ quỹ và khoản vay giữ "
        "nguyên ở tên đơn vị cũ. Sau việc này, vào trang Quỹ Hội ghi phiếu chuyển quỹ sang quỹ "
        "của đơn vị nhận rồi đóng quỹ cũ.",
    )


def _told(fund: Fund, held: int, lent: int) -> str:
    loans = f", đang cho vay {number(lent)} đồng" if lent else ""
    return f"{fund.name} ({number(held)} đồng{loans})"


def ward_note(funds: Iterable[Fund], held: Mapping[int, int]) -> tuple[str, ...]:
    """That the cash books of an old ward do not come along, and how their money does.

    Args:
        funds: Those of the ward.
        held: Fund → its cash and bank.
    """
    kept = [fund for fund in funds if held.get(fund.id or 0, 0)]
    if not kept:
        return ()
    told = "; ".join(_told(fund, held[fund.id or 0], 0) for fund in kept)
    return (
        f"Sổ của phường cũ có quỹ: {told}. Sổ quỹ, khoản vay, hội phí của phường cũ không nhận "
        "theo. Khi đã bàn giao tiền, vào trang Quỹ Hội mở quỹ với số tồn đầu được bàn giao; giữ "
        "tệp số liệu cũ để tra cứu.",
    )
