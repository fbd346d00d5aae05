"""What the commands print for people: short aligned tables and sentences, without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.profile import FACT_KEYS
from bonecoach.terminal.table import columns, paragraph
from bonecoach.words import Words, capital

if TYPE_CHECKING:
    from bonecoach.core.advice import Advice
    from bonecoach.core.entries import Entry
    from bonecoach.core.foods import Food
    from bonecoach.core.movement import WeekMovement
    from bonecoach.core.profile import Profile
    from bonecoach.core.supplements import Product
    from bonecoach.core.week import DayState, WeekState

_BY_DAY = (Nutrient.CALCIUM, Nutrient.VITAMIN_D, Nutrient.PROTEIN)
_ID_SHOWN = 8


def entry_lines(entries: Iterable[Entry], words: Words, today: date, *, indent: int = 2) -> list[str]:
    """Entries by time, label and detail; a day other than `today` is named."""
    rows = []
    for e in entries:
        when = words.time(e.moment.wall)
        if e.moment.date != today:
            when = words.say("date.at", day=words.date(e.moment.date, today), time=e.moment.wall)
        rows.append((when, words.label(e), words.detail(e)))
    return columns(rows, indent=indent)


def list_page(entries: Sequence[Entry], words: Words, today: date) -> list[str]:
    """Entries with their ids, under the day they belong to."""
    if not entries:
        return [words.say("page.no_entries")]
    lines: list[str] = []
    for day in dict.fromkeys(entry.moment.date for entry in entries):
        if lines:
            lines.append("")
        lines.append(capital(words.date(day, today)))
        rows = [
            (e.id[:_ID_SHOWN], words.time(e.moment.wall), _named(e, words)) for e in entries if e.moment.date == day
        ]
        lines += columns(rows, indent=2)
    return lines


def _named(entry: Entry, words: Words) -> str:
    """A dose that was missed or skipped says so; nobody is to take it for one that was taken."""
    if isinstance(entry, Dose) and entry.state is not DoseState.TAKEN:
        return f"{words.label(entry)}, {words.say(f'dosestate.{entry.state.value}')}"
    return words.label(entry)


def advice_lines(advice: Sequence[Advice], words: Words) -> list[str]:
    """The first piece of advice, with where it is from."""
    if not advice:
        return []
    first = advice[0]
    source = words.say("page.source", source=words.source(first.source))
    return ["", words.say("page.next_step"), *paragraph(words.advice(first), 2), *paragraph(source, 2)]


def day_page(day: DayState, advice: Sequence[Advice], words: Words, today: date) -> list[str]:
    """A day: nutrients against their targets, movement, what was logged, the next step."""
    lines = [_day_title(day.date, words, today), ""]
    if not day.recorded and not day.spreading:
        lines.append(words.say("page.no_intakes"))
    else:
        rows = []
        for nutrient in MAIN_NUTRIENTS:
            total = day.nutrients[nutrient]
            parts = words.parts(total) if total.amount is not None else ""
            rows.append((words.title(nutrient), words.progress(total), parts, words.standing(total)))
        lines += columns(rows)
    lines += ["", f"{words.say('page.movement')}: {words.day_movement(day.movement, today)}"]
    if day.entries:
        lines += ["", words.say("page.logged"), *entry_lines(day.entries, words, day.date)]
    return [*lines, *advice_lines(advice, words)]


def _day_title(day: date, words: Words, today: date) -> str:
    full = words.date(day)
    return f"{full} ({words.date(day, today)})" if abs((day - today).days) <= 1 else full


def week_page(week: WeekState, advice: Sequence[Advice], words: Words, today: date) -> list[str]:
    """A week: minutes, resistance and balance days, the seven days, nutrients on average, pain, the next step."""
    movement, profile = week.movement, week.profile
    lines = [words.week_title(week.week.first, today), ""]
    lines += paragraph(words.spoken_minutes(movement, profile.count))
    plain, equivalent = movement.aerobic_minutes, movement.aerobic_equivalent_minutes
    aerobic = "page.aerobic" if plain == equivalent else "page.aerobic_vigorous"
    lines += [words.say(aerobic, minutes=plain, equivalent=equivalent), ""]
    head = ("", *(words.title(nutrient) for nutrient in _BY_DAY), words.say("page.movement"))
    rows = [head]
    for state in week.days:
        totals = [state.nutrients[nutrient] for nutrient in _BY_DAY]
        figures = ["" if t.amount is None else words.amount(t.nutrient, t.amount) for t in totals]
        day = f"{words.weekday(state.date, short=True)} {state.date.day}"
        rows.append((day, *figures, words.day_movement(state.movement, today)))
    lines += [*columns(rows, right=(1, 2, 3)), ""]
    lines += columns([(words.title(n), words.nutrient_mean(week.nutrients[n])) for n in MAIN_NUTRIENTS])
    lines += ["", f"{words.say('page.pain')}: {words.pain(week)}"]
    return [*lines, *advice_lines(advice, words)]


def trend_page(weeks: Sequence[WeekMovement], words: Words) -> list[str]:
    """Weeks, oldest first: minutes, resistance and balance days."""
    rows = [tuple(words.say(f"page.trend_{name}") for name in ("week", "minutes", "aerobic", "resistance", "balance"))]
    for week in weeks:
        known = week.known
        days = (f"{week.resistance_days}", f"{week.balance_days}") if known else ("", "")
        rows.append(
            (
                words.short_date(week.days[0].date),
                words.week_minutes(week),
                words.number(week.aerobic_minutes) if known else "",
                *days,
            )
        )
    return columns(rows, right=(1, 2, 3, 4))


def foods_page(foods: Sequence[Food], words: Words) -> list[str]:
    """Foods with their id, what 100 g hold, and their portions."""
    if not foods:
        return [words.say("page.no_foods")]
    lines: list[str] = []
    for food in foods:
        held = [words.of_nutrient(nutrient, food.per_100g.get(nutrient)) for nutrient in _BY_DAY]
        per = words.say(
            "page.per_100g", amounts=", ".join(part for part in held if part) or words.say("progress.unknown")
        )
        portions = [words.say("page.portion", name=p.name, grams=p.grams) for p in food.portions[:6]]
        lines += paragraph(f"{food.id}  {food.name}")
        lines += paragraph(per, 4)
        lines += paragraph(", ".join(portions), 4) if portions else []
    return lines


def products_page(products: Sequence[Product], words: Words) -> list[str]:
    """The person's own supplements with what one unit holds."""
    if not products:
        return [words.say("page.no_products")]
    rows = []
    for product in products:
        held = [words.of_nutrient(nutrient, ng) for nutrient, ng in product.per_unit if ng]
        rows.append(
            (
                product.id[:_ID_SHOWN],
                product.name,
                f"{words.number(product.usual_units)} {product.unit}",
                ", ".join(held),
            )
        )
    return columns(rows)


def profile_page(profile: Profile, words: Words) -> list[str]:
    """What is true of the person, by key, and what is assumed."""
    rows = [(key, words.fact_value(key, getattr(profile, key))) for key in FACT_KEYS]
    assumed = words.assumed(profile)
    lines = columns(rows)
    if assumed:
        lines += ["", *paragraph(words.say("page.assumed", what=words.listed(assumed)))]
    return lines


def targets_page(day: DayState, words: Words) -> list[str]:
    """Targets and upper limits of a day, with where they are from below the table."""
    rows = [tuple(words.say(f"page.target_{name}") for name in ("nutrient", "target", "limit", "from"))]
    cited: dict[str, None] = {}
    for nutrient in Nutrient:
        target = day.nutrients[nutrient].target
        offered = target.low is not None or target.high is not None
        ids = f"{target.source} {target.limit_source}".split() if not target.own else target.limit_source.split()
        cited.update(dict.fromkeys(ids))
        origin = words.target_from(target) or (", ".join(target.source.split()) if offered else "")
        rows.append((words.title(nutrient), words.target(nutrient, target), words.limit(nutrient, target), origin))
    return [*columns(rows), "", *columns([(source, words.source(source)) for source in cited])]
