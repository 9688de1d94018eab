"""What an exemption from dues must say to be kept, and how it is said in words."""

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.dues import DuesExemption
from ccb_desktop.domain.labels import STATUS


def check_exemption(exemption: DuesExemption) -> None:
    """See that an exemption tells of one thing and ends after it begins.

    Raises:
        Invalid: By field: `person_id` or `to_on`.
    """
    faults: dict[str, str] = {}
    told = (exemption.person_id, exemption.status, exemption.age_from)
    if sum(one is not None for one in told) != 1:
        faults["person_id"] = "Chọn một hội viên, hoặc một trạng thái, hoặc ghi tuổi."
    if exemption.to_on is not None and exemption.to_on < exemption.from_on:
        faults["to_on"] = "Ngày cuối đứng trước ngày đầu."
    if faults:
        raise Invalid(faults)


def said(exemption: DuesExemption, full_name: str = "") -> str:
    """Who is exempt: the person's name, `Từ 80 tuổi trở lên`, `Miễn sinh hoạt`."""
    if exemption.age_from is not None:
        return f"Từ {exemption.age_from} tuổi trở lên"
    if exemption.status is not None:
        return f"Trạng thái: {STATUS[exemption.status]}"
    return full_name
