"""Movement and pain: the vital sign and its neighbours, and the worst pain of each week."""

from __future__ import annotations

from collections.abc import Sequence

from bonecoach.core.movement import HALF_A_WEEK, WeekMovement
from bonecoach.core.period_movement import PeriodMovement
from bonecoach.core.period_pain import HIGH, OtherPain, PainWeek, PeriodPain
from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.page import Block, Fact, Facts, Lines, MinutesChart, PainChart, Section, Table
from bonecoach.exchange.summary.said import Said
from bonecoach.words import capital

MOST_WEEKS_DRAWN = 53
"""A year: more columns than that are too thin to be told apart on paper."""


def movement(state: SummaryState, said: Said, *, charts: bool = True) -> Section:
    """The exercise vital sign, weight-bearing minutes, resistance and balance days, and the minutes week by week."""
    found = state.movement
    aside = said.words.recorded_days(found.days_recorded, found.days)
    blocks: list[Block] = [Facts(_movement_facts(found, said))] if found.counted else []
    if found.counted and charts:
        blocks.append(_minutes_chart(state, said))
    lines = _left_out(state, said) if found.counted else (said("movement.nothing"),)
    return Section("movement", said("section.movement"), aside, (*blocks, *([Lines(lines)] if lines else [])))


def _movement_facts(found: PeriodMovement, said: Said) -> tuple[Fact, ...]:
    last, vital = found.counted[-1], found.vital_sign
    assert vital is not None
    whole_days = int(vital.days_a_week)
    days = whole_days if vital.days_a_week == whole_days else vital.days_a_week
    high = said.whole(found.high_impact_minutes or 0)
    goal = said("movement.of_minutes", goal=last.target_minutes)
    reached = said.of(found.weeks_reached, len(found.counted))
    return (
        Fact(
            said("movement.vital_sign"),
            said("movement.vital", days=days, minutes=vital.minutes_a_day, week=vital.minutes_a_week),
            goal,
        ),
        Fact(
            said("movement.weight_bearing"),
            said("movement.minutes", minutes=said.whole(found.weight_bearing_minutes or 0)),
            said.together([goal, *([said("movement.high", minutes=high)] if found.high_impact_minutes else [])]),
        ),
        Fact(
            said("movement.resistance"),
            said("movement.days", days=said.tenths(found.resistance_days or 0)),
            said("movement.goal", goal=last.resistance_days_target),
        ),
        Fact(
            said("movement.balance"),
            said("movement.days", days=said.tenths(found.balance_days or 0)),
            said("movement.goal", goal=last.balance_days_target),
        ),
        Fact(said("movement.reached", goal=last.target_minutes), reached, said("movement.either")),
    )


def _left_out(state: SummaryState, said: Said) -> tuple[str, ...]:
    found, before = state.movement, state.span.days_before_weeks
    counts = (
        ("rest_weeks", "weeks", found.rest_weeks),
        ("not_recorded", "weeks", found.weeks_not_recorded),
        ("days_before", "days", before),
    )
    what = [said(f"movement.{key}", **{by: count}) for key, by, count in counts if count]
    if found.begun_within:
        what.append(said("movement.begun"))
    lines = [said("movement.left_out", what=what)] if what else []
    if found.weeks_thinly_recorded:
        lines.append(said("movement.thin", weeks=found.weeks_thinly_recorded, days=HALF_A_WEEK))
    if len(found.weeks) > MOST_WEEKS_DRAWN:
        lines.append(said("movement.shown", weeks=MOST_WEEKS_DRAWN))
    return tuple(lines)


def _minutes_chart(state: SummaryState, said: Said) -> MinutesChart:
    found, count = state.movement, state.profile.count
    minutes = [week.counted_minutes for week in found.counted]
    sentence = said(
        "movement.sentence",
        kind=capital(said.words.say(f"count_kind.{count}")),
        low=min(minutes),
        high=max(minutes),
        mean=said.whole(sum(minutes) / len(minutes)),
    )
    drawn = found.weeks[-MOST_WEEKS_DRAWN:]
    return MinutesChart(drawn, sentence, _minutes_legend(drawn, count, said), minutes_table(found.weeks, said))


def _minutes_legend(weeks: Sequence[WeekMovement], count: str, said: Said) -> str:
    """What each shape is, of those that are there."""
    shapes = [said("legend.filled", what=said.words.say(f"count_kind.{count}"))]
    if any(week.aerobic_equivalent_minutes > week.counted_minutes for week in weeks):
        shapes.append(said("legend.outline"))
    if any(week.rest_week for week in weeks):
        shapes.append(said("legend.rest"))
    if any(not week.known and not week.rest_week for week in weeks):
        shapes.append(said("legend.dash"))
    return capital(said("legend.shapes", shapes="; ".join(shapes)))


def minutes_table(weeks: Sequence[WeekMovement], said: Said) -> Table:
    """Every week with its minutes, as they are drawn, and its days; rest and not recorded by name."""
    words = said.words
    heads = ("chart.week_from", "chart.counted", "chart.vigorous_twice", "chart.resistance_days", "chart.balance_days")
    rows = []
    for week in weeks:
        known = week.known
        figures = (week.aerobic_equivalent_minutes, week.resistance_days, week.balance_days)
        rows.append(
            (said.day(week.first), _minutes(week, said), *(words.number(f) if known else said.none() for f in figures))
        )
    return Table(said("movement.caption"), tuple(words.say(head) for head in heads), tuple(rows), figures=(1, 2, 3, 4))


def _minutes(week: WeekMovement, said: Said) -> str:
    if week.rest_week and week.days_recorded:
        return said.words.say("chart.rest_with", minutes=week.counted_minutes)
    return said.words.week_minutes(week)


def pain(state: SummaryState, said: Said, most: int, *, charts: bool = True) -> tuple[Section, int]:
    """The worst joint pain of each week, where it was, what else hurt; and how many of these were left out.

    A red flag is never left out: `most` is of joints, and of other symptoms beside the red flags.
    """
    found = state.pain
    aside = said("pain.aside", scored=found.weeks_scored, weeks=len(found.weeks))
    flags = sum(other.red_flag for other in found.others)
    others, sites = found.others[: flags + most], found.sites[:most] if found.weeks_scored else ()
    facts = [*_pain_facts(found, sites, said), *_other_pain(others, said)]
    blocks: list[Block] = [Facts(tuple(facts))] if facts else []
    if found.weeks_scored and charts:
        blocks.append(_pain_chart(found, said))
    if not found.weeks_scored:
        blocks.append(Lines((said("pain.none"),)))
    left = len(found.others) - len(others) + (len(found.sites) - len(sites) if found.weeks_scored else 0)
    return Section("pain", said("section.pain"), aside, tuple(blocks)), left


def _pain_facts(found: PeriodPain, sites: Sequence[tuple[str, int]], said: Said) -> list[Fact]:
    if found.median is None or found.highest is None:
        return []
    facts = [
        Fact(said("pain.worst"), said("pain.median", median=found.median, highest=found.highest)),
        Fact(said("pain.high", score=HIGH), said.of(found.weeks_high, found.weeks_scored)),
    ]
    if sites:
        where = [said("pain.site", site=said.hers(site), times=times) for site, times in sites]
        facts.append(Fact(said("pain.where"), said.words.listed(where)))
    return facts


def _other_pain(others: Sequence[OtherPain], said: Said) -> list[Fact]:
    facts = []
    for other in others:
        worst = "" if other.worst is None else said("pain.other_worst", worst=other.worst)
        value = said("pain.other", name=said.hers(other.name), times=other.times, worst=worst, day=said.day(other.last))
        facts.append(Fact(said("pain.also"), value))
    return facts


def _pain_chart(found: PeriodPain, said: Said) -> PainChart:
    lowest = min(found.worst_by_week)
    sentence = said("pain.sentence", lowest=lowest, highest=found.highest, median=found.median)
    drawn = found.weeks[-MOST_WEEKS_DRAWN:]
    legend = capital(said("legend.shapes", shapes=said("legend.line", score=HIGH)))
    return PainChart(drawn, sentence, legend, pain_table(found.weeks, said))


def pain_table(weeks: Sequence[PainWeek], said: Said) -> Table:
    """Every week with its worst pain; a week without a score says so, for 0 is one."""
    rows = [
        (said.day(week.first), said("pain.unscored") if week.worst is None else said.words.number(week.worst))
        for week in weeks
    ]
    return Table(said("pain.caption"), (said("pain.week"), said("pain.score")), tuple(rows), figures=(1,))
