"""What was noted of planned times by a clock that ran ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bonecoach.core.occurrences import Occurrence
from bonecoach.core.plans import Plan

RAN_AHEAD = timedelta(days=1)
"""A clock that is put back by no more than this was not wrong: it may be that of another zone, and nothing comes
twice."""


def noted_ahead(plans: Sequence[Plan], records: Iterable[Occurrence], now: datetime) -> list[Occurrence]:
    """Records that were noted by a clock which ran more than a day ahead of `now`, and that she did not answer.

    With the wrong month set for a moment, every time of a month is closed and would never come. A plan that is still
    to be made at `now` tells that it is the present clock which is wrong: nothing of it counts as noted ahead.
    """
    made = {plan.id for plan in plans if plan.made <= now}
    return [
        record
        for record in records
        if record.plan in made and not record.answered and record.trail[0][1] > now + RAN_AHEAD
    ]
