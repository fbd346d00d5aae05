"""APScheduler on one Qt timer: jobs run where the timer lives, and nothing is left when it is shut down.

Not its own QtScheduler: that one keeps no hold of its timers, so they pile up and cannot be stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

DUE = "due"
HEARTBEAT = "heartbeat"


class Scheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler 3 brings no types
    """Two jobs: the next due instant, and a heartbeat.

    `wake` is called when the jobs have changed, and has `seconds_to_wait` asked from the event loop.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        # DebugExecutor calls a job there and then, in the thread that asks; the default would make a pool of threads.
        super().__init__(timezone=UTC, executors={"default": DebugExecutor()})
        self._wake = wake

    def beat(self, job: Callable[[], None], every: timedelta, first: datetime) -> None:
        """Does the job now and again, whatever happened before; `first` is the instant of the first time."""
        trigger = IntervalTrigger(seconds=round(every.total_seconds()), start_date=first, timezone=UTC)
        self._keep(job, trigger, HEARTBEAT, first)

    def at(self, job: Callable[[], None], instant: datetime | None) -> None:
        """Does the job at an instant, and at no other one that was planned before; at none where it is None."""
        planned = self.get_job(DUE)
        if planned is not None and planned.next_run_time != instant:
            planned.remove()
            planned = None
        if planned is None and instant is not None:
            self._keep(job, DateTrigger(instant, timezone=UTC), DUE, instant)

    def _keep(
        self, job: Callable[[], None], trigger: DateTrigger | IntervalTrigger, name: str, first: datetime
    ) -> None:
        # Never too late: after a night's sleep a job is done once, however long ago its time was.
        self.add_job(
            job,
            trigger,
            id=name,
            name=name,
            replace_existing=True,
            misfire_grace_time=None,
            coalesce=True,
            next_run_time=first,
        )

    def seconds_to_wait(self) -> float | None:
        """Does what is due; how long until the next is."""
        waits: float | None = self._process_jobs()
        return waits

    def shutdown(self) -> None:
        """Ends it; nothing of it runs on."""
        super().shutdown(wait=False)

    def wakeup(self) -> None:
        """Called by APScheduler, from whatever thread, as soon as its jobs have changed."""
        self._wake()
