"""One program at a time opens the diary, whichever system lends the lock: each is told as the system answers."""

import runpy
import sys
from types import SimpleNamespace

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.store import lock


class Keeper:
    """Who holds the one lock there is, by the number of an open file."""

    def __init__(self):
        self.holder = None

    def take(self, number, refusal):
        if self.holder not in (None, number):
            raise refusal
        self.holder = number

    def give_back(self, number):
        assert self.holder == number, "only who holds the lock gives it back"
        self.holder = None


def windows(keeper):
    """`msvcrt` as Windows has it: one byte of a file is locked, and a lock that is taken is an OSError."""

    def locking(number, mode, length):
        assert length == 1
        if mode == 2:
            keeper.take(number, PermissionError(13, "Permission denied"))
        else:
            keeper.give_back(number)

    return "msvcrt", SimpleNamespace(LK_NBLCK=2, LK_UNLCK=0, locking=locking)


def elsewhere(keeper):
    """`fcntl` as all others have it: a whole file is locked, and a lock that is taken would block."""

    def flock(file, operation):
        if operation == 2 | 4:
            keeper.take(file.fileno(), BlockingIOError(11, "Resource temporarily unavailable"))
        else:
            assert operation == 8
            keeper.give_back(file.fileno())

    return "fcntl", SimpleNamespace(LOCK_EX=2, LOCK_NB=4, LOCK_UN=8, flock=flock)


@pytest.fixture(params=[("win32", windows), ("linux", elsewhere), ("darwin", elsewhere)], ids=lambda param: param[0])
def system(request, monkeypatch):
    """The lock as it is on a system, and who holds it there."""
    platform, lends = request.param
    keeper = Keeper()
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", platform)
        there.setitem(sys.modules, *lends(keeper))
        held = runpy.run_path(lock.__file__)["held"]
    return held, keeper


def test_a_second_program_is_refused_while_the_first_holds_the_lock(system, tmp_path):
    held, keeper = system
    with held(tmp_path / "lock"):
        first = keeper.holder
        assert first is not None
        with pytest.raises(DiaryError, match="locked") as refused, held(tmp_path / "lock", patience=0):
            pytest.fail("two programs held one lock")
        assert refused.value.facts == {"path": str(tmp_path / "lock")}
        assert keeper.holder == first


def test_the_lock_is_given_back_whatever_happens_under_it(system, tmp_path):
    held, keeper = system
    with pytest.raises(KeyError), held(tmp_path / "lock"):
        raise KeyError
    assert keeper.holder is None
    with held(tmp_path / "lock", patience=0):
        assert keeper.holder is not None
    assert keeper.holder is None
