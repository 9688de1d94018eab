"""What tests see of a written Word file: its parts as trees, texts and properties."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree

from ccb_desktop.documents.word.package import BODY_PART, WordFile, write_word

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{MAIN}}}"

# The children of each element in the order of the standard; Word refuses any other.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd spacing ind jc outlineLvl sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "style": "name basedOn semiHidden qFormat pPr rPr tblPr tcPr",
    "settings": "zoom defaultTabStop compat themeFontLang decimalSymbol listSeparator",
}


def part(file, name="word/document.xml"):
    """One part of a file as a tree."""
    with ZipFile(file) as package:
        assert package.testzip() is None
        return etree.fromstring(package.read(name))


def word_parts(file):
    """Every part of a file that is written, by its name."""
    with TemporaryDirectory() as folder, ZipFile(write_word(file, Path(folder, "a.docx"))) as made:
        return {name: made.read(name) for name in made.namelist()}


def fragment(xml):
    """A piece of markup within one root, so that it can be searched."""
    return etree.fromstring(f'<w:body xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{xml}</w:body>')


def find(tree, path):
    """Elements, attributes by a path with the usual prefix."""
    return tree.xpath(path, namespaces={"w": MAIN})


def text(element):
    """The text in an element, line breaks as such."""
    parts = (piece.text or "" if piece.tag == f"{W}t" else "\n" for piece in _pieces(element))
    return "".join(parts)


def _pieces(element):
    return element.iter(f"{W}t", f"{W}br")


def texts(tree):
    """The paragraphs that say something."""
    return [text(one) for one in tree.iter(f"{W}p") if text(one)]


def paragraph_of(tree, words):
    """The first paragraph that says exactly this."""
    return next(one for one in tree.iter(f"{W}p") if text(one) == words)


def style_of(paragraph):
    """The style of a paragraph; empty for the usual one."""
    return "".join(find(paragraph, "w:pPr/w:pStyle/@w:val"))


def sizes(paragraph):
    """The sizes of its letters, in points."""
    return {int(size) / 2 for size in find(paragraph, "w:r/w:rPr/w:sz/@w:val")}


def child_names(element):
    """The names of its children in order."""
    return [child.tag.rpartition("}")[2] for child in element]


def out_of_order(tree):
    """Elements whose children stand in another order than the standard has them."""
    for element in tree.iter(etree.Element):
        wanted = ORDER.get(element.tag.rpartition("}")[2], "").split()
        names = child_names(element)
        if wanted and names != sorted(names, key=wanted.index):
            yield element.tag, names


def a_template(path, *lines, header=""):
    """A Word file whose paragraphs are these lines."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    parts = word_parts(WordFile(f"{body}<w:sectPr/>", "Mẫu", "Hội"))
    if header:
        parts["word/header.xml"] = re.sub(
            rb"<w:fldChar.*?</w:r>",
            f"<w:t>{header}</w:t></w:r>".encode(),
            parts["word/header.xml"],
            count=1,
        )
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert BODY_PART in parts
    return path
