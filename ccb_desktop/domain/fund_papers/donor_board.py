"""The sheet for the notice board: who gave what, in letters that are read from afar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.fund_papers.donor_list import said_sum
from ccb_desktop.domain.funds.campaigns import Campaign, DonorKind
from ccb_desktop.domain.funds.donors import Donor
from ccb_desktop.domain.papers import Letterhead, Signature, board_signature, letterhead_of
from ccb_desktop.domain.printing import short_date

_GROUPS = {
    DonorKind.OUTSIDER: "CÁC NHÀ HẢO TÂM, ĐƠN VỊ NGOÀI HỘI",
    DonorKind.UNIT: "CÁC CHI HỘI, TẬP THỂ",
    DonorKind.MEMBER: "HỘI VIÊN",
}


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """Donors of one kind.

    Attributes:
        rows: Number, name with the unit, and what was given.
    """

    label: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPaper:
    """What hangs on the board."""

    letterhead: Letterhead
    title: tuple[str, ...]
    subtitle: str
    groups: tuple[BoardGroup, ...]
    total: str
    signature: Signature


def donor_board(
    branch: Branch, campaign: Campaign, donors: Sequence[Donor], on: date
) -> BoardPaper:
    """The sheet for one campaign, as it stands on a day.

    Args:
        branch: Who hangs it up.
        campaign: The campaign.
        donors: In their order, those of a kind side by side.
        on: The day.
    """
    numbered = enumerate(donors, 1)
    groups = [
        BoardGroup(_GROUPS[kind], tuple(_row(place, donor) for place, donor in group))
        for kind, group in groupby(numbered, key=lambda one: one[1].kind)
    ]
    return BoardPaper(
        letterhead=letterhead_of(branch, on),
        title=("BẢNG VÀNG ỦNG HỘ", campaign.name.upper()),
        subtitle=f"Tính đến ngày {short_date(on)}",
        groups=tuple(groups),
        total=f"Tổng cộng: {said_sum(donors)}.",
        signature=board_signature(branch),
    )


def _row(place: int, donor: Donor) -> tuple[str, str, str]:
    unit = f" ({donor.unit_name})" if donor.unit_name else ""
    return str(place), f"{donor.name}{unit}", donor.given
