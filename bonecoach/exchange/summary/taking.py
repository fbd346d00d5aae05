"""Nutrients and medicines: what was taken, of how many days or planned times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bonecoach.core.adherence import Adherence
from bonecoach.core.medicine_history import Given, Logged, PlanKept
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Unit
from bonecoach.core.summary import SummaryState
from bonecoach.core.totals import LARGEST_USEFUL_CALCIUM_DOSE_MG
from bonecoach.core.week import NutrientWeek
from bonecoach.exchange.summary.head import often
from bonecoach.exchange.summary.page import Block, Fact, Facts, Lines, Section, Table
from bonecoach.exchange.summary.said import Said

SHOWN = (Nutrient.CALCIUM, Nutrient.VITAMIN_D, Nutrient.VITAMIN_K2, Nutrient.PROTEIN)
"""The nutrients of the page, which its readers ask about; the others stand in every export of the diary."""

_KINDS = ("aromatase_inhibitor", "oral_bisphosphonate")
_MOST_LATE = 2
"""Late doses that are named, the newest; all of them are counted."""


def nutrients(state: SummaryState, said: Said) -> Section:
    """Means a recorded day with their parts, targets, and the days that met them."""
    recorded = state.days_with_intakes
    aside = said.words.recorded_days(recorded, state.span.length)
    if not recorded:
        return Section("nutrients", said("section.nutrients"), aside, (Lines((said("nutrients.nothing"),)),))
    heads = (said("nutrients.name"), *(said(f"nutrients.{head}") for head in ("mean", "parts", "target", "met")))
    weeks = [state.nutrients[nutrient] for nutrient in SHOWN]
    table = Table(said("nutrients.caption"), heads, tuple(_nutrient_row(week, said) for week in weeks))
    lines = [*_per_kg(state, said), *_too_much(state, said), *_targets(weeks, said)]
    return Section("nutrients", said("section.nutrients"), aside, (table, Lines((" ".join(lines),))))


def _too_much(state: SummaryState, said: Said) -> Iterator[str]:
    if state.days_without_food:
        yield said("nutrients.no_food", days=state.days_without_food)
    much = said("days", days=state.days_with_much_calcium_at_once)
    yield said("nutrients.at_once", most=LARGEST_USEFUL_CALCIUM_DOSE_MG, days=much)
    over = [_over(week, said) for week in state.nutrients.values() if week.days_above_limit]
    yield said("nutrients.over", what=over or said("nutrients.over_none"))


def _targets(weeks: Sequence[NutrientWeek], said: Said) -> Iterator[str]:
    """Which targets are none of public guidance: those that a condition withholds, and her own."""
    for condition in ("kidney_disease", "kidney_stones"):
        withheld = [week.nutrient for week in weeks if week.days[-1].target.withheld == condition]
        if withheld:
            yield said(f"nutrients.withheld_{condition}", what=[said.words.nutrient(each) for each in withheld])
    own = [said.words.nutrient(week.nutrient) for week in weeks if week.days[-1].target.own]
    if own:
        yield said("nutrients.own", what=own)


def _over(week: NutrientWeek, said: Said) -> str:
    """ "calcium 6 days (limit 2000 mg)"."""
    nutrient, limit = week.nutrient, week.days[-1].target.upper_limit
    days = said("days", days=week.days_above_limit)
    if limit is None:  # it held on an earlier day alone
        return said("nutrients.over_part", nutrient=nutrient, days=days)
    most = said.words.amount(nutrient, round(limit * nutrient.ng_per_unit))
    return said("nutrients.over_limit", nutrient=nutrient, days=days, limit=said.kept_together(most))


def _per_kg(state: SummaryState, said: Said) -> list[str]:
    """Protein by her weight, where both are known."""
    mean = state.nutrients[Nutrient.PROTEIN].mean_per_recorded_day
    if mean is None or not state.profile.weight_kg:
        return []
    per_kg = said.tenths(mean / Nutrient.PROTEIN.ng_per_unit / state.profile.weight_kg)
    return [said("nutrients.per_kg", protein=said.words.title(Nutrient.PROTEIN), per_kg=per_kg)]


def _nutrient_row(week: NutrientWeek, said: Said) -> tuple[str, ...]:
    words, nutrient, mean = said.words, week.nutrient, week.mean_per_recorded_day
    name = said.kept_together(words.title(nutrient))
    span = _target(week, said)
    met = said.none() if week.days_met is None else said.of(week.days_met, week.days_recorded)
    if mean is None:
        return name, words.say("progress.unknown"), said.none(), span, met
    amount = said.kept_together(words.amount(nutrient, mean))
    if week.at_least:
        amount = said.kept_together(said("nutrients.at_least", amount=amount))
    parts = [
        words.figure(nutrient, part or 0) for part in (week.food_per_recorded_day, week.supplement_per_recorded_day)
    ]
    together = said.kept_together(said("nutrients.sum", food=parts[0], supplement=parts[1]))
    return name, amount, together, span, met


def _target(week: NutrientWeek, said: Said) -> str:
    """The target of the last day, in the unit of the mean: "1000–1200"; without one that there is none."""
    nutrient, target = week.nutrient, week.days[-1].target
    ends = [round(end * nutrient.ng_per_unit) for end in (target.low, target.high) if end is not None]
    figures = list(dict.fromkeys(said.words.figure(nutrient, end) for end in ends))
    if len(figures) == 2:
        return said("nutrients.span", low=figures[0], high=figures[1])
    if figures:
        return figures[0]
    return said("nutrients.no_target")


def medicines(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """How every medicine was kept, in counts, and what a clinic gave; and how many were left out.

    Since when each is planned stands there where all have room, or where it explains the counts.
    """
    medicines: list[PlanKept | Logged | Given] = [*state.kept, *state.logged, *state.given]
    found = sorted(medicines, key=_weight)
    facts = tuple(_medicine(one, said, since=len(found) <= most or _explains(one, state)) for one in found[:most])
    usual = _usual(state, said)
    blocks: list[Block] = [Facts(facts)] if facts else []
    if usual or not facts:
        blocks.append(Lines((usual or said("medicines.nothing"),)))
    began = state.began if state.began is not None and state.began > state.span.first else None
    aside = said("medicines.counted_from", began=said.day(began)) if began is not None and state.kept else ""
    return Section("medicines", said("section.medicines"), aside, tuple(blocks)), max(0, len(found) - most)


def _usual(state: SummaryState, said: Said) -> str:
    """Supplements of most days that no plan names, for these stand above."""
    planned = {kept.plan.label.casefold() for kept in state.kept}
    labels = [said.words.label(intake) for intake in state.usual_supplements]
    unplanned = [said.hers(label) for label in labels if label.casefold() not in planned]
    return said("medicines.usual", what=unplanned) if unplanned else ""


def _explains(one: PlanKept | Logged | Given, state: SummaryState) -> bool:
    """Whether since when it is planned says why so few times of it are counted."""
    return isinstance(one, PlanKept) and (one.until is not None or one.since > state.span.first)


def _weight(one: PlanKept | Logged | Given) -> tuple[int, int, int]:
    """Inhibitors first, then what is taken for bone, what a clinic gives, what advice heeds, others, supplements."""
    if isinstance(one, Given):
        return len(_KINDS), 0, 0
    place = _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS) + 2
    if isinstance(one, Logged):
        return place, 1, 0
    supplement = one.plan.kind is Kind.SUPPLEMENT
    if one.heeded and not supplement and one.kind not in _KINDS:
        return len(_KINDS) + 1, -one.heeded, 0
    return place, 0, int(supplement)


def _medicine(one: PlanKept | Logged | Given, said: Said, *, since: bool) -> Fact:
    if isinstance(one, Given):
        return _given(one, said)
    return _logged(one, said) if isinstance(one, Logged) else _kept(one, said, since=since)


def _kept(kept: PlanKept, said: Said, *, since: bool) -> Fact:
    label = said("medicines.row", label=said.hers(kept.plan.label), often=often(kept, said))
    said_already = kept.kind or kept.plan.schedule.unit is Unit.MONTH  # by the head, or by "every month from 1 May"
    if since and not (kept.until is None and said_already):
        days = {"since": said.day(kept.since), "until": "" if kept.until is None else said.day(kept.until)}
        when = said("medicines.since" if kept.until is None else "medicines.since_until", **days)
        label = said("joined", first=label, second=said.kept_together(when))
    return _counted(label, kept.counts, said)


def _logged(logged: Logged, said: Said) -> Fact:
    label = said("medicines.unplanned", label=said.hers(logged.label))
    if logged.until is not None:
        label = said("medicines.unplanned_until", label=said.hers(logged.label), until=said.day(logged.until))
    if logged.since is not None:
        since = said.kept_together(said("medicines.on_record", since=said.day(logged.since)))
        label = said("joined", first=label, second=since)
    if logged.counts is not None:
        return _counted(label, logged.counts, said)
    taken = said("medicines.on_days", days=logged.taken)
    return Fact(label, taken, said.together(_others(logged.missed, logged.skipped, said)))


def _counted(label: str, counts: Adherence, said: Said) -> Fact:
    """ "79 taken, 3 missed", "of 82 recorded (96 %); 9 of 91 not recorded": a time without a word is no missed one."""
    if not counts.planned:
        return Fact(label, said("medicines.none_yet"))
    if not counts.recorded:
        return Fact(label, said("medicines.no_record"), said("medicines.of_planned", of=counts.planned))
    unsaid = said("medicines.unsaid", count=counts.not_recorded, of=counts.planned)
    value = said.together([said("medicines.taken", count=counts.taken), *_others(counts.missed, counts.skipped, said)])
    percent, of = counts.percent_taken, said("medicines.of_recorded", of=counts.recorded)
    if percent is not None:
        of = said("medicines.of_recorded_percent", of=counts.recorded, percent=percent)
    return Fact(label, value, said("medicines.apart", first=of, second=unsaid) if counts.not_recorded else of)


def _others(missed: int, skipped: int, said: Said) -> list[str]:
    """What became of the others: "2 missed", "1 skipped"; what there is none of is not said."""
    counts = (("missed", missed), ("skipped", skipped))
    return [said.words.say(f"kept.{key}", count=count) for key, count in counts if count]


def _given(given: Given, said: Said) -> Fact:
    if not given.given:
        return Fact(said.hers(given.label), said("medicines.not_given"))
    times, first, last = len(given.given), said.day(given.given[0]), said.day(given.given[-1])
    days = said("medicines.given_on", times=times, first=first, last=last)
    notes = [note for note in (days, _timeliness(given, said)) if note]
    return Fact(said.hers(given.label), said("medicines.given", times=times), said.together(notes))


def _timeliness(given: Given, said: Said) -> str:
    if given.late is None or len(given.given) < 2:
        return ""
    if not given.late:
        return said("medicines.in_time", days=given.best_by_days)
    which = [
        said("medicines.late_one", given=said.day(late.given), days=late.days) for late in given.late[-_MOST_LATE:]
    ]
    return said("medicines.late", late=len(given.late), most=given.best_by_days, which=which)
