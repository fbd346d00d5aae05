"""Looks: whatever is read stands out by seven to one, whatever is a mark by three to one."""

from __future__ import annotations

import pytest

from bonecoach.paint.look import LOOKS, MARK_CONTRAST, TEXT_CONTRAST, contrast


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_text_can_be_read_where_it_stands(look):
    for ink, surface in look.text_pairs():
        assert contrast(getattr(look, ink), getattr(look, surface)) >= TEXT_CONTRAST, (ink, surface)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_mark_can_be_told_from_its_ground(look):
    for mark, surface in look.mark_pairs():
        assert contrast(getattr(look, mark), getattr(look, surface)) >= MARK_CONTRAST, (mark, surface)
