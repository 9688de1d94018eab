"""The frame over a picture: never out of it, never of another shape."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.ui.members.photo_frame import RATIO, PhotoFrame

SIZES = st.tuples(st.integers(1, 6000), st.integers(1, 6000))
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.floats(-9000, 9000), st.floats(-9000, 9000)),
        st.tuples(st.just("zoom"), st.floats(0.01, 20), st.just(0.0)),
    ),
    max_size=12,
)


@given(SIZES, MOVES)
def test_it_stays_within_the_picture_and_keeps_its_shape(size, moves):
    frame = PhotoFrame.over(size)
    for kind, first, second in moves:
        frame = frame.moved(first, second) if kind == "move" else frame.zoomed(first)
        assert frame.left >= 0
        assert frame.top >= 0
        assert frame.left + frame.width <= size[0] + 1e-6
        assert frame.top + frame.height <= size[1] + 1e-6
        assert abs(frame.width / frame.height - RATIO) < 1e-9


def test_it_begins_as_large_as_it_can():
    assert PhotoFrame.over((1600, 1200)) == PhotoFrame((1600, 1200), 350, 0, 900)
    high = PhotoFrame.over((600, 1200))
    assert (high.width, high.height) == (600, 800)
    assert 0 < high.top < 200  # a face stands above the middle


def test_it_moves_and_zooms_about_its_middle():
    frame = PhotoFrame.over((1600, 1200)).zoomed(0.5)
    assert (frame.left, frame.top, frame.width) == (575, 300, 450)
    moved = frame.moved(10, -20)
    assert (moved.left, moved.top) == (585, 280)
    assert frame.zoomed(0.0001).width == 60
