"""Work beside the window: the same diary in another thread, and what was done there told here."""

import threading
from contextlib import closing

from bonecoach.core.changes import Step
from bonecoach.diary import open_diary
from tests.diary.conftest import KNOWLEDGE
from tests.makers import BERLIN, joint_pain, session


def in_a_thread(act):
    """What an act answers in another thread."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(act()))
    thread.start()
    thread.join()
    return answers[0]


def test_another_thread_reads_and_writes_over_a_connection_of_its_own(diary):
    diary.log([session(30)])
    opener = diary.beside.opener()

    def act():
        with opener() as same:
            assert [entry.name for entry in same.entries()] == ["Session"]
            assert same.today() == diary.today()
            return same.log([joint_pain(4)])

    step = in_a_thread(act)
    assert step.id == 2
    assert [entry.name for entry in diary.entries()] == ["Joint pain", "Session"]


def test_what_was_done_there_is_announced_here_and_undone_here(folder, clock):
    told = []
    with closing(open_diary(folder, clock, BERLIN, told.append, KNOWLEDGE)) as diary:
        opener = diary.beside.opener()
        day = diary.today()
        assert diary.day(day).entries == ()

        def act():
            with opener() as same:
                return same.log_text("walk 30")

        step = in_a_thread(act)
        assert told == []
        diary.beside.heard(step)
        assert told == [step]
        assert len(diary.day(day).entries) == 1  # what was remembered of the day is let go
        diary.undo(step.id)
        assert diary.entries() == []


def test_where_nothing_was_changed_there_nothing_is_told(folder, clock):
    told = []
    with closing(open_diary(folder, clock, BERLIN, told.append, KNOWLEDGE)) as diary:
        diary.beside.heard(Step("import", ()))
    assert told == []
