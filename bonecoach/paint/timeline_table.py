"""Her bones in time as rows of text: what the timeline shows, for whoever reads rather than looks."""

from __future__ import annotations

from datetime import date

from bonecoach.core.timeline import Timeline
from bonecoach.words import Words, capital
from bonecoach.words.bones import BoneWords
from bonecoach.words.others import OthersWords


def table_timeline(timeline: Timeline, words: Words) -> list[list[str]]:
    """Everything as rows of text, heads first: the day, what, and what it says; the newest first.

    Behind them stand what others found, where that is asked for, and months.
    """
    says = BoneWords(words)
    rows: list[tuple[date, str, str]] = []
    for series in timeline.series:
        name = capital(says.place(series.site, series.side))
        for result in series.results:
            said = " ".join(part for part in (says.scan(result.scan) + ".", says.change(result.change)) if part)
            rows.append((result.scan.date, name, said))
    for period in timeline.therapy:
        rows.append((period.start or date.min, words.say("timeline.therapy"), capital(says.therapy(period))))
    for course in timeline.courses:
        rows.append((course.start, words.say("timeline.medicine"), says.course(course)))
        rows += [(day, words.say("timeline.medicine"), says.given(course.name, day)) for day in course.given]
    for test in timeline.tests:
        rows.append((test.date, capital(says.test_name(test.name)), capital(says.lab_test(test))))
    for event in timeline.events:
        rows.append(
            (
                event.moment.date,
                words.say("timeline.events"),
                ", ".join(filter(None, (words.label(event), words.detail(event)))),
            )
        )
    heads = [words.say(f"chart.{key}") for key in ("day", "what", "says")]
    rows.sort(key=lambda row: row[0], reverse=True)
    dated = [[words.short_date(day) if day > date.min else "", what, said] for day, what, said in rows]
    others = [] if timeline.others is None else OthersWords(words).rows(timeline.others.published)
    return [heads, *dated, *others, *_of_months(timeline, words, says)]


def _of_months(timeline: Timeline, words: Words, says: BoneWords) -> list[list[str]]:
    rows = [(month.first, words.say("timeline.moved"), says.moved(month)) for month in timeline.moved]
    rows += [(month.first, words.say("timeline.taken"), says.taken(month)) for month in timeline.taken]
    rows.sort(key=lambda row: row[0], reverse=True)
    return [[says.month(first), what, capital(said)] for first, what, said in rows]
