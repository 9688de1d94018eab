"""How a template stands: as it was shipped, changed by the branch, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.templates.faults import TemplateFault, faults_told
from ccb_desktop.domain.templates.shipped import WordTemplate


class TemplateState(StrEnum):
    """Which form of a template papers are made from."""

    SHIPPED = "SHIPPED"
    OWN = "OWN"
    """The branch's own."""
    REFUSED = "REFUSED"
    """The branch's own has a fault: its paper is not printed before that is mended."""


STATE: Mapping[TemplateState, str] = {
    TemplateState.SHIPPED: "Mẫu của chương trình",
    TemplateState.OWN: "Mẫu riêng của Hội",
    TemplateState.REFUSED: "Mẫu riêng có chỗ sai",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """One template as it stands.

    Attributes:
        changed_at: When the branch changed it; also of one that is kept aside.
        faults: What is wrong with the branch's own.
        problem: Why the branch's own cannot be read at all.
        is_open: A copy to change lies in the folder and is not changed yet.
        is_aside: The branch's own is kept, and not used.
    """

    template: WordTemplate
    state: TemplateState
    changed_at: datetime | None = None
    faults: tuple[TemplateFault, ...] = ()
    problem: str = ""
    is_open: bool = False
    is_aside: bool = False

    @property
    def told(self) -> str:
        """Its state in a few words: `Mẫu riêng của Hội, sửa ngày 05/06/2026`."""
        said = STATE[self.state]
        if self.state is TemplateState.REFUSED:
            return f"{said}: {len(self.faults)} chỗ" if self.faults else f"{said}: không mở được"
        if self.state is TemplateState.OWN and self.changed_at is not None:
            return f"{said}, sửa ngày {short_date(self.changed_at.date())}"
        if self.is_open:
            return f"{said} (đang sửa, chưa lưu)"
        return f"{said} (mẫu riêng để bên cạnh)" if self.is_aside else said

    @property
    def wrong(self) -> str:
        """The first of what is wrong with the branch's own, and how much more there is."""
        if not self.faults:
            return self.problem
        more = len(self.faults) - 1
        others = f" Còn {more} chỗ nữa: bấm Chỗ sai…" if more else ""
        return f"{faults_told(self.faults[:1]).removeprefix('- ')}.{others}"
