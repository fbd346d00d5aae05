"""Dialogs: however large the text, heading and buttons are on the screen, and what is between them scrolls."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from bonecoach.ui import help as pages
from bonecoach.ui import your_data
from bonecoach.ui.bones.scan_form import ScanForm
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import AROUND, Dialog
from bonecoach.ui.forms.dose import DoseForm
from bonecoach.ui.forms.felt import FeltForm
from bonecoach.ui.forms.food import FoodForm
from bonecoach.ui.forms.movement import MovementForm
from bonecoach.ui.forms.supplement import SupplementForm
from bonecoach.ui.history.page import EmptyBin
from bonecoach.ui.theme import apply, look_named
from bonecoach.ui.today.day_chooser import DayChooser
from bonecoach.ui.today.same_again import SameAgain
from bonecoach.ui.why import WhySheet
from bonecoach.ui.your_data.export_dialog import ExportDialog
from bonecoach.ui.your_data.import_dialog import ImportDialog
from tests.exchange.test_devices import HEALTH, WALK
from tests.pictures import looking
from tests.pictures.window import at_size, begun, settle, window
from tests.ui.test_columns import PAIN
from tests.ui.test_importing import UNKNOWN, pains

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", begun) as made:
        yield made


@pytest.fixture(scope="module", params=[1.0, 2.0], ids=["100 %", "200 %"])
def size(request):
    return request.param  # of the module, so that all that is looked at in one size comes in a row


@pytest.fixture(autouse=True)
def in_force(request, program):
    """The size that a test asks for, and 100 % where it asks for none."""
    at_size(program, request.getfixturevalue("size") if "size" in request.fixturenames else 1.0)


def food(program):
    return FoodForm(program.desk, None, program.window)


def supplement(program):
    return SupplementForm(program.desk, None, program.window)


def movement(program):
    return MovementForm(program.desk, None, program.window)


def dose(program):
    return DoseForm(program.desk, None, program.window)


def felt(program):
    return FeltForm(program.desk, None, program.window)


def all_keys(program):
    return pages.KeysSheet(program.window.places.values(), program.window)


def counting(program):
    return pages.counting(program.window)


def about(program):
    return pages.about(program.window, program.diary.upkeep.path)


def why(program):
    from bonecoach.core.nutrients import Nutrient

    return WhySheet(program.diary.day(SATURDAY).nutrients[Nutrient.MAGNESIUM], program.desk, program.window)


def again(program):
    return SameAgain(program.window, program.diary.entries() * 12, program.desk.words)


def calendar(program):
    return DayChooser(program.window, SATURDAY, SATURDAY, program.desk.words)


def emptying(program):
    return EmptyBin(program.window)


def importing(program, name, content):
    """The dialog with a file read."""
    path = program.data_dir / name
    path.write_text(content)
    dialog = ImportDialog(program.desk, program.window)
    dialog.read(path)
    while dialog.busy:
        settle()
    return dialog


def found_in_a_file(program):
    return importing(program, "symptoms.csv", pains(4, 40, *range(8), 50))


def a_table_of_her_own(program):
    return importing(program, "mine.csv", f"{PAIN}19.11.2026;08:15;4;{'both hands and the left knee ' * 4}\n")


def recorded_by_a_watch(program):
    return importing(program, "export.xml", HEALTH.format(WALK + UNKNOWN))


def refused_as_a_file(program):
    return importing(program, "empty.csv", "")


def going_back(program):
    """The dialog with its backups listed, and one chosen."""
    program.diary.upkeep.backup()
    dialog = your_data.going_back(program.desk, program.window)
    dialog.look()
    while dialog.busy:
        settle()
    dialog.buttons[0].click()
    return dialog


def exporting(program):
    return ExportDialog(program.desk, program.window)


DIALOGS = (
    *(food, supplement, movement, dose, felt, all_keys, counting, about, why, again, calendar, emptying),
    *(exporting, found_in_a_file, recorded_by_a_watch, refused_as_a_file, a_table_of_her_own, going_back),
)


@pytest.fixture(params=DIALOGS, ids=[made.__name__ for made in DIALOGS])
def dialog(request, program, size):
    opened = request.param(program)
    opened.show()
    settle()
    yield opened
    opened.reject()


def foot_buttons(dialog):
    """The buttons that are not among what scrolls."""
    return [b for b in dialog.findChildren(QAbstractButton) if not dialog.middle.isAncestorOf(b) and b.isVisible()]


def test_heading_and_buttons_are_on_the_screen_however_much_stands_between_them(dialog):
    screen = dialog.screen().availableSize()
    assert dialog.height() <= screen.height() - AROUND[1]
    assert dialog.width() <= screen.width() - AROUND[0]
    buttons = foot_buttons(dialog)
    assert buttons
    for widget in (*buttons, *([dialog.heading] if dialog.heading.isVisible() else [])):
        foot = widget.mapTo(dialog, QPoint(widget.width(), widget.height()))
        assert foot.y() <= dialog.height()
        assert foot.x() <= dialog.width()
        assert widget.height() >= widget.minimumSizeHint().height()


def test_what_does_not_fit_can_be_scrolled_to_downwards_and_nothing_is_cut_at_the_side(dialog):
    inside, middle = dialog.middle.inside, dialog.middle
    assert inside.width() <= middle.viewport().width()
    assert middle.verticalScrollBar().maximum() == max(0, inside.height() - middle.viewport().height())


def test_every_word_of_a_dialog_is_shown_and_every_control_has_a_name(dialog):
    assert looking.clipped_texts(dialog) == []
    assert looking.overflowing(dialog) == []
    assert looking.unnamed(dialog) == []


def test_the_marked_day_is_said_in_words(program, qtbot):
    chooser = calendar(program)
    chooser.show()
    settle()
    assert chooser.marked.text() == "Saturday 21 November 2026"
    qtbot.keyClick(chooser.calendar.focusProxy() or chooser.calendar, Qt.Key.Key_Left)
    assert chooser.marked.text() == "Friday 20 November 2026"
    assert chooser.day() == date(2026, 11, 20)
    chooser.reject()


def test_a_list_to_be_read_scrolls_by_the_keyboard_alone(program, qtbot):
    apply(QApplication.instance(), look_named("light"), 2.0)
    sheet = all_keys(program)
    sheet.show()
    settle()
    bar = sheet.middle.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert sheet.middle.focusPolicy() & Qt.FocusPolicy.TabFocus
    sheet.reject()
    apply(QApplication.instance(), look_named("light"), 1.0)


def test_the_list_of_keys_names_every_key_of_the_menus_and_the_pages(program):
    for key in program.window.places:
        program.window.go(key)
    settle()
    actions = [action for action in program.window.findChildren(QAction) if action.shortcuts()]
    asked = [action.shortcuts()[0] for action in actions]
    asked += [shortcut.key() for shortcut in program.window.findChildren(QShortcut)]
    told = {said.strip() for keys, _ in pages.keys(program.window.places.values()) for said in keys.split(", ")}
    assert len(asked) >= 12
    named = {key.toString(QKeySequence.SequenceFormat.PortableText) for key in asked}
    assert named - told == set()
    program.window.go("today")


def test_the_list_of_keys_names_those_of_the_timeline(program):
    told = {said.strip() for keys, _ in pages.keys(program.window.places.values()) for said in keys.split(", ")}
    assert {"Left", "Right", "Home", "End", "Up", "Down", "+", "-"} <= told


WAYS_OF_DATA = (exporting, found_in_a_file, recorded_by_a_watch, refused_as_a_file, a_table_of_her_own, going_back)


@pytest.mark.parametrize("made", WAYS_OF_DATA, ids=[made.__name__ for made in WAYS_OF_DATA])
def test_whatever_is_pressed_there_is_large_enough_and_stands_apart(program, size, made):
    opened = made(program)
    opened.show()
    settle()
    assert looking.small_targets(opened) == []
    assert looking.close_neighbours(opened.middle.inside) == []  # what scrolled away is near to nothing
    opened.reject()


@pytest.mark.parametrize("at", [(100, 80), (-300, -200), (700, 500)])
def test_a_dialog_says_where_it_stands_over_its_window_and_on_the_screen(qtbot, at):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(*at, 700, 500)
    window.show()
    dialog = Dialog("Hello", window)
    dialog.add_close()
    dialog.show()
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_Moved)  # the desktop is told, and does not have to guess
    assert dialog.screen().availableGeometry().contains(dialog.geometry())
    if at == (100, 80):
        off = dialog.geometry().center() - window.frameGeometry().center()
        assert abs(off.x()) <= 4  # half of a frame
        assert abs(off.y()) <= 4
    dialog.reject()


def test_one_that_grows_while_it_is_open_stays_on_the_screen(program):
    dialog = ExportDialog(program.desk, program.window)
    dialog.show()
    settle()
    screen = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), screen.bottom() - dialog.height())
    for _ in range(6):
        dialog.complain("One more sentence, which is long enough to take two lines of a dialog at this size. " * 2)
        dialog.column.addWidget(Text("And a line more in its midst."))
    dialog.take_room()
    settle()
    assert screen.contains(dialog.geometry())
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_ring_and_else_the_dialogs_own(program, qtbot, key):
    dialog, pressed = Dialog("Ways", program.window), []
    other, way = Button("Another way"), Button("A way")
    for button in (other, way):
        dialog.column.addWidget(button)
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button.text()))
    dialog.add_buttons("Save")
    dialog.accepted.connect(lambda: pressed.append("Save"))
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    other.setFocus()
    way.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(way, key)
    assert (pressed, dialog.isVisible()) == (["A way"], True)
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not other.is_ringed()
    qtbot.keyClick(other, key)
    assert pressed == ["A way", "Another way", "Save"]


def test_a_key_that_is_held_presses_once(program, qtbot):
    dialog, pressed = Dialog("Ways", program.window), []
    way = Button("A way")
    dialog.column.addWidget(way)
    way.clicked.connect(lambda: pressed.append(1))
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    way.setFocus(Qt.FocusReason.TabFocusReason)
    for repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QApplication.sendEvent(way, held)
    assert pressed == [1]
    dialog.reject()


def in_sight(area, widget):
    """Whether all of a widget is seen in what scrolls around it."""
    at = widget.mapTo(area.viewport(), QPoint(0, 0))
    return at.y() >= 0 and at.y() + widget.height() <= area.viewport().height()


def test_tab_goes_round_a_dialog_and_all_that_takes_the_keyboard_is_seen(program, qtbot, size):
    form = ScanForm(program.desk, program.window)
    with qtbot.waitActive(form):
        form.show()
    settle()
    form.primary.setFocus()
    bar = form.middle.verticalScrollBar()
    bar.setValue(bar.maximum())
    seen = []
    for _ in range(30):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        on = form.focusWidget()
        seen.append(on)
        assert not form.middle.isAncestorOf(on) or in_sight(form.middle, on)
    assert form.day in seen
    assert bar.maximum() > 0 or size == 1.0
    form.primary.setFocus()
    bar.setValue(0)
    qtbot.keyClick(form.primary, Qt.Key.Key_Backtab)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Backtab)
    assert form.middle.isAncestorOf(form.focusWidget())
    assert in_sight(form.middle, form.focusWidget())
    form.reject()


def test_one_that_is_lost_in_the_corner_comes_back_over_its_window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(100, 80, 700, 500)
    window.show()
    dialog = Dialog("Hello", window)
    dialog.column.addWidget(Text("One line."))
    dialog.add_close()
    dialog.show()
    stood, corner = dialog.pos(), dialog.screen().availableGeometry().topLeft()
    dialog.move(corner)  # as a window manager had it while it put a frame around it
    dialog.take_room()
    assert dialog.pos() == stood
    dialog.move(stood.x() + 60, stood.y() + 90)  # she moved it aside
    dialog.take_room()
    assert dialog.pos() == QPoint(stood.x() + 60, stood.y() + 90)
    dialog.move(corner)
    qtbot.waitUntil(lambda: dialog.pos() == stood)  # without growing, too
    dialog.hide()
    dialog._come_back()
