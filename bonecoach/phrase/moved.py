"""Movement: activities with minutes, exercises with sets, jumps that are counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bonecoach.core.activities import Activity, Load
from bonecoach.core.entries import Exercise, Session
from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.bouts import SHORTEST_BARE, counts_in, take_bouts
from bonecoach.phrase.context import Context, usual_text
from bonecoach.phrase.doubts import session_doubt, walk_doubt
from bonecoach.phrase.lexicon import DISTANCES, FILLERS
from bonecoach.phrase.manner import Manner, take_manner
from bonecoach.phrase.minutes import Minutes, is_added, take_distances, take_minutes
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.sets import Sets, take_kit, take_sets
from bonecoach.phrase.wordlist import words

MOST_SETS = 30
"""Nobody does more sets of one exercise; the number is a weight."""

_STRENGTH = ("strength training", "resistance training", "weight training", "weights")
"""What a single exercise that has no row of its own is a session of, by the first of these names the table knows."""

_IMPACTS = words(
    "jump jumps jumped jumping hop hops hopped hopping stamp stamps stamped stamping stomps skips drops leaps jacks"
)


@dataclass(slots=True)
class _Bout:
    """One session while it is put together."""

    activity: Activity
    exercise: str | None
    minutes: Minutes
    sets: Sets
    called: str = ""
    impacts: int | None = None


def read_exercise(said: Said, exercise: str, name: tuple[int, ...], ctx: Context) -> Outcome | None:
    """A single exercise, as a session of the activity that is called so or else of strength training."""
    typed = " ".join(said.tokens[index].key for index in name)
    for called in (typed, exercise, *_STRENGTH):
        activity = ctx.tables.activities.named(called)
        if activity is not None:
            return _read(said, activity, exercise, name, ctx)
    return None


def read_activity(said: Said, activity: Activity, name: tuple[int, ...], ctx: Context) -> Outcome:
    """An activity with its minutes, and the exercises, sets or impacts that are said of it."""
    return _read(said, activity, None, name, ctx)


def _read(said: Said, activity: Activity, exercise: str | None, name: tuple[int, ...], ctx: Context) -> Outcome:
    said.take(name, "name")
    activity = activity if exercise else _variant(said, activity, name, ctx)
    notes: list[Note] = []
    resistance = Load.RESISTANCE in (activity.load, activity.also_load)
    impacts = _counts_impacts(said, activity, name)
    timed = activity.load is Load.BALANCE and activity.met is not None  # yoga lasts, a stand on one leg is repeated
    counted = exercise is not None or impacts or ((resistance or activity.load is Load.BALANCE) and not timed)
    called = "" if exercise is None else " ".join(said.tokens[index].key for index in name)
    if exercise is None and resistance:
        exercise = _exercise_besides(said, ctx)
    sets = take_sets(said) if counted else Sets()
    if (sets.sets or 0) > MOST_SETS:  # "squat 185x5x3": the weight first, as some write it
        first, last = said.taken("amount")[0], said.taken("amount")[-1]
        facts = {"text": said.words([first, last]), "sets": sets.sets}
        return Outcome(said, trouble=Trouble("sets_and_weight", first, last, facts))
    bout = _Bout(activity, exercise, take_minutes(said, ctx), sets, called)
    take_distances(said, bout.minutes)
    notes.extend(take_bouts(said, bout.minutes, name, bare=not counted))
    manner = take_manner(said)
    if bout.minutes.exact is None and not counted and (several := counts_in(said, name)):  # "stairs 10 times"
        said.take(several[0].tokens, "amount")
        first, last = several[0].tokens[0], several[0].last
        if not [a for a in amounts_in(said) if a.unit is None and not a.article]:
            return Outcome(said, trouble=Trouble("bout_missing", first, last, {"activity": activity.name}))
    trouble = _bare_number(said, bout, impacts, notes)
    if trouble is not None:
        return Outcome(said, trouble=trouble)
    if counted:
        take_kit(said)
    if bout.sets.seconds is not None and bout.minutes.exact is None:
        bout.minutes.exact = bout.sets.seconds * (bout.sets.sets or 1) / 60
    if impacts and bout.impacts is None and bout.sets.said:
        bout.impacts = (bout.sets.sets or 1) * (bout.sets.reps or 0)
        bout.sets = Sets()
    if bout.minutes.minutes is None and bout.impacts is None and not bout.sets.said:
        facts = {"activity": activity.name, "exercise": bout.exercise}
        return Outcome(
            said, trouble=Trouble("length_missing", name[0], name[-1], facts, usual_text(called or activity.name, ctx))
        )
    if bout.minutes.rounded:
        notes.append(Note("rounded_minutes", {"minutes": bout.minutes.minutes}))
    session = _session(bout, manner, ctx)
    span = bout.minutes.span if bout.minutes.minutes is not None else (bout.sets.first, bout.sets.last)
    doubt = session_doubt(said, session.minutes, session.impacts, span if span[0] >= 0 else None)
    doubt = doubt or walk_doubt(said, activity, name, bout.minutes.speed)
    outcome = Outcome(said, (session,), tuple(notes), doubt=doubt)
    if any(note.code == "took_reps" for note in notes):
        outcome.other = said.replaced(bout.sets.first, bout.sets.last, f"{bout.sets.reps} min")
    return outcome


def _session(bout: _Bout, manner: Manner, ctx: Context) -> Session:
    sets = bout.sets
    exercises: tuple[Exercise, ...] = ()
    if sets.said or bout.exercise is not None:
        name = bout.exercise or bout.activity.name
        exercises = (
            Exercise(name=name, sets=sets.sets or (1 if sets.reps else None), reps=sets.reps, weight_kg=sets.weight_kg),
        )
    return Session(
        moment=ctx.moment,
        name=titled(bout.called or bout.activity.name),
        note="; ".join(filter(None, (ctx.meal, bout.minutes.note, manner.note))),
        activity=bout.activity.id,
        load=bout.activity.load,
        also_load=bout.activity.also_load,
        intensity=manner.intensity or bout.activity.intensity,
        aerobic=bout.activity.aerobic,
        minutes=bout.minutes.minutes,
        exercises=exercises,
        impacts=bout.impacts,
        ease=manner.ease,
    )


def _variant(said: Said, activity: Activity, name: tuple[int, ...], ctx: Context) -> Activity:
    """ "walk 30 brisk": the row that a word elsewhere in the part makes of it, where the table has one."""
    typed = " ".join(said.tokens[index].key for index in name)
    for index in said.free():
        word = said.tokens[index].key
        if word in FILLERS or word in DISTANCES or not word.isalpha():
            continue
        very = [index - 1, index] if index and said.tokens[index - 1].key == "very" else [index]
        for run in dict.fromkeys((tuple(very), (index,))):
            how = " ".join(said.tokens[each].key for each in run)
            variant = ctx.tables.activities.named(f"{how} {typed}") or ctx.tables.activities.named(f"{typed} {how}")
            if variant is not None:
                said.take(run, "manner")
                return variant
    return activity


def _exercise_besides(said: Said, ctx: Context) -> str | None:
    """ "strength training: squats 3x10": the exercise that is named beside the activity."""
    for found in ctx.tables.names.find(said, ctx.habits):
        if found.kind == "exercise":
            said.take(found.tokens, "name")
            return str(found.thing)
    return None


def _counts_impacts(said: Said, activity: Activity, name: tuple[int, ...]) -> bool:
    impacts = any(said.tokens[index].key in _IMPACTS for index in name)
    return activity.load is Load.WEIGHT_BEARING_HIGH and impacts


def _bare_number(said: Said, bout: _Bout, impacts: bool, notes: list[Note]) -> Trouble | None:
    """A number without a unit: impacts, repetitions or minutes."""
    number = bout.minutes.bare_in(said)
    if number is None:
        return None
    value, tokens = number
    first, last = tokens[0], tokens[-1]
    whole = value.denominator == 1 and value > 0
    if impacts and whole and bout.impacts is None and not bout.sets.said:
        bout.impacts = int(value)
        bout.sets.first, bout.sets.last = first, last
    elif bout.exercise is not None and whole and not bout.sets.said:
        bout.sets = replace(bout.sets, reps=int(value), first=first, last=last)
        if bout.minutes.exact is None:
            notes.append(Note("took_reps", {"exercise": bout.exercise, "reps": int(value)}))
    elif bout.minutes.exact is None and not bout.sets.said:
        said.take(tokens, "amount")
        if value <= 0:
            return Trouble("impossible_minutes", first, last, {"minutes": float(value)})
        if value < SHORTEST_BARE or not whole:
            fix = said.replaced(first, last, f"{said.words(tokens)} h")
            return Trouble(
                "minutes_or_hours", first, last, {"activity": bout.activity.name, "number": float(value)}, fix
            )
        bout.minutes.exact = value
        bout.minutes.span = first, last
        said.take(tokens, "amount")
        behind = bout.minutes.bare_in(said)
        if behind is not None and is_added(said, last, behind[1]):
            bout.minutes.exact += behind[0]
            tokens = behind[1]
    elif (
        whole
        and bout.minutes.exact is not None
        and [token.key for token in said.tokens[last + 1 : last + 2]] in (["+"], ["and"], ["&"], ["plus"])
    ):
        bout.minutes.exact += value  # "20 + 15 min"
    else:
        return None
    said.take(tokens, "amount")
    return None
