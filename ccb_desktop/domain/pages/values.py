"""What a Word file says and how it looks: sections, paragraphs, tables, pictures; in points."""

from dataclasses import dataclass, field
from enum import StrEnum


class Justify(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "LEFT"
    CENTER = "CENTER"
    RIGHT = "RIGHT"
    BOTH = "BOTH"


class LineRule(StrEnum):
    """What the height of a line means."""

    TIMES = "TIMES"
    """So many times what its letters need."""
    EXACT = "EXACT"
    AT_LEAST = "AT_LEAST"


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look.

    Attributes:
        size: In points.
        colour: As `RRGGBB`; `ground` the same behind the letters, empty for none.
        raised: 1 above the line, -1 below it.
    """

    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    capitals: bool = False
    small_capitals: bool = False
    colour: str = "000000"
    ground: str = ""
    raised: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Letters of one look, without tabs and line breaks."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Tab:
    """Goes on at the next tab stop."""

    look: Look


@dataclass(frozen=True, slots=True)
class Break:
    """Goes on in the next line, or on the next page."""

    look: Look
    page: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page it stands on, or how many pages there are."""

    look: Look
    total: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        content: Its file; shown as a frame with its words where it cannot be drawn.
        words: What is read out in its place.
    """

    content: bytes = field(repr=False)
    width: float
    height: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A text box, or the place of a chart or a shape that is not drawn here.

    Attributes:
        words: What stands there, where it is not drawn.
        blocks: What a text box says.
        edge: Its line; none for a box without one.
    """

    width: float
    height: float
    words: str = ""
    blocks: tuple["Block", ...] = ()
    edge: "Edge | None" = None
    ground: str = ""


class From(StrEnum):
    """What a floating thing is placed by."""

    PAGE = "PAGE"
    MARGIN = "MARGIN"
    TEXT = "TEXT"
    """The column at the side, the paragraph in height."""


@dataclass(frozen=True, slots=True)
class Floating:
    """A picture or frame that stands apart from the lines.

    Attributes:
        x: From the left of `across`, when it is not placed by `align`.
        align: `left`, `center`, `right` within `across`, or empty; `rise` the same in height.
        clears: Whether no line stands beside it.
        beside: Whether lines make room for it.
        behind: Whether it lies under the words.
    """

    thing: Picture | Frame
    x: float = 0.0
    y: float = 0.0
    across: From = From.TEXT
    down: From = From.TEXT
    align: str = ""
    rise: str = ""
    clears: bool = False
    beside: bool = False
    behind: bool = False


Inline = Words | Tab | Break | PageNumber | Picture | Frame | Floating


@dataclass(frozen=True, slots=True)
class TabStop:
    """Where a tab goes on: its place from the left of the text, how words stand at it."""

    at: float
    align: str = "left"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of a border."""

    width: float = 0.5
    colour: str = "000000"
    kind: str = "single"


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines around something."""

    top: Edge | None = None
    bottom: Edge | None = None
    left: Edge | None = None
    right: Edge | None = None


NO_EDGES = Edges()


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands.

    Attributes:
        first: How much further right its first line begins; below 0 further left.
        line: Height of a line, by `line_rule` a factor or points.
        keep_next: Whether it stays on the page of what follows; `keep_lines` on one page.
        no_lone_line: Whether a page never has just one line of it.
        close: Whether the space between it and its like is left out; `style` tells its like.
    """

    justify: Justify = Justify.LEFT
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.TIMES
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    no_lone_line: bool = True
    close: bool = False
    tabs: tuple[TabStop, ...] = ()
    edges: Edges = NO_EDGES
    ground: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """A paragraph.

    Attributes:
        mark: Look of its end, which gives an empty one its height.
        label: Its number or bullet in a list, as printed.
        level: Its level as a heading; 0 for others.
    """

    inlines: tuple[Inline, ...]
    shape: Shape
    mark: Look
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """Room within the edges of a cell."""

    top: float = 0.0
    right: float = 5.4
    bottom: float = 0.0
    left: float = 5.4


@dataclass(frozen=True, slots=True)
class PageCell:
    """One cell.

    Attributes:
        column: Its first column; it reaches over `spans` of them.
        rows: Over how many rows it reaches; 0 where one from above reaches in.
        stands: `top`, `center` or `bottom`.
    """

    column: int
    spans: int
    blocks: tuple["Block", ...]
    edges: Edges = NO_EDGES
    sides: Sides = Sides()
    ground: str = ""
    stands: str = "top"
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row.

    Attributes:
        height: The least, or where `exact` the only one.
        heading: Whether it is repeated on every page.
        whole: Whether it never goes over two pages.
    """

    cells: tuple[PageCell, ...]
    height: float = 0.0
    exact: bool = False
    heading: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table.

    Attributes:
        widths: Of its columns.
        left: How far from the left of the text it begins.
    """

    widths: tuple[float, ...]
    rows: tuple[PageRow, ...]
    justify: Justify = Justify.LEFT
    left: float = 0.0


Block = PageParagraph | PageTable


@dataclass(frozen=True, slots=True)
class Marginal:
    """What stands over or under the text of a page."""

    usual: tuple[Block, ...] = ()
    first: tuple[Block, ...] = ()
    even: tuple[Block, ...] = ()

    def of(self, *, is_first: bool, is_even: bool) -> tuple[Block, ...]:
        """What stands on a page."""
        return self.first if is_first else self.even if is_even else self.usual


@dataclass(frozen=True, slots=True)
class PageSection:
    """Pages of one size, in points.

    Attributes:
        top: Height of the margin; a head that needs more pushes the text down.
        to_head: From the upper edge to the head; `to_foot` from the lower to the foot.
        first_differs: Whether its first page has a head and foot of its own.
        number_from: The number of its first page, when counting begins anew.
        continues: Whether it goes on where the section before it ended, on the same page.
    """

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    top: float = 56.7
    bottom: float = 56.7
    left: float = 85.0
    right: float = 42.5
    to_head: float = 28.3
    to_foot: float = 28.3
    head: Marginal = Marginal()
    foot: Marginal = Marginal()
    first_differs: bool = False
    number_from: int | None = None
    continues: bool = False
    edges: Edges = NO_EDGES
    edges_off: float = 24.0


@dataclass(frozen=True, slots=True)
class PaperText:
    """A whole paper, before it is laid out on pages.

    Attributes:
        title: As its properties have it, or empty.
        even_differs: Whether even pages have heads and feet of their own.
        tab_every: Where tabs go without stops.
        stretches_broken: Whether a line that ends with a break is stretched like others.
        adds_gaps: Whether the space behind a paragraph and that before the next are added;
            else the larger counts.
    """

    sections: tuple[PageSection, ...]
    title: str = ""
    even_differs: bool = False
    tab_every: float = 36.0
    stretches_broken: bool = True
    adds_gaps: bool = False
