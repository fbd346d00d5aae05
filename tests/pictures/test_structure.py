"""Every page, in 1280 by 800, from 100 to 200 %: nothing clipped, nothing sideways, everything big enough and named."""

from __future__ import annotations

import pytest

from bonecoach.ui.theme import SIZE_STEPS
from tests.pictures import looking
from tests.pictures.window import at_size, lived, settle, untouched, window

# The offscreen platform says so whenever a window is shown; a real screen does not.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGES = ("today", "week", "bone", "medicines", "appointment", "history", "settings", "my_supplements", "first_start")
SIZES = (1.0, 1.1, 1.25, 2.0)
FITS = ("today", "week", "history")
"""At 100 % these show everything that matters without scrolling."""


@pytest.fixture(scope="package", params=[lived, untouched], ids=["lived", "untouched"])
def program(request, tmp_path_factory):  # of the package, so that one window is done with before the next is opened
    with window(tmp_path_factory.mktemp("diary") / "diary", request.param) as made:
        yield made


VIEWS = [(size, page) for size in SIZES for page in PAGES]


@pytest.fixture(scope="module", params=VIEWS, ids=[f"{page}-{round(size * 100)} %" for size, page in VIEWS])
def page(request, program):
    size, key = request.param
    at_size(program, size)
    program.window.go(key)
    settle()
    return program.window.open_page


def test_a_page_shows_every_word_and_never_scrolls_sideways(page):
    assert looking.clipped_texts(page.body) == []
    assert looking.overflowing(page.body) == []
    assert page.body.width() <= page.viewport().width()


def test_whatever_is_pressed_is_large_enough_and_stands_apart(page):
    assert looking.small_targets(page.body) == []
    assert looking.close_neighbours(page.body) == []


def test_every_control_has_a_name(page):
    assert looking.unnamed(page.body) == []


@pytest.mark.parametrize("key", FITS)
def test_at_100_percent_all_that_matters_fits_the_window(program, key):
    at_size(program, 1.0)
    program.window.go(key)
    settle()
    page = program.window.open_page
    assert page.body.height() <= page.viewport().height()


@pytest.mark.parametrize("step", SIZE_STEPS)
def test_this_week_is_not_squeezed_between_its_neighbours_in_any_text_size(program, step):
    at_size(program, step)
    program.window.go("today")
    settle()
    week = program.window.open_page.week
    assert week.width() >= 205 * step  # "weight-bearing" beside the large figure, in pixels of this text size
