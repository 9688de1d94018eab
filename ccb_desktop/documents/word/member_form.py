"""Decisions and letters: a template filled for each person."""

from collections.abc import Sequence
from pathlib import Path

from ccb_desktop.documents.word.filled import with_fitting_head, write_filled
from ccb_desktop.documents.word.forms import Form, Values
from ccb_desktop.domain.papers import PRACTICE


def write_member_forms(
    texts: Sequence[Values],
    template: Path,
    title: str,
    target: Path,
    *,
    practice: bool,
) -> Path:
    """Fill the template for each person, read the file back, and put it in place.

    Args:
        texts: Fields of each person (`member_papers.decisions.form_texts`), at least one.
        template: The Word file with fields.
        title: Name of the form.
        target: The file to write.
        practice: Whether every page says that the figures are for practice.

    Raises:
        BadFile: The template cannot be used: which field, where.
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    form = Form(template)
    said = {"practice": PRACTICE if practice else ""}
    everybody = [{**with_fitting_head(one), **said} for one in texts]
    form.check(everybody[0])
    return write_filled(
        form, everybody, everybody[0], (title, " ".join(texts[0]["issuer"].split())), target
    )
