"""Words about dues that papers and windows share."""

from ccb_desktop.domain.funds.dues_arrears import MemberArrears
from ccb_desktop.domain.money import format_dong

NO_UNIT = "Chưa có chi hội"
NO_RATE = "Chưa ghi mức hội phí nên chưa tính được ai còn nợ. Ghi mức ở Quỹ Hội, thẻ Hội phí."


def years_said(one: MemberArrears) -> str:
    """What lacks of each year: `2024: 36.000; 2025: 12.000`."""
    return "; ".join(
        f"{year.year}: {format_dong(year.lacking_dong)}" for year in one.years if year.lacking_dong
    )
