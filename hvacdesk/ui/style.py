"""The one style sheet of the windows, built from a palette.

Widgets choose a look by a property (``kind``, ``tone``, ``role``), never by a style sheet of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.resource_files import resource
from hvacdesk.ui.palette import LIGHT, Palette

Px = Callable[[float], int]


def _picture(c: Palette, name: str) -> str:
    """A control's small picture; style sheets cannot tint one, so there is one for each palette."""
    tint = "light" if c is LIGHT else "dark"
    return resource("icons", "controls", f"{name}-{tint}.svg").as_posix()


def style_sheet(c: Palette, px: Px, gap: Px | None = None) -> str:
    """The whole sheet for one palette and text size; ``gap`` is :meth:`Theme.gap`."""
    return "".join(
        (
            _frame(c, px),
            _text(c, px, gap or px),
            _buttons(c, px, gap or px),
            _fields(c, px),
            _indicators(c, px),
            _lists(c, px),
            _bars(c, px),
        )
    )


def _frame(c: Palette, px: Px) -> str:
    return f"""
QMainWindow, QDialog, QWidget[role="window"], QWidget[role="page"] {{ background: {c.background}; }}
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(10)}px; }}
QFrame[role="tile"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(10)}px; }}
QFrame[role="tile"]:hover {{ border-color: {c.field_line}; }}
QFrame[role="tile"]:focus, QFrame[role="card"]:focus {{ border-color: {c.primary}; }}
QFrame[role="rule"] {{ background: {c.line}; border: none; }}
QFrame[role="ground"] {{ background: {c.hover}; border: none; border-radius: {px(8)}px; }}
QFrame[role="warn-ground"] {{ background: {c.warn_ground}; border: none; border-radius: {px(8)}px; }}
QFrame[role="bad-ground"] {{ background: {c.bad_ground}; border: none; border-radius: {px(8)}px; }}
QFrame[role="shown"] {{ background: {c.shown_ground}; border-radius: {px(6)}px; }}
QFrame[role="notice"] {{ background: {c.nav}; border: 1px solid {c.nav_active}; border-radius: {px(10)}px; }}
QFrame[role="nav"] {{ background: {c.nav}; border: none; }}
QWidget[role="clear"] {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="clear"] {{ background: transparent; border: none; }}
QScrollArea:focus {{ border: 1px solid {c.primary}; border-radius: {px(4)}px; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {px(6)}px; }}
"""


def _text(c: Palette, px: Px, gap: Px) -> str:
    tones = "".join(f'QLabel[tone="{tone}"] {{ color: {getattr(c, tone)}; }}\n' for tone in _TONES)
    return f"""
QLabel {{ background: transparent; color: {c.text}; border: none; }}
QLabel[role="title"] {{ font-size: {px(21)}px; font-weight: bold; }}
QLabel[role="heading"] {{ font-size: {px(16)}px; font-weight: bold; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="muted"] {{ font-size: {px(13)}px; color: {c.muted}; }}
QLabel[role="muted-value"] {{ color: {c.muted}; }}
QLabel[role="label"] {{ font-size: {px(13)}px; color: {c.muted}; }}
QLabel[role="error"] {{ font-size: {px(13)}px; color: {c.bad}; }}
QLabel[role="number"] {{ font-size: {gap(28)}px; font-weight: bold; }}
QLabel[role="code"] {{ font-size: {px(18)}px; }}
QLabel[role="product"] {{ font-size: {px(17)}px; font-weight: bold; color: {c.nav_active_text}; }}
QLabel[role="nav-text"] {{ font-size: {px(13)}px; color: {c.nav_text}; }}
QLabel[role="nav-muted"] {{ font-size: {px(12)}px; color: {c.nav_muted}; }}
{tones}"""


_TONES = ("good", "info", "warn", "bad", "neutral", "primary")


def _buttons(c: Palette, px: Px, gap: Px) -> str:
    # A focused border is one pixel wider, so its padding is one pixel less and nothing moves.
    return f"""
QPushButton {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.field_line}; border-radius: {px(8)}px;
  padding: {px(7)}px {px(14)}px; min-height: {px(18)}px;
}}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border: 2px solid {c.primary}; padding: {px(7) - 1}px {px(14) - 1}px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.background}; border-color: {c.line}; }}
QPushButton[kind="primary"] {{
  background: {c.primary}; color: {c.on_primary}; border: 1px solid {c.primary}; font-weight: bold;
}}
QPushButton[kind="primary"]:hover {{ background: {c.primary_hover}; border-color: {c.primary_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[kind="danger"] {{
  background: {c.danger}; color: {c.on_danger}; border: 1px solid {c.danger}; font-weight: bold;
}}
QPushButton[kind="danger"]:hover {{ background: {c.danger_hover}; border-color: {c.danger_hover}; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="danger"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[kind="link"], QPushButton[kind="icon"] {{
  background: transparent; color: {c.primary}; border: 1px solid transparent; padding: {px(4)}px {px(6)}px;
}}
QPushButton[kind="link"]:hover, QPushButton[kind="icon"]:hover {{ background: {c.hover}; }}
QPushButton[kind="link"]:focus, QPushButton[kind="icon"]:focus {{
  border: 1px solid {c.primary}; padding: {px(4)}px {px(6)}px;
}}
QPushButton[kind="link"]:disabled {{ color: {c.muted}; }}
QPushButton[kind="choice"] {{ text-align: left; padding: {gap(10)}px {gap(14)}px; }}
QPushButton[kind="choice"]:checked, QPushButton[kind="toggle"]:checked {{
  background: {c.selection}; border: 1px solid {c.primary};
}}
QPushButton[kind="toggle"]:focus {{ border: 2px solid {c.text}; padding: {px(7) - 1}px {px(14) - 1}px; }}
QPushButton[kind="choice"]:focus {{
  border: 2px solid {c.text}; padding: {gap(10) - 1}px {gap(14) - 1}px;
}}
QPushButton[kind="notice"] {{
  background: transparent; color: {c.nav_active_text}; border: 1px solid {c.nav_muted};
}}
QPushButton[kind="notice"]:focus {{ border: 2px solid {c.nav_active_text}; }}
QPushButton[kind="nav"] {{
  background: transparent; color: {c.nav_text}; border: 1px solid transparent; text-align: left;
  border-radius: {px(8)}px; padding: {px(10)}px {px(12)}px; min-height: {px(18)}px;
}}
QPushButton[kind="nav"]:hover {{ background: {c.nav_active}; }}
QPushButton[kind="nav"]:checked {{
  background: {c.nav_active}; color: {c.nav_active_text}; font-weight: bold; border-color: {c.nav_active};
}}
QPushButton[kind="nav"]:focus {{ border: 1px solid {c.nav_muted}; }}
QPushButton[kind="nav-small"] {{
  background: transparent; color: {c.nav_text}; border: 1px solid transparent; text-align: left;
  padding: {px(5)}px {px(8)}px; font-size: {px(13)}px;
}}
QPushButton[kind="nav"][fit="pictures"], QPushButton[kind="nav"][fit="pairs"],
QPushButton[kind="nav-small"][fit="pictures"], QPushButton[kind="nav-small"][fit="pairs"] {{
  text-align: center; padding-left: 0; padding-right: 0;
}}
QPushButton[kind="nav"][fit="pairs"] {{ padding-top: {px(5)}px; padding-bottom: {px(5)}px; }}
QPushButton[kind="nav-small"][fit="pairs"] {{ padding-top: {px(3)}px; padding-bottom: {px(3)}px; }}
QPushButton[kind="nav-small"]:hover {{ background: {c.nav_active}; }}
QPushButton[kind="nav-small"]:focus {{ border: 1px solid {c.nav_muted}; }}
QPushButton[kind="tab"] {{
  background: transparent; color: {c.muted}; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; padding: {gap(8)}px {gap(14)}px;
}}
QPushButton[kind="tab"]:hover {{ color: {c.text}; }}
QPushButton[kind="tab"]:focus {{ color: {c.text}; border-bottom: 2px solid {c.muted}; }}
QPushButton[kind="tab"]:checked {{
  color: {c.primary}; font-weight: bold; border-bottom: 2px solid {c.primary};
}}
QPushButton[kind="tab"]:checked:focus {{ background: {c.selection}; }}
"""


def _fields(c: Palette, px: Px) -> str:
    every = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox"
    every += ", QDateEdit, QTimeEdit, QDateTimeEdit"
    # A focused border is one pixel wider, so its padding is one pixel less and nothing moves.
    focused = ", ".join(f"{name}:focus" for name in every.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in every.split(", "))
    return f"""
{every} {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.field_line}; border-radius: {px(8)}px;
  padding: {px(7)}px {px(10)}px; placeholder-text-color: {c.muted};
  selection-background-color: {c.primary}; selection-color: {c.on_primary};
}}
{focused} {{ border: 2px solid {c.primary}; padding: {px(7) - 1}px {px(10) - 1}px; }}
{disabled} {{ background: {c.background}; color: {c.muted}; border-color: {c.line}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {{
  border-color: {c.bad}; }}
QLineEdit[role="search"] {{ border-color: {c.field_line}; }}
QLineEdit[role="search"]:focus {{ border-color: {c.primary}; }}
QComboBox::drop-down, QDateEdit::drop-down {{
  subcontrol-origin: padding; subcontrol-position: center right; border: none; width: {px(28)}px;
}}
QComboBox::down-arrow, QDateEdit::down-arrow {{
  image: url({_picture(c, "down")}); width: {px(16)}px; height: {px(16)}px;
}}
QComboBox QAbstractItemView, QListView[role="suggestions"] {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.field_line}; outline: none;
  selection-background-color: {c.selection}; selection-color: {c.text};
}}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView::item, QListView[role="suggestions"]::item {{
  min-height: {px(34)}px; padding: 0 {px(8)}px;
}}
"""


def _indicators(c: Palette, px: Px) -> str:
    return f"""
QCheckBox, QRadioButton {{
  color: {c.text}; spacing: {px(10)}px; background: transparent; padding: {px(4)}px {px(2)}px;
}}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTableView::indicator {{
  width: {px(16)}px; height: {px(16)}px; border: 1px solid {c.muted}; background: {c.surface};
}}
QCheckBox::indicator, QListView::indicator, QTableView::indicator {{ border-radius: {px(4)}px; }}
QRadioButton::indicator {{ border-radius: {px(16) // 2 + 1}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked {{
  background: {c.primary}; border-color: {c.primary};
}}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
  image: url({_picture(c, "check")});
}}
QRadioButton::indicator:checked {{ image: url({_picture(c, "dot")}); }}
QCheckBox:focus, QRadioButton:focus {{ color: {c.primary}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {c.primary}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.muted}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QTableView::indicator:disabled {{
  background: {c.line}; border-color: {c.line};
}}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
  subcontrol-origin: border; border: none; background: transparent; width: {px(26)}px;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: {px(3)}px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: {px(3)}px; }}
QAbstractSpinBox::up-arrow {{ image: url({_picture(c, "up")}); width: {px(13)}px; height: {px(13)}px; }}
QAbstractSpinBox::down-arrow {{ image: url({_picture(c, "down")}); width: {px(13)}px; height: {px(13)}px; }}
"""


def _lists(c: Palette, px: Px) -> str:
    return f"""
QTableView, QListView, QListWidget, QTreeView {{
  background: {c.surface}; color: {c.text}; border: 1px solid transparent; outline: none;
  gridline-color: {c.line}; selection-background-color: {c.selection}; selection-color: {c.text};
}}
QTableView:focus, QListView:focus, QListWidget:focus, QTreeView:focus, PageView:focus {{
  border: 1px solid {c.primary}; border-radius: {px(4)}px;
}}
QListWidget::item {{ padding: {px(9)}px {px(10)}px; border-radius: {px(8)}px; }}
QListWidget::item:selected {{ background: {c.selection}; color: {c.text}; }}
QListWidget::item:hover:!selected {{ background: {c.hover}; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{
  background: {c.surface}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
  padding: {px(9)}px {px(10)}px; font-size: {px(12)}px; font-weight: normal;
}}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; height: 0; }}
/* The sign of sorting is painted beside the title, see TableHeader. */
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.field_line}; padding: {px(6)}px; }}
QMenu::item {{ padding: {px(8)}px {px(16)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QCalendarWidget QWidget {{ background: {c.surface}; color: {c.text}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.muted}; }}
QCalendarWidget QToolButton#qt_calendar_monthbutton {{ padding-right: {px(14)}px; }}
"""


def _bars(c: Palette, px: Px) -> str:
    return f"""
QProgressBar {{ background: {c.line}; border: none; border-radius: {px(3)}px; max-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {c.primary}; border-radius: {px(3)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: {px(2)}px; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: {px(2)}px; }}
QScrollBar::handle {{ background: {c.field_line}; border-radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(30)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(30)}px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
