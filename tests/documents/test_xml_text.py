"""Text that the XML of Word and Excel can hold."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.documents.xml_text import clean, escape


def test_forbidden_signs_go_and_the_rest_stays():
    assert clean("a\x00b\x0bc\x7f\x85d\ud800e\uffff\ufffef") == "abcdef"
    assert clean("Nguyễn\t1\r\nTrần\r2") == "Nguyễn\t1\nTrần\n2"
    assert escape('Nguyễn & "Trần" <a>') == "Nguyễn &amp; &quot;Trần&quot; &lt;a&gt;"


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters()))
def test_every_text_stands_in_xml_and_comes_back_cleaned(text):
    read = ElementTree.fromstring(f'<t a="{escape(text)}">{escape(text)}</t>'.encode())
    assert (read.text or "") == clean(text)
