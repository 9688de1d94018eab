"""The frame of three by four that is moved and zoomed over a picture."""

from dataclasses import dataclass, replace

RATIO = 3 / 4
"""Width to height of a photo of 3 × 4 cm."""

_LEAST_WIDTH = 60.0  # points of the picture; a face of less would be a blur
_FROM_TOP = 0.42  # where the face stands in most pictures


@dataclass(frozen=True, slots=True)
class PhotoFrame:
    """A frame within a picture, in points of the picture.

    Attributes:
        picture: Width and height of the picture.
        left: Left edge of the frame.
        top: Upper edge of the frame.
        width: Its width; the height follows.
    """

    picture: tuple[int, int]
    left: float
    top: float
    width: float

    @classmethod
    def over(cls, picture: tuple[int, int]) -> "PhotoFrame":
        """The largest frame, in the middle, and where a picture is high rather above it."""
        width = _most(picture)
        height = width / RATIO
        left, top = (picture[0] - width) / 2, (picture[1] - height) * _FROM_TOP
        return cls(picture, left, top, width)

    @property
    def height(self) -> float:
        """The height of the frame."""
        return self.width / RATIO

    def moved(self, right: float, down: float) -> "PhotoFrame":
        """The frame moved, as far as the picture goes."""
        return _inside(replace(self, left=self.left + right, top=self.top + down))

    def zoomed(self, factor: float) -> "PhotoFrame":
        """The frame grown or shrunk about its middle; above 1 it holds more of the picture."""
        most = _most(self.picture)
        width = min(most, max(min(_LEAST_WIDTH, most), self.width * factor))
        grown = width - self.width
        left, top = self.left - grown / 2, self.top - grown / RATIO / 2
        return _inside(replace(self, left=left, top=top, width=width))


def _inside(frame: PhotoFrame) -> PhotoFrame:
    """The frame, brought back where it reaches over the edge of the picture."""
    left = min(frame.left, frame.picture[0] - frame.width)
    top = min(frame.top, frame.picture[1] - frame.height)
    return replace(frame, left=max(0.0, left), top=max(0.0, top))


def _most(picture: tuple[int, int]) -> float:
    return min(float(picture[0]), picture[1] * RATIO)
