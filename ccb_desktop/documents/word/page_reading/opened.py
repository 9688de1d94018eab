"""Opens the package of a Word file: its parts as trees, its pictures, what points to what."""

import contextlib
import math
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO

from lxml import etree

from ccb_desktop.domain.errors import BadFile

Element = etree._Element  # noqa: SLF001 (lxml gives its elements no public name)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 2000
_FARTHEST = 1600.0  # points: no page of Word is larger
_LONG = 500_000  # bytes of text with its markup: about 20 pages
_SPOILT = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError, ValueError)


class Part:
    """One part that holds text: the body, a head, a foot."""

    def __init__(self, package: "Package", name: str) -> None:
        self.package = package
        self.name = name

    @cached_property
    def tree(self) -> Element:
        """Its root.

        Raises:
            BadFile: The part is spoilt.
        """
        return self.package.tree(self.name)

    @cached_property
    def relations(self) -> dict[str, tuple[str, str]]:
        """Kind and target of what it points to, by name."""
        folder, name = posixpath.split(self.name)
        tree = self.package.optional(f"{folder}/_rels/{name}.rels")
        if tree is None:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").removeprefix(_OFFICE),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:],
            )
            for one in tree.iter(_RELATION)
            if one.get("TargetMode") != "External"
        }

    def target(self, relation: str | None) -> str:
        """The name of the part a relation points to, or empty."""
        return self.relations.get(relation or "", ("", ""))[1]

    def of_kind(self, kind: str) -> Element | None:
        """The tree of the part of a kind, as `styles`, if there is one."""
        targets = (target for found, target in self.relations.values() if found == kind)
        return next((self.package.optional(target) for target in targets), None)


class Package:
    """A Word file.

    Raises:
        BadFile: It is none, is locked by a password, or unpacks to more than is safe.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._trees: dict[str, Element] = {}
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            parts = self._zip.infolist()
        except _SPOILT as error:
            raise self.unusable() from error
        size = sum(part.file_size for part in parts)
        locked = any(part.flag_bits & 1 for part in parts)
        if locked or size > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
            raise self.unusable()

    @property
    def is_long(self) -> bool:
        """Whether it is worth showing its beginning before the rest."""
        return any(part.file_size > _LONG for part in self._zip.infolist() if _is_text(part))

    def body(self) -> Part:
        """The part with the text.

        Raises:
            BadFile: There is none.
        """
        tree = self.optional("_rels/.rels")
        for one in tree.iter(_RELATION) if tree is not None else ():
            if one.get("Type") == f"{_OFFICE}officeDocument":
                return Part(self, one.get("Target", "").lstrip("/"))
        raise self.unusable()

    def tree(self, name: str) -> Element:
        """A part as a tree, without anything fetched or expanded.

        Raises:
            BadFile: The part is missing or spoilt.
        """
        if name in self._trees:
            return self._trees[name]
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        try:
            self._trees[name] = etree.fromstring(self._zip.read(name), parser)
        except (*_SPOILT, etree.XMLSyntaxError) as error:
            raise self.unusable() from error
        return self._trees[name]

    def optional(self, name: str) -> Element | None:
        """A part that a file may lack."""
        return self.tree(name) if name in self._names else None

    def content(self, name: str) -> bytes:
        """The bytes of a picture; none where it is missing or spoilt."""
        try:
            return self._zip.read(name)
        except _SPOILT:
            return b""

    def unusable(self) -> BadFile:
        """The sentence for a file that cannot be shown."""
        return BadFile(
            f"Không xem được “{self.name}”: tệp hỏng, có mật khẩu hoặc không phải tệp Word "
            "(.docx). Tệp vẫn nguyên. Hãy mở bằng Word rồi lưu lại thành .docx."
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.startswith("word/") and part.filename.endswith(".xml")


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of names of Word's own, such as `w:pPr`, `w:jc`."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own."""
    return element.get(W + name) if element is not None else None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `<w:b/>` is on."""
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off", "none")


def points(text: str | None, per_point: float = 20.0) -> float | None:
    """A measure in twentieths of a point, or others, as points; None where it is none."""
    if text is None:
        return None
    with contextlib.suppress(ValueError):
        size = float(text) / per_point
        return max(-_FARTHEST, min(size, _FARTHEST)) if math.isfinite(size) else None
    for unit, size in (("pt", 1.0), ("cm", 28.346), ("mm", 2.8346), ("in", 72.0)):
        if text.endswith(unit):
            return points(text.removesuffix(unit), 1 / size)
    return None


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number."""
    try:
        return int(float(text)) if text is not None else otherwise
    except (ValueError, OverflowError):
        return otherwise


def named(element: Element, *names: str) -> Iterator[Element]:
    """The children of these names of Word's own."""
    wanted = {W + name for name in names}
    return (one for one in element if one.tag in wanted)
