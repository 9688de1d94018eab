"""A template filled for one person or many, read back and put in place."""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.package_check import check_package
from ccb_desktop.documents.safe_write import replacing
from ccb_desktop.documents.word.forms import Form, Values
from ccb_desktop.documents.word.head import LEFT_PART, head_names
from ccb_desktop.documents.word.package import (
    BODY_PART,
    PACKING,
    PROPERTIES_PART,
    ROW_TAG,
    properties_part,
    write_body,
)
from ccb_desktop.documents.word.pictures import Picture, with_pictures

_HUGE = 1 << 30


def write_filled(
    form: Form,
    everybody: Sequence[Values],
    common: Values,
    properties: tuple[str, str],
    target: Path,
    pictures: Iterable[Picture] = (),
) -> Path:
    """Fill a checked template for each person, read the file back, and put it in place.

    Args:
        form: The template.
        everybody: At least one; each begins on a page of its own.
        common: What headers and footers may use.
        properties: Title and author kept in the properties of the file.
        target: The file to write.
        pictures: What the values of `everybody` show.

    Returns:
        The absolute path of the file.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    parts = with_pictures(form.side_parts(common), pictures)
    parts[PROPERTIES_PART] = properties_part(*properties)
    counts: dict[str, int] = {}
    with (
        replacing(target, lambda written: check_package(written, counts, ROW_TAG)) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=PACKING) as package,
    ):
        for name, content in parts.items():
            package.writestr(name, content)
        huge = form.size * len(everybody) > _HUGE
        counts[BODY_PART] = write_body(package, form.filled_body(everybody), huge=huge)
    return target.absolute()


def with_fitting_head(texts: Values) -> dict[str, Any]:
    """The texts with the names in the head broken into lines that fit."""
    width = room_mm(landscape=False) * LEFT_PART
    parent, issuer = head_names(texts["parent"], texts["issuer"], width)
    return {**texts, "parent": parent, "issuer": issuer}
