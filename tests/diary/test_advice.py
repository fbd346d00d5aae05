"""What is worth saying: about a day what was taken on it, and of the present day the next step of the week, too."""

from datetime import date

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.diary import demo

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def today(diary, clock):
    """Monday 23 November 2026, the first of the week; on Friday she took much calcium at once, and today she walked."""
    diary.log_text("calcium carbonate 1000 on friday")
    diary.log_text("brisk walk 30 min")
    return diary.today()


def test_the_next_step_is_said_today_and_not_of_a_day_gone_by(diary, today):
    assert [advice.code for advice in diary.advice(FRIDAY)] == ["split_calcium"]
    (step,) = diary.advice(today)
    assert step.code == "minutes_missing"
    assert (step.facts["counted"], step.facts["missing"]) == (30, 120)
    assert diary.week_advice() == (step,)


def test_whoever_has_the_day_and_its_weeks_spares_the_counting_and_hears_the_same(diary, today):
    state, weeks = diary.day(today), diary.trend(2)
    assert diary.advice(today, state, weeks) == diary.advice(today)
    assert diary.week_advice(state, weeks) == diary.week_advice()


def test_made_up_weeks_never_go_among_her_own(diary, today):
    with pytest.raises(DiaryError, match="folder_not_empty"):
        demo.fill(diary)
    assert len(diary.entries()) == 2
