"""One run: the words of the command line in, an exit code out; whatever is refused is said in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import BoneCoachError, DiaryError
from bonecoach.terminal.desk import Desk
from bonecoach.terminal.options import Group, after_the_command, refusal
from bonecoach.terminal.saying import DONE, refuse, refuse_doubts, refuse_problems

if TYPE_CHECKING:
    from bonecoach.clock import Clock

SHOW_FAULTS = "BONECOACH_SHOW_FAULTS"
"""Set for whoever builds the program: faults of its own are then shown whole."""

INTERRUPTED = 130
"""What shells expect of a program stopped by Ctrl C."""


def run(group: Group, words: Sequence[str], clock: Clock) -> int:
    """Does what the words say and answers the exit code: 0 done, 1 could not be done, 2 not understood."""
    never_fail_to_print()
    desk = Desk(clock)
    desk.as_json = "--json" in words[: words.index("--")] if "--" in words else "--json" in words
    nested = frozenset(name for name, command in group.commands.items() if isinstance(command, click.Group))
    try:
        return guarded(desk, lambda: call(group, after_the_command(words, nested), desk))
    finally:
        desk.close()


def call(group: Group, words: list[str], desk: Desk) -> int:
    """Lets click find the command and run it; its exit code."""
    answer = group.main(words, prog_name="bonecoach", standalone_mode=False, windows_expand_args=False, obj=desk)
    return answer if isinstance(answer, int) else DONE


def guarded(desk: Desk, work: Callable[[], int]) -> int:
    """Runs the work; every refusal becomes its sentence and exit code."""
    from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm

    try:
        code = work()
        if sys.stdout is not None:  # ">&-" gives a program none
            sys.stdout.flush()
        return code
    except click.ClickException as error:
        return refuse(desk, refusal(error))
    except NotUnderstood as error:
        return refuse_problems(desk, error.reading)
    except PleaseConfirm as error:
        return refuse_doubts(desk, error.reading)
    except BoneCoachError as error:
        return refuse(desk, error)
    except (BrokenPipeError, SystemExit):
        # Whoever was reading has gone ("| head"); click makes an exit of it. Python would complain once more when it
        # closes the stream.
        _leave_the_stream()
        return DONE
    except (KeyboardInterrupt, click.Abort):
        refuse(desk, DiaryError("stopped"))
        return INTERRUPTED
    except OSError as error:
        _leave_the_stream()
        return refuse(desk, DiaryError("system_refused", reason=error.strerror or ""))
    except Exception as error:  # the last door: a person gets a sentence, never a traceback
        if os.environ.get(SHOW_FAULTS):
            raise
        _write_down(desk, error)
        return refuse(desk, DiaryError("own_fault", kind=type(error).__name__))


def _write_down(desk: Desk, error: Exception) -> None:
    """Keeps a fault for whoever looks into it: its kind and place, never its words."""
    from bonecoach import logs
    from bonecoach.paths import log_dir

    log = logs.keep(log_dir(desk.data_dir))
    logs.fault(error)
    log.stop()


def _leave_the_stream() -> None:
    """Lets nothing more go to a standard output that takes nothing more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def never_fail_to_print() -> None:
    """Lets μ and × be replaced where a terminal cannot show them."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
