"""The branch's own template goes before the one of the program."""

from ccb_desktop.operations.word_templates import template_of
from ccb_desktop.paths import resources

NAME = "the-mung-tho.docx"


def test_the_own_template_is_used_where_there_is_one(store):
    assert template_of(store, NAME) == resources() / "templates" / NAME
    own = store.folder.templates / NAME
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(b"own")
    assert template_of(store, NAME) == own
