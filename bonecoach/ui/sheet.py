"""The one stylesheet: for menus, fields, lists and bars that Qt paints; cards and buttons paint themselves."""

from __future__ import annotations

from dataclasses import fields

from bonecoach.paint.style import Style

_RULES = """
QMenuBar { background: @sidebar; color: @text; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: %(menubar_item)s; border-radius: %(small_radius)dpx; }
QMenuBar::item:selected { background: @hover; color: @text; border: 2px solid @focus; }
QMenu { background: @card; color: @text; border: 1px solid @control; padding: %(space)dpx; }
QMenu::item { min-height: %(item)dpx; padding: %(menu_item)s; border-radius: %(small_radius)dpx; }
QMenu::item:selected { background: @selection; color: @on_selection; }
QMenu::item:disabled { color: @faded; font-style: italic; }
QMenu::separator { height: 1px; background: @line; margin: %(space)dpx; }
QToolTip { background: @card; color: @text; border: 1px solid @control; padding: 4px; }
QScrollBar:vertical { background: transparent; width: %(bar)dpx; margin: 0; }
QScrollBar::handle:vertical { background: @control; border-radius: %(bar_radius)dpx; min-height: %(target)dpx;
  margin: 2px; }
QScrollBar:horizontal { background: transparent; height: %(bar)dpx; margin: 0; }
QScrollBar::handle:horizontal { background: @control; border-radius: %(bar_radius)dpx; min-width: %(target)dpx;
  margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  background: @field; color: @text; border: 2px solid @control; border-radius: %(radius)dpx;
  min-height: %(field)dpx; padding: 0 %(pad)dpx; selection-background-color: @selection;
  selection-color: @on_selection; placeholder-text-color: @quiet; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {
  border: 3px solid @focus; min-height: %(field_in_ring)dpx; padding: 0 %(pad_in_ring)dpx; }
QPlainTextEdit { background: @field; color: @text; border: 2px solid @control; border-radius: %(radius)dpx;
  padding: %(around_lines)dpx; selection-background-color: @selection; selection-color: @on_selection; }
QPlainTextEdit:focus { border: 3px solid @focus; padding: %(around_lines_in_ring)dpx; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
  background: @window; color: @faded;
  border: 2px dashed @faded; placeholder-text-color: @faded; }
QAbstractSpinBox QLineEdit:disabled { border: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
  margin: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; height: 0; border: none; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; padding: 0; min-height: %(target)dpx;
  background: transparent; }
QComboBox::drop-down { border: none; width: %(target)dpx; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: %(target)dpx; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(%(down)s); width: %(arrow)dpx;
  height: %(arrow)dpx; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @control;
  selection-background-color: @selection; selection-color: @on_selection; }
QComboBox QAbstractItemView::item { min-height: %(target)dpx; padding: 0 %(pad)dpx; }
QListView, QListWidget, QTableView, QTableWidget, QTreeView { background: @card; color: @text;
  border: 1px solid @line;
  border-radius: %(small_radius)dpx; gridline-color: @line; outline: none;
  selection-background-color: @selection; selection-color: @on_selection; }
QListView:focus, QTableView:focus, QTreeView:focus { border: 3px solid @focus; }
QHeaderView::section { background: @sidebar; color: @text; border: none; padding: %(space)dpx; font-weight: bold; }
QTableView QTableCornerButton::section { background: @sidebar; border: none; }
QCheckBox, QRadioButton { spacing: %(pad)dpx; min-height: %(target)dpx; padding: 0 %(space)dpx;
  border: 3px solid transparent;
  border-radius: %(small_radius)dpx; outline: none; }
QCheckBox:focus, QRadioButton:focus { border: 3px solid @focus; }
QCheckBox::indicator, QRadioButton::indicator { width: %(box)dpx; height: %(box)dpx; border: 2px solid @control;
  background: @field; border-radius: 5px; }
QRadioButton::indicator { border-radius: %(round)dpx; }
QCheckBox::indicator:checked { background: @accent; border: 2px solid @accent; image: url(%(tick)s); }
QRadioButton::indicator:checked { border: 2px solid @accent; background: qradialgradient(cx: 0.5, cy: 0.5, fx: 0.5,
  fy: 0.5, radius: 0.5, stop: 0 @accent, stop: 0.58 @accent, stop: 0.66 @field, stop: 1 @field); }
QCalendarWidget QAbstractItemView { selection-background-color: @selection; selection-color: @on_selection; }
QCalendarWidget QToolButton { min-height: %(target)dpx; min-width: %(target)dpx; color: @text; background: @card;
  border: 2px solid transparent; border-radius: %(small_radius)dpx; padding: 0 %(space)dpx; }
QCalendarWidget QToolButton:focus, QCalendarWidget QToolButton:hover { border: 2px solid @focus; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @card; }
QDialog { background: @window; border: 2px solid @control; }
"""


def sheet_of(style: Style) -> str:
    """The stylesheet of a look at a size."""
    px = style.px
    sizes = {
        "menubar_item": f"{px(6)}px {px(12)}px",
        "menu_item": f"{px(8)}px {px(28)}px {px(8)}px {px(20)}px",
        "item": px(28),
        "space": px(6),
        "small_radius": px(6),
        "radius": px(8),
        "bar": px(14),
        "bar_radius": px(5),
        "target": px(44),
        "field": px(44) - 4,
        "field_in_ring": px(44) - 6,
        "pad_in_ring": px(10) - 1,
        "pad": px(10),
        "around_lines": px(4),
        "around_lines_in_ring": px(4) - 1,
        "arrow": px(20),
        "box": px(22),
        "round": (px(22) + 4) // 2,
        "tick": _picture("tick", style),
        "down": _picture("down", style),
    }
    rules = _RULES % sizes
    for role in sorted((field.name for field in fields(style.look)), key=len, reverse=True):
        rules = rules.replace(f"@{role}", str(getattr(style.look, role)))
    return rules


def _picture(name: str, style: Style) -> str:
    """A small picture in a colour for the look: stylesheets take pictures from files alone."""
    from bonecoach.paths import resources

    return (resources() / "icons" / f"{name}-{'dark' if style.look.dark else 'light'}.svg").as_posix()
