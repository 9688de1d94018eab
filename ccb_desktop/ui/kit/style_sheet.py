"""The shape of every control, written once from the tokens of the theme.

Public: `style_sheet(theme, percent)`. In the sheet `$name` is a colour of the theme, `12u`
a length of 12 pixels at 100 % text, `17p` a text of 17 points at 100 %, `$round` the radius that
makes a box to tick a circle, `$talk` the least width of what a message says.

Looks that a widget asks for by a property (set with `widgets.give_role`):
`role` on QLabel: `title`, `heading`, `soft`, `problem`, `good`, `warning`, `figure`;
`role` on QPushButton: `main` (the act of the page), `plain` (no frame), `link`;
`role` on QFrame: `card`, `notice`; on QToolButton: `square`, `inside`.
"""

import re
from dataclasses import asdict
from string import Template

from ccb_desktop.ui.kit import text_size
from ccb_desktop.ui.kit.theme import Theme


def style_sheet(theme: Theme, percent: int) -> str:
    """The style sheet of the whole program.

    Args:
        theme: The colours.
        percent: Size of text, 100 to 200; all lengths grow with it.
    """
    sheet = re.sub(
        r"\b(\d+)u\b", lambda found: f"{text_size.pixels(int(found[1]), percent)}px", _SHEET
    )
    sheet = re.sub(
        r"\b(\d+)p\b", lambda found: f"{text_size.points(percent, int(found[1])):g}pt", sheet
    )
    side = text_size.pixels(_TICK_SIDE, percent) + 2 * _TICK_BORDER
    # Qt draws corners square where the radius is more than half of the side.
    talk = min(text_size.pixels(_TALK, percent), _WIDEST_TALK)
    return Template(sheet).substitute(asdict(theme), round=f"{side // 2}px", talk=f"{talk}px")


_TALK, _WIDEST_TALK = 440, 760
"""Least width of what a message says: Qt wraps it only where it is wider than half a screen, and
at the largest text must not ask for more than Qt gives a box."""

_TICK_SIDE = 20
_TICK_BORDER = 2

_SHEET = """
QMainWindow, QDialog, QMessageBox { background: $window; }
QLabel#qt_msgbox_label { font-size: 13p; font-weight: bold; min-width: $talk; }
QLabel#qt_msgbox_informativelabel { min-width: $talk; }
QMessageBox QPushButton { min-width: 70u; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: 6u; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20p; font-weight: bold; }
QLabel[role="heading"] { font-size: 13p; font-weight: bold; }
QLabel[role="field"] { font-weight: bold; }
QLabel[role="figure"] { font-size: 22p; font-weight: bold; color: $accent; }
QLabel[role="soft"] { color: $text_soft; }
QLabel[role="problem"] { color: $problem; font-weight: bold; }
QLabel[role="good"] { color: $accent; font-weight: bold; }
QLabel[role="warning"] { color: $warning; font-weight: bold; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8u; }
QFrame[role="notice"] { background: $warning_soft; border: 1px solid $warning;
    border-radius: 8u; }
QFrame[role="notice"] QLabel { color: $warning; }
QLabel[role="notice"] { padding: 6u 10u; }

QPushButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 6u;
    padding: 1px 15u; min-height: 36u; }
QPushButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0px 14u; }
QPushButton:pressed { background: $chosen; color: $on_chosen; }
QPushButton:checked { background: $chosen; color: $on_chosen; font-weight: bold; }
QPushButton:disabled { background: $window; color: $disabled; border: 1px solid $line; }
QPushButton[role="main"], QPushButton:default { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: bold; }
QPushButton[role="main"]:hover, QPushButton:default:hover { background: $pressed; }
QPushButton[role="main"]:focus, QPushButton:default:focus {
    border: 3px solid $focus_on_accent; padding: 0px 13u; }
QPushButton[role="main"]:disabled { background: $window; color: $disabled;
    border: 1px solid $line; }
QPushButton[role="plain"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="plain"]:hover { background: $accent_soft; color: $text; }
QPushButton[role="plain"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent;
    color: $accent; text-align: left; padding: 1px 5u; text-decoration: underline; }
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0px 4u; }
QPushButton::menu-indicator { image: url(icons:down-$picture.svg); width: 14u; height: 14u;
    subcontrol-position: right center; right: 8u; }
QPushButton[menu="true"] { padding-right: 30u; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 6u;
    padding: 1px 9u; placeholder-text-color: $disabled;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox { min-height: 36u; }
QPlainTextEdit, QTextEdit { padding: 5u 6u; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 0px 8u; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4u 5u; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {
    border: 2px solid $problem; background: $problem_soft; padding: 0px 8u; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only {
    background: $window; color: $text_soft; }
QTextBrowser { background: $surface; color: $text; border: 1px solid $line; border-radius: 8u;
    padding: 8u 12u; }
QTextBrowser:focus { border: 2px solid $accent; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 30u; }
QComboBox::down-arrow { image: url(icons:down-$picture.svg); width: 14u; height: 14u; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; padding: 2u;
    selection-background-color: $chosen; selection-color: $on_chosen; outline: none; }
QComboBox QAbstractItemView::item { min-height: 40u; padding: 0 8u; }

QCheckBox, QRadioButton { spacing: 10u; min-height: 38u; border: 1px solid transparent;
    border-radius: 6u; padding: 0 4u; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; padding: 0 3u; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 20u; height: 20u; border: 2px solid $edge; background: $surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4u; }
QRadioButton::indicator { border-radius: $round; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url(icons:tick-on-$picture.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url(icons:dot-on-$picture.svg); }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text; padding: 0 16u; min-height: 40u;
    border: 2px solid transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { background: $accent_soft; }
QTabBar::tab:selected { color: $accent; font-weight: bold; border-bottom: 3px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent;
    border-bottom: 3px solid $accent; border-radius: 4u; }

QTabBar::scroller { width: 84u; }
QTabBar::tear { image: none; width: 0; border: none; }
QTabBar QToolButton { margin: 1px; }
QTabBar QToolButton::left-arrow { image: url(icons:left-$picture.svg); width: 16u;
    height: 16u; }
QTabBar QToolButton::right-arrow { image: url(icons:right-$picture.svg); width: 16u;
    height: 16u; }
QMenu::right-arrow { image: url(icons:right-$picture.svg); width: 12u; height: 12u; }

QAbstractItemView { background: $surface; color: $text; alternate-background-color: $soft;
    border: 2px solid $line; border-radius: 8u; gridline-color: $line;
    selection-background-color: $chosen; selection-color: $on_chosen; outline: none; }
QAbstractItemView:focus { border: 2px solid $accent; }
QListView::item { min-height: 40u; padding: 0 8u; border-radius: 4u; }
QListView::item:hover { background: $accent_soft; color: $text; }
QListView::item:selected { background: $chosen; color: $on_chosen; }
QTableView::item { border: 1px solid transparent; padding: 0 7u; }
QTableView::item:focus { border: 1px solid $accent; }
QTableView::item:selected:focus { border: 1px solid transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: $surface; border: none; border-top-left-radius: 8u;
    border-top-right-radius: 8u; }
QHeaderView::section { background: $surface; color: $text_soft; font-weight: bold; border: none;
    border-bottom: 2px solid $line; padding: 0 11u; min-height: 42u; }
QHeaderView::section:hover { background: $accent_soft; color: $text; }
QHeaderView::up-arrow { image: url(icons:up-$picture.svg); width: 12u; height: 12u; }
QHeaderView::down-arrow { image: url(icons:down-$picture.svg); width: 12u; height: 12u; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 16u; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 16u; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 5u; margin: 3u; }
QScrollBar::handle:vertical { min-height: 44u; }
QScrollBar::handle:horizontal { min-width: 44u; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QWidget#top { background: $window; }
QMenuBar { background: transparent; color: $text; }
QMenuBar::item { background: transparent; padding: 8u 12u; border-radius: 6u; }
QMenuBar::item:selected { background: $chosen; color: $on_chosen; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 6u; }
QMenu::item { padding: 10u 28u 10u 12u; border-radius: 4u; }
QMenu::item:selected { background: $chosen; color: $on_chosen; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 6u 8u; }
QMenu::icon { padding-left: 8u; }
QMenu::indicator { width: 20u; height: 20u; border: 2px solid $edge; border-radius: 4u;
    margin-left: 8u; }
QMenu::indicator:checked { background: $accent; border-color: $accent;
    image: url(icons:tick-on-$picture.svg); }

QProgressBar { background: $surface; border: 1px solid $edge; border-radius: 6u; color: $text;
    text-align: center; min-height: 18u; max-height: 18u; }
QProgressBar::chunk { background: $accent; border-radius: 5u; }
QCalendarWidget QToolButton { min-height: 38u; color: $text; background: $surface;
    border: none; padding: 0 8u; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QSplitter::handle { background: $line; }

QToolButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 6u; }
QToolButton[role="square"] { min-width: 36u; min-height: 36u; }
QToolButton:hover { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton[role="inside"] { background: transparent; border: none; }
QToolButton[role="inside"]:hover { background: $accent_soft; }

QWidget#side { background: $side; }
QWidget#side QLabel { color: $on_side; font-size: 12p; font-weight: bold; }
QScrollArea#pages { background: $side; border-right: 1px solid $line; }
QScrollArea#pages QScrollBar { background: $side; }
QWidget#side QScrollBar::handle { background: $on_side; }
QWidget#side QToolButton { background: transparent; color: $on_side; border: none;
    border-left: 4u solid transparent; border-radius: 6u; text-align: left;
    padding: 0 10u 0 8u; font-size: 12p; }
QWidget#side QToolButton:hover { background: $pressed; color: $on_side; }
QWidget#side QToolButton:focus { border: 2px solid $mark; border-left: 4u solid $mark; }
QWidget#side QToolButton:checked { background: $side_chosen; color: $on_side_chosen;
    font-weight: bold; border-left: 4u solid $mark; }
QWidget#bottom { background: $surface; border-top: 1px solid $line; }
QWidget#bottom QLabel { color: $text_soft; }
QWidget#undo { background: $accent; }
QWidget#undo QLabel { color: $on_accent; }
QWidget#undo QPushButton { background: transparent; color: $on_accent;
    border: 1px solid $on_accent; font-weight: bold; }
QWidget#undo QPushButton:hover { background: $pressed; }
QWidget#undo QPushButton:focus { border: 3px solid $focus_on_accent; padding: 0px 13u; }
QListWidget#hits { border: 2px solid $accent; }
QListWidget#hits::item:disabled { color: $text_soft; background: transparent; }
QCalendarWidget QAbstractItemView { border: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; border: none; }
"""
