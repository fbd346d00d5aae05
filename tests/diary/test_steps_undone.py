"""Taking back whatever a person did leads through every earlier diary to the first; doing it again, to the last."""

import tempfile
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.supplements import Product
from bonecoach.diary import open_diary
from bonecoach.diary.usuals import Usual
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.makers import BERLIN, MONDAY, food, joint_pain, only, session, supplement

DAYS = st.sampled_from([MONDAY, MONDAY + timedelta(days=3), date(2026, 11, 23), date(2026, 10, 25)])
SOME = st.integers(0, 5)


def entry(day, kind):
    made = (
        food(day, "11:00", calcium_mg=kind + 1),
        supplement(day, "08:00", calcium_mg=500),
        session(10 + kind, day=day),
        joint_pain(kind, day),
    )
    return made[kind % len(made)]


def one_of(diary, nth, *, deleted=False):
    """One of the entries, or of those in the bin; refused as she would be when there is none."""
    found = diary.entries(deleted=deleted)
    return found[nth % len(found)].id if found else "0" * 32


def edit(diary, nth, day, kind):
    diary.replace(one_of(diary, nth), [entry(day, kind), entry(day, nth)][: 1 + kind % 2])


def save_product(diary, nth):
    known = diary.person.products()
    product_id = known[0].id if known and nth % 2 else ""
    diary.person.save_product(Product(product_id, (f"Tablet {nth}",), "tablet", only(calcium_mg=nth + 1)))


def remove_product(diary, nth):
    known = diary.person.products()
    diary.person.remove_product(known[nth % len(known)].id if known else "none")


def usual(diary, nth):
    found = [e for e in diary.entries() if e.name in ("Food", "Tablet", "Session")] or [session(30)]
    return Usual(found[nth % len(found)], pinned=False)


ACTS = {
    "log": lambda diary, nth, day, kind: diary.log([entry(day, kind), entry(day, nth)][: 1 + nth % 2]),
    "edit": edit,
    "delete": lambda diary, nth, day, kind: diary.delete([one_of(diary, nth), one_of(diary, kind)]),
    "restore": lambda diary, nth, day, kind: diary.restore([one_of(diary, nth, deleted=True)]),
    "same again": lambda diary, nth, day, kind: diary.usuals.same_again(
        diary.usuals.yesterday(day + timedelta(days=1)), day
    ),
    "facts": lambda diary, nth, day, kind: diary.person.set_facts(
        {"weight_kg": str(60 + nth), "kidney_stones": ("yes", "no", "")[kind % 3], "birth_date": str(1950 + nth)}, day
    ),
    "target": lambda diary, nth, day, kind: diary.person.set_target(Nutrient.CALCIUM, 900 + nth, None, "my team", day),
    "no target": lambda diary, nth, day, kind: diary.person.clear_target(Nutrient.CALCIUM, day),
    "rest": lambda diary, nth, day, kind: diary.rest_week(day, on=bool(nth % 2)),
    "none taken": lambda diary, nth, day, kind: diary.none_taken(day, on=bool(kind % 3)),
    "product": lambda diary, nth, day, kind: save_product(diary, nth),
    "no product": lambda diary, nth, day, kind: remove_product(diary, nth),
    "pin": lambda diary, nth, day, kind: diary.usuals.pin(usual(diary, nth)),
    "unpin": lambda diary, nth, day, kind: diary.usuals.unpin(usual(diary, nth)),
    "move": lambda diary, nth, day, kind: diary.usuals.move(usual(diary, nth), kind - 3),
    "undo": lambda diary, nth, day, kind: diary.undo(),
    "redo": lambda diary, nth, day, kind: diary.redo(),
}

ACTING = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), SOME, DAYS, SOME), max_size=14)


def held(diary):
    """Every row of the diary but the steps themselves."""
    connection = diary._store._connection
    tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
    return {
        table: sorted(map(repr, connection.execute(f"select * from {table}")))
        for table in tables
        if table not in ("steps", "sqlite_sequence", "_sqlite_migrations")
    }


def said(diary):
    """What the diary answers about the days."""
    return [
        diary.day(MONDAY),
        diary.week(MONDAY),
        diary.trend(5, date(2026, 11, 23)),
        diary.usuals.around(),
        diary.habits(),
    ]


def taken_back(diary):
    """The diary after each undo, until nothing is left to undo."""
    while diary.can_undo() is not None:
        diary.undo()
        yield held(diary)


def done_again(diary):
    """The diary after each redo."""
    while diary.can_redo() is not None:
        diary.redo()
        yield held(diary)


@settings(max_examples=40, deadline=None)
@given(ACTING)
def test_taking_all_steps_back_and_doing_them_again_goes_through_the_same_diaries(acts):
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_diary(Path(folder), FakeClock(), BERLIN, knowledge=KNOWLEDGE)) as diary,
    ):
        for act, nth, day, kind in acts:
            before = held(diary)
            try:
                ACTS[act](diary, nth, day, kind)
            except BoneCoachError:
                assert held(diary) == before, f"{act} was refused and changed something"
        end, end_said = held(diary), said(diary)

        back = list(taken_back(diary))
        assert all(rows == [] for rows in held(diary).values())
        again = list(done_again(diary))
        # What was undone before the end of the story is done again too, beyond it.
        assert again[: len(back)] == [*reversed(back[:-1]), end][: len(back)]
        for _ in range(len(again) - len(back)):
            diary.undo()
        assert held(diary) == end
        assert said(diary) == end_said
        assert diary.upkeep.check() == []


@settings(max_examples=40, deadline=None)
@given(ACTING, ACTING)
def test_an_emptied_bin_never_stands_in_the_way_of_undo(acts, more):
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_diary(Path(folder), FakeClock(), BERLIN, knowledge=KNOWLEDGE)) as diary,
    ):
        for turn in (acts, more):
            for act, nth, day, kind in turn:
                with suppress(BoneCoachError):
                    ACTS[act](diary, nth, day, kind)
            diary.empty_bin()
        for _ in taken_back(diary):  # raises where a step left behind can no longer be taken back
            pass
        for _ in done_again(diary):
            pass


def test_a_day_of_none_taken_a_log_and_an_emptied_bin_leave_undo_alive(diary):
    diary.none_taken(MONDAY)
    (milk,) = diary.entries_of(diary.log([food(MONDAY, calcium_mg=1)]))
    diary.log([session(30)])
    diary.delete([milk.id])
    diary.empty_bin()
    diary.undo()  # the walk; the mark that the milk took away can no longer be brought back, and is not offered
    assert diary.can_undo() is None
