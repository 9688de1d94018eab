"""Pictures in Word files: the parts that hold them, and the runs that show them."""

from xml.etree import ElementTree

from ccb_desktop.documents.word.package import WordFile
from ccb_desktop.documents.word.pictures import Picture, picture_run, with_pictures
from tests.documents.word.parts import word_parts

ONE = Picture(1, b"\xff\xd8\xffone", 30, 40, 'Ảnh "An" & <Bình>')
TWO = Picture(2, b"\xff\xd8\xfftwo", 30, 40, "Ảnh")
PARTS = word_parts(WordFile("", "Thử", "Hội"))
PLACES = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def test_without_pictures_a_package_stays_as_it_is():
    assert with_pictures(PARTS, ()) is PARTS


def test_each_picture_has_its_part_its_relation_and_its_type():
    made = with_pictures(PARTS, (ONE, TWO))
    assert made["word/media/ccb-picture-1.jpeg"] == ONE.content
    assert made["word/media/ccb-picture-2.jpeg"] == TWO.content
    relations = ElementTree.fromstring(made["word/_rels/document.xml.rels"])
    places = {one.get("Id"): one.get("Target") for one in relations.iter(PLACES)}
    assert places[ONE.relation] == "media/ccb-picture-1.jpeg"
    assert places[TWO.relation] == "media/ccb-picture-2.jpeg"
    assert "styles" in places
    types = made["[Content_Types].xml"]
    assert types.count(b'Extension="jpeg"') == 1
    again = with_pictures(made, (Picture(3, b"", 30, 40, ""),))
    assert again["[Content_Types].xml"].count(b'Extension="jpeg"') == 1
    ElementTree.fromstring(types)


def test_a_run_shows_it_at_its_size_with_words_for_those_who_cannot_see():
    run = picture_run(ONE)
    space = 'xmlns:w="w"'
    tree = ElementTree.fromstring(f"<body {space}>{run}</body>")
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    extent = next(tree.iter(f"{drawing}extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("1080000", "1440000")
    assert next(tree.iter(f"{drawing}docPr")).get("descr") == ONE.described
    assert f'r:embed="{ONE.relation}"' in run
