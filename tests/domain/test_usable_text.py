"""The signs that no text holds."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.usable_text import UNUSABLE, usable


@given(st.text(st.characters(), max_size=40))
def test_what_is_kept_can_stand_in_any_file_and_says_the_same(text):
    kept = usable(text)
    kept.encode()
    assert UNUSABLE.search(kept) is None
    assert usable(kept) == kept
    assert usable(f"a{text}b")[0] + usable(f"a{text}b")[-1] == "ab"


def test_breaks_of_word_become_spaces_and_tone_marks_stay():
    assert usable("Nguyễn\x0bVăn\x00 An\n\t\ud800") == "Nguyễn Văn An\n\t"
