"""The colours of the window: one palette of named tokens per theme.

Public: `Theme`, `LIGHT`, `HIGH_CONTRAST`, `THEMES` (by id),
`qt_palette(theme)`, `worn(palette)`. Widgets never name a colour: they take it from their own
`palette()` (text, window, base, highlight, mid) or from a role in `style_sheet.py`.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one look, as `#RRGGBB`.

    Attributes:
        id: What is remembered in the settings.
        label: What the officer chooses.
        window: Ground of the page; `surface` the ground of tables and fields.
        soft: Every second row, and things that stand back.
        disabled: Text of what cannot be used just now, and of examples in empty fields.
        line: Thin lines that only divide; `edge` lines that show where a control ends.
        accent: The one colour of the program; `pressed` the same, being touched.
        chosen: Ground of selected rows, `on_chosen` the text on it.
        focus_on_accent: The ring around what has the keyboard on an accent ground.
        side: Ground of the list of pages, `side_chosen` of the page that is shown.
        mark: The tick beside the page that is shown.
        picture: Which set of small marks (ticks, arrows) is seen on this ground.
    """

    id: str
    label: str
    window: str
    surface: str
    soft: str
    text: str
    text_soft: str
    disabled: str
    line: str
    edge: str
    accent: str
    pressed: str
    on_accent: str
    accent_soft: str
    chosen: str
    on_chosen: str
    focus_on_accent: str
    problem: str
    problem_soft: str
    warning: str
    warning_soft: str
    side: str
    on_side: str
    side_chosen: str
    on_side_chosen: str
    mark: str
    picture: str


LIGHT = Theme(
    id="light",
    label="Sáng",
    window="#F4F5F1",
    surface="#FFFFFF",
    soft="#F8F9F5",
    text="#1B211D",
    text_soft="#4E5851",
    disabled="#667069",
    line="#DADDD4",
    edge="#7C857E",
    accent="#1D5C3B",
    pressed="#14452B",
    on_accent="#FFFFFF",
    accent_soft="#E4F0E8",
    chosen="#CFE5D7",
    on_chosen="#10241A",
    focus_on_accent="#FFCB3D",
    problem="#B0231C",
    problem_soft="#FCECEA",
    warning="#7A4B00",
    warning_soft="#FFF4DA",
    side="#1A4A31",
    on_side="#F1F7F3",
    side_chosen="#FFFFFF",
    on_side_chosen="#14452B",
    mark="#E0A100",
    picture="dark",
)

HIGH_CONTRAST = Theme(
    id="high_contrast",
    label="Tương phản cao",
    window="#000000",
    surface="#000000",
    soft="#161616",
    text="#FFFFFF",
    text_soft="#E6E6E6",
    disabled="#A0A0A0",
    line="#8C8C8C",
    edge="#FFFFFF",
    accent="#FFD84D",
    pressed="#FFE993",
    on_accent="#000000",
    accent_soft="#2B2508",
    chosen="#FFD84D",
    on_chosen="#000000",
    focus_on_accent="#0033CC",
    problem="#FF9C94",
    problem_soft="#330A07",
    warning="#FFD84D",
    warning_soft="#2B2508",
    side="#000000",
    on_side="#FFFFFF",
    side_chosen="#FFD84D",
    on_side_chosen="#000000",
    mark="#7FE0FF",
    picture="light",
)

THEMES = {theme.id: theme for theme in (LIGHT, HIGH_CONTRAST)}


def worn(palette: QPalette) -> Theme:
    """The theme that a palette was made of, for colours that Qt has no role for."""
    ground = palette.color(QPalette.ColorRole.Window)
    return next((one for one in THEMES.values() if QColor(one.window) == ground), LIGHT)


def qt_palette(theme: Theme) -> QPalette:
    """The theme as Qt's own palette, for everything that is painted by hand."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.soft,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.problem,
        QPalette.ColorRole.Highlight: theme.chosen,
        QPalette.ColorRole.HighlightedText: theme.on_chosen,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.PlaceholderText: theme.disabled,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.edge,
        QPalette.ColorRole.Midlight: theme.accent_soft,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette
