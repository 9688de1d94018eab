"""The parts of a Word or Excel package: read as XML, put back with all others as they were."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from ccb_desktop.documents.reading.package_gate import BROKEN
from ccb_desktop.domain.errors import BadFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_XML = 16 * 1024 * 1024
_LARGE = (
    "mẫu quá lớn: một phần bên trong nặng hơn 16 MB. Hãy bỏ bớt trang tính hoặc dòng thừa rồi lưu."
)


class FormPackage:
    """A checked package whose parts are changed one by one."""

    def __init__(self, content: bytes) -> None:
        """Unpack it.

        Raises:
            BadFile: It is spoilt.
        """
        self._roots: dict[str, _Element] = {}
        self._touched: set[str] = set()
        self._removed: set[str] = set()
        try:
            with zipfile.ZipFile(BytesIO(content)) as package:
                self._parts = [(info, package.read(info)) for info in package.infolist()]
        except Exception as error:  # zipfile raises many kinds on a spoilt package
            raise BadFile(BROKEN) from error
        self._content = {info.filename: found for info, found in self._parts}

    @property
    def names(self) -> list[str]:
        """The names of its parts, in their order."""
        return list(self._content)

    def __contains__(self, name: str) -> bool:
        return name in self._content and name not in self._removed

    def root(self, name: str) -> "_Element":
        """The XML of a part; what is changed in it counts once the part is touched.

        Raises:
            BadFile: It is no XML, or too large for a form.
        """
        if name not in self._roots:
            self._roots[name] = _parsed(self._content.get(name, b""))
        return self._roots[name]

    def touch(self, name: str) -> "_Element":
        """The XML of a part that is going to be changed."""
        self._touched.add(name)
        return self.root(name)

    def remove(self, name: str) -> None:
        """Leave a part out."""
        self._removed.add(name)

    def content(self) -> bytes:
        """The package again: touched parts anew, all others byte for byte, in their order."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for info, content in self._parts:
                if info.filename in self._removed:
                    continue
                if info.filename in self._touched:
                    content = _written(self._roots[info.filename])
                kept = zipfile.ZipInfo(info.filename, info.date_time)
                kept.compress_type = info.compress_type
                kept.external_attr = info.external_attr
                package.writestr(kept, content)
        return made.getvalue()


def _parsed(content: bytes) -> "_Element":
    from lxml import etree  # noqa: PLC0415 (heavy, wanted only where a form is opened)

    if len(content) > _MOST_XML:
        raise BadFile(_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BadFile(BROKEN) from error


def _written(root: "_Element") -> bytes:
    from lxml import etree  # noqa: PLC0415 (heavy, wanted only where a form is filled)

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def elements(root: "_Element", tag: str) -> Iterator["_Element"]:
    """The elements of a tag in the order of the document, the root among them."""
    yield from root.iter(tag)


def ancestor(element: "_Element", tag: str) -> "_Element | None":
    """The nearest element of a tag around one."""
    return next(element.iterancestors(tag), None)
