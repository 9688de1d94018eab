"""Colours that can be read, and sizes that grow together."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from ccb_desktop.ui.kit import text_size
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.style_sheet import style_sheet
from ccb_desktop.ui.kit.theme import THEMES, qt_palette, worn
from ccb_desktop.ui.kit.window_state import WindowState

TEXT_ON_GROUND = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "soft"),
    ("text", "accent_soft"),
    ("text_soft", "window"),
    ("text_soft", "surface"),
    ("disabled", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "pressed"),
    ("on_chosen", "chosen"),
    ("accent", "surface"),
    ("accent", "window"),
    ("problem", "window"),
    ("problem", "surface"),
    ("text", "problem_soft"),
    ("warning", "warning_soft"),
    ("on_side", "side"),
    ("on_side_chosen", "side_chosen"),
]
EDGE_ON_GROUND = [
    ("edge", "surface"),
    ("edge", "window"),
    ("focus_on_accent", "accent"),
    ("accent", "surface"),
]


def contrast(first, second):
    """How far two colours differ in light, from 1 to 21, as WCAG 2 reckons it."""
    lights = sorted((light(QColor(first)), light(QColor(second))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour):
    """Relative luminance of a colour."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out(theme, text, ground):
    colours = asdict(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON_GROUND)
def test_edges_and_focus_stand_out(theme, edge, ground):
    colours = asdict(theme)
    assert contrast(colours[edge], colours[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_an_example_in_an_empty_field_does_not_look_like_something_typed(theme):
    assert "placeholder-text-color: " + theme.disabled in style_sheet(theme, 100)
    assert contrast(theme.disabled, theme.text) >= 2


def test_contrast_is_reckoned_as_published():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("percent", text_size.STEPS)
def test_every_length_of_the_sheet_grows(percent):
    sheet = style_sheet(THEMES["light"], percent)
    assert f"min-height: {round(36 * percent / 100)}px" in sheet
    assert not re.search(r"\$\w|\d+u\b|\d+p\b", sheet)


def test_steps_stop_at_their_ends():
    assert text_size.next_step(100, -1) == 100
    assert text_size.next_step(100, 1) == 125
    assert text_size.next_step(200, 1) == 200
    assert text_size.nearest_step(140) == 150


def test_the_choice_is_applied_and_remembered(qt_app, look, tmp_path):
    state = WindowState(tmp_path / "nho.json")
    chosen = Look(qt_app, state)
    chosen.larger()
    chosen.set_theme("high_contrast")
    state.save()
    assert qt_app.font().pointSizeF() == pytest.approx(11 * 1.25)

    again = Look(qt_app, WindowState(tmp_path / "nho.json"))
    assert (again.percent, again.theme.id) == (125, "high_contrast")
    again.set_percent(100)
    again.set_theme("light")


def test_windows_are_dressed_anew_only_for_another_look(qt_app, look):
    dressed, told = [], []
    label = QLabel("Hội viên")
    label.ensurePolished()
    label.changeEvent = lambda event: dressed.append(event.type())
    look.changed.connect(lambda: told.append(True))
    look.set_percent(look.percent)
    look.set_theme(look.theme.id)
    assert (dressed, len(told)) == ([], 2)
    look.set_percent(150)
    assert QEvent.Type.StyleChange in dressed
    Look(qt_app, WindowState(None))  # another's look, of 100 %, stands over all windows
    dressed.clear()
    look.set_percent(150)
    assert QEvent.Type.StyleChange in dressed
    assert qt_app.font().pointSizeF() == pytest.approx(11 * 1.5)


def test_a_damaged_memory_is_no_memory(tmp_path):
    (tmp_path / "nho.json").write_text("{", "utf-8")
    state = WindowState(tmp_path / "nho.json")
    assert state.get("text_percent") is None
    state.set("a", 1)
    state.save()
    assert WindowState(tmp_path / "nho.json").whole_number("a", 0) == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_a_palette_tells_the_theme_it_was_made_of(theme):
    assert worn(qt_palette(theme)) is theme


def test_a_palette_of_nobody_is_worn_as_the_light_theme():
    assert worn(QPalette()) is THEMES["light"]
