"""The branch itself: its name, its superior, and the choices that hold for all its papers."""

from dataclasses import dataclass
from enum import StrEnum


class NumberStyle(StrEnum):
    """How the number and symbol of a document are written."""

    SLASH = "SLASH"
    """`21/NQ-CCB`"""
    HYPHEN = "HYPHEN"
    """`21-NQ/CCB`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One base organisation of the Hội.

    Attributes:
        name: As it stands in the head of papers, `Hội CCB phường An Lạc`.
        parent: The superior body, `Hội CCB tỉnh …`.
        place: The place name of dates in papers, `An Lạc`.
        term: The present term, `2025-2030`.
        signer_title: Who signs, `CHỦ TỊCH`.
        age_rule: Code of `domain.members.people.AgeRule` (rule 15).
        number_by_term: Document numbers begin anew with each term, else each year.
        backup_folder: A second place for backups, empty when there is none.
        sick_visit_days: Within how many days somebody sick shall be visited.
        task_soon_days: From how many days before its end on a task is said to be due soon.
        medal_years: After how many years in the Hội somebody is put forward for the Kỷ niệm
            chương; 0 as the charter of the day has it.
        head_parent, head_issuer: The names as they stand in the head of papers, where that is
            otherwise than in the text; a stroke `/` parts their lines.
        practice: The branch is fictional, to practise on; said on every page and paper.
    """

    name: str = ""
    parent: str = ""
    place: str = ""
    term: str = ""
    signer_title: str = "CHỦ TỊCH"
    signer_name: str = ""
    number_style: NumberStyle = NumberStyle.SLASH
    number_by_term: bool = False
    age_rule: str = "YEAR_DIFFERENCE"
    backup_folder: str = ""
    sick_visit_days: int = 30
    task_soon_days: int = 14
    medal_years: int = 0
    head_parent: str = ""
    head_issuer: str = ""
    practice: bool = False
