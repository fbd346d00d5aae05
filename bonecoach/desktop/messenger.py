"""A thread of its own for notices, with its own asyncio loop: whoever asks it for something never waits."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress

from bonecoach.desktop.notices import Board, Heard, Notice

_LOGGER = logging.getLogger(__name__)


class Messenger:
    """Carries notices to the board of the system, one after the other, and tells what the person did.

    `heard` is called in this thread: with what she did, and with "failed" and the key of a notice that was not shown
    within `patience` seconds. The thread begins at once.
    """

    def __init__(self, make_board: Callable[[Heard], Board], heard: Heard, patience: float) -> None:
        self._make_board, self._heard, self._patience = make_board, heard, patience
        self._board: Board | None = None
        self._last: tuple[str, ...] = ()
        self._last_patience = 0.0
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
        self._thread.start()

    def show(self, notice: Notice) -> None:
        """Has a notice shown."""
        self._ask(lambda: self._show(notice))

    def withdraw(self, key: str) -> None:
        """Has a notice taken away."""
        self._ask(lambda: self._withdraw(key))

    def stop(self, patience: float, withdrawing: Iterable[str] = ()) -> None:
        """Ends the thread, when it has taken away the notices of these keys.

        What hangs for longer than `patience` seconds is left to end with the program.
        """
        self._last, self._last_patience = tuple(withdrawing), patience / 2
        self._call(self._loop.stop)
        self._thread.join(patience)

    # -- in the thread -------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._loop.run_forever()
            self._loop.run_until_complete(self._leave())
        finally:
            self._loop.close()

    def _ask(self, work: Callable[[], Coroutine[object, object, None]]) -> None:
        self._call(lambda: self._begin(work()))

    def _call(self, act: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop is closed: it was stopped
            self._loop.call_soon_threadsafe(act)

    def _begin(self, work: Coroutine[object, object, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)  # the loop itself holds a task only weakly
        task.add_done_callback(self._tasks.discard)

    async def _show(self, notice: Notice) -> None:
        try:
            # Waiting for its turn counts: ten notices for a server that hangs are all given up after the same time.
            async with asyncio.timeout(self._patience), self._turn:
                board = self._board = self._board or self._make_board(self._heard)
                await board.open()
                await board.put_up(notice)
        except Exception:
            # Whatever the way to the system raises: the person is told in the window instead.
            _LOGGER.warning("a notice was not shown", exc_info=True)
            self._heard("failed", notice.key)

    async def _withdraw(self, key: str) -> None:
        try:
            async with self._turn:
                if self._board is not None:
                    async with asyncio.timeout(self._patience):
                        await self._board.take_down(key)
        except Exception:
            _LOGGER.warning("a notice was not taken away", exc_info=True)

    async def _leave(self) -> None:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        if self._board is not None:
            with suppress(Exception):  # nobody is left to be told
                async with asyncio.timeout(self._last_patience):
                    for key in self._last:
                        await self._board.take_down(key)
            await self._board.close()
        # What was cancelled just now may have begun to clean up.
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
