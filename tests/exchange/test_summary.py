"""What stands on the page for an appointment: figures with their counts, and nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.adherence import Adherence
from bonecoach.core.body_measures import Height, Measure
from bonecoach.core.bone_change import series_of
from bonecoach.core.due import DueItem
from bonecoach.core.entries import Dose, Symptom
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.medicine_history import Given, Late, Logged, PlanKept, Taken
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.period_movement import period_movement
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.profile import Profile
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.spans import last_days
from bonecoach.core.targets import Target
from bonecoach.core.therapy import Period
from bonecoach.core.visits import Appointment
from bonecoach.exchange.summary.filling import fullest
from bonecoach.exchange.summary.page import (
    ROOMS,
    SECTIONS,
    Choice,
    DensityChart,
    Facts,
    Lines,
    MinutesChart,
    PainChart,
    Room,
    Table,
)
from bonecoach.exchange.summary.said import chosen
from bonecoach.words import Words
from tests.exchange.pages import TODAY, day, fall, page, section, summary_state
from tests.makers import at, food, joint_pain, session, supplement


def plain(text):
    return text.replace("\u00a0", " ")


def facts(found):
    """The facts of a section as {label: "value, note"}."""
    return {
        plain(fact.label): plain(", ".join(part for part in (fact.value, fact.note) if part))
        for block in found.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


def rows(found):
    return [tuple(map(plain, row)) for block in found.blocks if isinstance(block, Table) for row in block.rows]


def lines(found):
    return [plain(line) for block in found.blocks if isinstance(block, Lines) for line in block.lines]


# The head


def test_the_head_names_the_days_and_nobody_unless_it_is_wished():
    state = summary_state(profile=Profile(birth_date=date(1961, 7, 1)))
    found = page(state)
    assert plain(found.period) == "25 Aug 2026 to 23 Nov 2026 · 13 weeks"
    assert (found.who, found.language) == ("Name ____________________, aged 65", "en")  # written by hand
    assert page(summary_state()).who == "Name ____________________"
    assert plain(page(state, name="Anna B").who) == "Anna B, born 1961"  # its 1 July is ours, not hers
    to_the_day = summary_state(profile=Profile(birth_date=date(1961, 5, 20)))
    assert plain(page(to_the_day, name="Anna B").who) == "Anna B, born 20 May 1961"
    unknown = summary_state(span=last_days(90, TODAY))
    assert plain(page(unknown).period).endswith("· 90 days")
    assert page(unknown, name="Anna B").who == "Anna B"
    assert plain(found.made) == "recorded by the patient, not verified · printed 23 Nov 2026"


def taken(medicine, start, end=None, months=None, label="", gaps=()):
    return Taken(Period(medicine, start, end), label, months, gaps)


PAUSE = date(2026, 3, 3), date(2026, 3, 20)


@pytest.mark.parametrize(
    ("therapy", "profile", "said"),
    [
        (
            [taken("letrozole", date(2024, 1, 12), None, 34, "Letrozole 2.5 mg")],
            Profile(aromatase_inhibitor="letrozole"),
            ["Letrozole 2.5 mg since 12 Jan 2024 (34 months)."],
        ),
        (
            [taken("anastrozole", date(2024, 1, 12), date(2026, 3, 3)), taken("exemestane", date(2026, 3, 3), None, 8)],
            Profile(aromatase_inhibitor="exemestane"),
            ["Exemestane since 3 Mar 2026 (8 months).", "Before that anastrozole, 12 Jan 2024 to 3 Mar 2026."],
        ),
        (
            [taken("letrozole", None)],
            Profile(aromatase_inhibitor="letrozole"),
            ["Letrozole; when it began was not entered."],
        ),
        (
            [taken("letrozole", date(2024, 1, 12), date(2026, 3, 3))],
            Profile(aromatase_inhibitor="none"),
            ["No aromatase inhibitor at present.", "Before that letrozole, 12 Jan 2024 to 3 Mar 2026."],
        ),
        (
            [
                taken(
                    "letrozole",
                    date(2024, 1, 12),
                    None,
                    34,
                    gaps=((date(2026, 3, 3), date(2026, 3, 20)), (TODAY, None)),
                )
            ],
            Profile(aromatase_inhibitor="letrozole"),
            [
                "Letrozole since 12 Jan 2024 (34 months), not taken from 3 Mar 2026 until 20 Mar 2026, "
                "paused since 23 Nov 2026."
            ],
        ),
        (
            [taken("letrozole", date(2024, 1, 1), None, 34)],  # of which she said the month alone
            Profile(aromatase_inhibitor="letrozole"),
            ["Letrozole since January 2024 (34 months)."],
        ),
        ([], Profile(), ["Which aromatase inhibitor is taken was not entered."]),
        (
            [taken("letrozole", date(2024, 1, 12), TODAY + timedelta(days=1), 34)],  # it ends after the page does
            Profile(aromatase_inhibitor="letrozole"),
            ["Letrozole since 12 Jan 2024 (34 months)."],
        ),
    ],
)
def test_the_first_thing_read_is_what_she_takes_since_when(therapy, profile, said):
    state = summary_state(profile=profile, therapy=tuple(therapy))
    assert [plain(line) for line in page(state).headline] == said


def plan(label, *, kind=Kind.MEDICINE, every=(Unit.DAY, 1), times=(time(8),), state=PlanState.ON, weekdays=()):
    return Plan(
        id=label,
        since=date(2026, 3, 3),
        made=datetime(2026, 3, 3, tzinfo=UTC),
        kind=kind,
        label=label,
        schedule=Schedule(date(2026, 3, 3), *every, weekdays, times),
        state=state,
    )


def following(due, overdue=False):
    return NextInjection(due, None, due + timedelta(days=28), "due", overdue, False)


def denosumab(given=(), late=(), next_due=None):
    return Given("denosumab", "Denosumab 60 mg", tuple(given), late, 28, next_due and following(next_due))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            denosumab([date(2026, 6, 12)] * 5, next_due=date(2026, 12, 12)),
            "Denosumab 60 mg: 5 doses on record since 12 Jun 2026, next due 12 Dec 2026, in 19 days.",
        ),
        (denosumab(next_due=TODAY), "Denosumab 60 mg: no dose on record, next due today."),
        (
            denosumab([date(2026, 5, 22)], next_due=date(2026, 11, 22)),
            "Denosumab 60 mg: 1 dose on record, 22 May 2026, next was due 22 Nov 2026, 1 day ago.",
        ),
        (denosumab([date(2026, 5, 22)]), "Denosumab 60 mg: 1 dose on record, 22 May 2026, none planned."),
    ],
)
def test_then_when_the_next_injection_is_due(given, said):
    assert plain(page(summary_state(given=(given,))).headline[-1]) == said


def test_a_weekly_tablet_for_bone_stands_in_the_head_while_it_is_taken():
    kept = PlanKept(
        plan("Alendronate 70 mg", every=(Unit.WEEK, 1), weekdays=(1,)),
        Adherence(13, 13, 0, 0, 0),
        date(2026, 3, 3),
        "oral_bisphosphonate",
    )
    ended = kept._replace(plan=plan("Risedronate 35 mg"), until=date(2026, 10, 4))
    state = summary_state(kept=(kept, ended))
    assert plain(page(state).headline[-1]) == "Alendronate 70 mg, Tuesdays, since 3 Mar 2026."
    assert not any("Risedronate" in line for line in page(state).headline)


def test_an_inhibitor_that_is_planned_is_said_where_she_never_said_one():
    planned = PlanKept(plan("Letrozole 2.5 mg"), Adherence(90, 80, 0, 0, 10), date(2026, 3, 3), "aromatase_inhibitor")
    ended = planned._replace(plan=plan("Anastrozole 1 mg"), until=date(2026, 10, 4))
    (said,) = page(summary_state(profile=Profile(), kept=(planned, ended))).headline
    assert plain(said) == "Letrozole 2.5 mg, daily, since 3 Mar 2026."
    (none,) = page(summary_state(profile=Profile(aromatase_inhibitor="none"), kept=(planned,))).headline
    assert plain(none) == "No aromatase inhibitor at present."


# Movement and pain


def test_movement_is_said_so_that_it_multiplies_out():
    walks = [session(35, day=day(7 * week + n)) for week in range(13) for n in range(4)]
    found = section(summary_state(walks), "movement")
    assert found.aside == "recorded 52 of 91 days"
    assert facts(found) == {
        "Exercise vital sign": "4 days × 35 min = 140 min, of 150",
        "Weight-bearing": "140 min, of 150",
        "Resistance": "0.0 days, goal 2",
        "Balance": "0.0 days, goal 2",
        "Weeks at 150 min": "0 of 13, by either",
    }
    (chart,) = [block for block in found.blocks if isinstance(block, MinutesChart)]
    assert chart.sentence == "Weight-bearing by week: lowest 140, highest 140, 140 on average."
    assert plain(chart.table.rows[0][0]) == "25 Aug 2026"
    assert chart.table.rows[0][1:] == ("140", "140", "0", "0")
    assert lines(found) == []


def test_what_is_left_out_of_the_means_is_said():
    span = last_days(30, TODAY)  # 4 weeks and 2 days
    first = span.weeks[0].first
    entries = [session(90, day=first), session(60, day=first + timedelta(weeks=2)), session(10, day=span.first)]
    state = summary_state(entries, span=span, rest=[first])
    found = section(state, "movement")
    assert facts(found)["Exercise vital sign"] == "1 day × 60 min = 60 min, of 150"
    assert lines(found) == [
        "Left out of the means: 1 rest week, 2 weeks not recorded and the first 2 days, before the first whole week.",
        "1 week recorded on fewer than 4 days.",
    ]
    (chart,) = [block for block in found.blocks if isinstance(block, MinutesChart)]
    assert [row[1] for row in chart.table.rows] == ["rest week, 90", "not recorded", "60", "not recorded"]
    nothing = summary_state(span=span, rest=[first])
    assert lines(section(nothing, "movement")) == ["No whole week of this period is on record."]


def test_the_week_in_which_the_diary_began_is_said_to_be_left_out():
    state = summary_state([session(40, day=day(5)), session(40, day=day(84))])
    weeks = state.movement.weeks
    found = section(state._replace(movement=period_movement(weeks, 2, 91, day(5))), "movement")  # two days of it
    assert lines(found)[0] == "Left out of the means: 11 weeks not recorded and the week in which the diary began."
    assert facts(found)["Weight-bearing"] == "40 min, of 150"


def test_high_impact_is_said_apart():
    from bonecoach.core.activities import Intensity, Load

    entries = [session(20, Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS, day=day(3)), session(40, day=day(3))]
    state = summary_state(entries, span=last_days(91, TODAY))
    assert facts(section(state, "movement"))["Weight-bearing"] == "60 min, of 150, high impact 20"


def test_the_outline_is_called_what_it_is_and_its_table_says_the_same_figures():
    from bonecoach.core.activities import Intensity, Load

    run = session(40, Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS, day=day(3))
    found = section(summary_state([run], span=last_days(91, TODAY)), "movement")
    (chart,) = [block for block in found.blocks if isinstance(block, MinutesChart)]
    # 40 clock minutes of running are drawn; each of its vigorous minutes counts as two in the outline: 80.
    assert "outline: all aerobic, vigorous twice" in plain(chart.legend)
    assert chart.table.heads[2] == "All aerobic, vigorous twice"
    assert ("40", "80") in [row[1:3] for row in chart.table.rows]
    assert facts(found)["Exercise vital sign"] == "1 day × 40 min = 40 min, of 150"


def test_of_more_than_a_year_the_chart_shows_the_last_53_weeks_and_says_so():
    span = last_days(7 * 60, TODAY)
    state = summary_state([session(30, day=span.first), joint_pain(3, span.last)], span=span)
    found = section(state, "movement")
    (chart,) = [block for block in found.blocks if isinstance(block, MinutesChart)]
    assert (len(chart.weeks), len(chart.table.rows)) == (53, 60)
    assert lines(found)[-1] == "The chart shows the last 53 weeks."


def test_pain_is_the_worst_of_each_week_and_other_pain_stands_by_itself():
    back = Symptom(moment=at(day(70)), name="Back pain", symptom="back_pain", score=5)
    jaw = Symptom(moment=at(day(71)), name="Jaw pain", symptom="jaw_pain")
    scores = [joint_pain(score, day(7 * week), "hands") for week, score in enumerate((2, 3, 4, 5, 6, 0))]
    found = section(summary_state([*scores, back, back, jaw]), "pain")
    assert found.aside == "in 6 of 13 weeks"
    assert facts(found) == {
        "Worst of a week": "median 3.5, highest 6",
        "Weeks at 4 or more": "3 of 6",
        "Where": "hands (6 times)",
        "Also": "Jaw pain, once, last 4 Nov 2026",
    }
    also = [plain(f.value) for b in found.blocks if isinstance(b, Facts) for f in b.facts if f.label == "Also"]
    assert also == ["Back pain, 2 times, worst 5, last 3 Nov 2026", "Jaw pain, once, last 4 Nov 2026"]
    (chart,) = [block for block in found.blocks if isinstance(block, PainChart)]
    assert chart.sentence.startswith("Worst joint pain by week: from 0 to 6, median 3.5;")
    assert [row[1] for row in chart.table.rows][4:8] == ["6", "0", "not scored", "not scored"]


def also(state, **more):
    found = section(state, "pain", **more)
    return [plain(f.value) for b in found.blocks if isinstance(b, Facts) for f in b.facts if f.label == "Also"]


def test_pain_that_must_never_wait_is_never_left_out():
    felt = [
        *(Symptom(moment=at(day(n)), name="Hot flush", symptom="other") for n in range(30)),
        *(Symptom(moment=at(day(n)), name="Headache", symptom="other", score=9) for n in range(20)),
        *(Symptom(moment=at(day(n)), name="Back pain", symptom="back_pain", score=3) for n in range(91)),
        Symptom(moment=at(day(80)), name="Jaw pain", symptom="jaw_pain"),
        *(Symptom(moment=at(day(n)), name="Thigh pain", symptom="thigh_hip_pain", score=6) for n in range(10)),
    ]
    state = summary_state([*felt, joint_pain(3, day(1), "hands"), joint_pain(3, day(2), "feet")])
    flags = ["Thigh pain, 10 times, worst 6, last 3 Sep 2026", "Back pain, 91 times, worst 3, last 23 Nov 2026"]
    flags.append("Jaw pain, once, last 13 Nov 2026")
    others = ["Hot flush, 30 times, last 23 Sep 2026", "Headache, 20 times, worst 9, last 13 Sep 2026"]
    assert also(state) == [*flags, *others]
    assert also(state, room=ROOMS[-1]) == [*flags, others[0]]
    assert lines(section(state, "pain", room=ROOMS[-1])) == ["2 more on page 2."]  # the headache, and a joint
    (whole,) = [each for each in page(state, room=ROOMS[-1]).left if each.key == "pain"]
    assert all(said in repr(whole) for said in ("Headache", "hands", "feet"))


def test_without_a_score_no_pain_is_claimed():
    found = section(summary_state([joint_pain(None, day(3), "knees")]), "pain")
    assert (facts(found), lines(found)) == ({}, ["No joint pain was scored."])
    sore = section(summary_state([joint_pain(2, day(3))]), "pain")
    assert "Where" not in facts(sore)


# Nutrients

CALCIUM = {Nutrient.CALCIUM: Target(low=1000, high=1200, upper_limit=2000)}


def test_a_mean_has_its_parts_its_target_and_its_days():
    entries = [
        *(food(day(n), calcium_mg=640, vitamin_d_ug=2, protein_g=68) for n in range(78)),
        *(supplement(day(n), calcium_mg=400, vitamin_d_ug=23, vitamin_k2_ug=100) for n in range(80)),
    ]
    state = summary_state(entries, targets=CALCIUM, profile=Profile(weight_kg=68))
    found = section(state, "nutrients")
    assert found.aside == "recorded 80 of 91 days"
    # Food 640 on 78 of 80 days is 624 a day; with 400 on each 1024. The two days without food have 400 alone.
    assert rows(found)[0] == ("Calcium", "1024 mg", "624 + 400", "1000–1200", "78 of 80")
    assert rows(found)[1] == ("Vitamin D", "25 μg", "2 + 23", "none set", "–")
    assert rows(found)[2] == ("Vitamin K2", "≥ 100 μg", "0 + 100", "none set", "–")
    assert rows(found)[3] == ("Protein", "66 g", "66 + 0", "none set", "–")
    assert lines(found) == [
        "Protein: 1.0 g/kg. No food logged on 2 recorded days. "
        "Calcium above 500 mg at once: 0 days. Above an upper limit: no day."
    ]


def test_what_was_too_much_is_counted_in_days():
    entries = [supplement(day(n), calcium_mg=2100 if n < 3 else 600) for n in range(5)]
    state = summary_state(entries, targets={Nutrient.CALCIUM: Target(low=1200, high=1200, upper_limit=2000)})
    (said,) = lines(section(state, "nutrients"))
    assert said == (
        "No food logged on 5 recorded days. Calcium above 500 mg at once: 5 days. "
        "Above an upper limit: calcium 3 days (limit 2000 mg)."
    )
    assert rows(section(state, "nutrients"))[0][3] == "1200"


def test_no_intake_on_record_is_no_mean_of_zero():
    assert lines(section(summary_state(), "nutrients")) == ["No intake of this period is on record."]
    unknown = section(summary_state([food(day(1))]), "nutrients")
    assert rows(unknown)[0] == ("Calcium", "not known", "–", "none set", "–")
    withheld = {Nutrient.CALCIUM: Target(withheld="kidney_disease")}
    found = section(summary_state([food(day(1))], targets=withheld), "nutrients")
    assert rows(found)[0][3] == "none set"
    assert lines(found)[0].endswith("No target set with kidney disease: calcium.")


def test_a_target_of_the_team_is_said_to_be_one():
    own = {Nutrient.CALCIUM: Target(low=1000, high=1200, own=True), Nutrient.PROTEIN: Target(low=60, own=True)}
    (said,) = lines(section(summary_state([food(day(1))], targets=own), "nutrients"))
    assert said.endswith("Own or team's target: calcium and protein.")


def test_a_limit_that_held_on_an_earlier_day_alone_is_not_named():
    over = [supplement(day(1), calcium_mg=3000)]
    days = summary_state(over, targets={Nutrient.CALCIUM: Target(upper_limit=2000)}).nutrients[Nutrient.CALCIUM]
    last = replace(days.days[-1], target=Target())
    state = summary_state(over)
    week = replace(days, days=(*days.days[:-1], last))
    found = section(state._replace(nutrients={**state.nutrients, Nutrient.CALCIUM: week}), "nutrients")
    assert "Above an upper limit: calcium 1 day." in lines(found)[0]


def test_supplements_of_most_days_are_named():
    daily = [replace(supplement(day(n), vitamin_d_ug=25), name="Vitamin D3", quantity="1000 IU") for n in range(20)]
    often = [replace(supplement(day(n), vitamin_k2_ug=100), name="Vitamin K2", quantity="100 µg") for n in range(9, 20)]
    half = [replace(supplement(day(n), zinc_mg=5), name="Zinc", quantity="5 mg") for n in range(10)]
    changed = [replace(daily[-1], moment=at(day(19)), quantity="2000 IU")]
    state = summary_state([*daily, *often, *half, *changed])
    assert lines(section(state, "medicines")) == [
        "Supplements on most days: Vitamin D3 2000 IU and Vitamin K2 100 μg.",
    ]
    planned = state._replace(kept=(kept("vitamin D3 2000 IU", (20, 20, 0, 0, 0)),))  # it stands above already
    assert lines(section(planned, "medicines")) == ["Supplements on most days: Vitamin K2 100 μg."]


# Who it is about


@pytest.mark.parametrize(
    ("profile", "height", "said"),
    [
        (Profile(), None, ""),
        (Profile(sex="female"), None, "Woman"),
        (Profile(sex="female", postmenopausal=True), None, "Woman, after the menopause"),
        (Profile(sex="female", postmenopausal=False), None, "Woman, before the menopause"),
        (Profile(postmenopausal=True), None, "After the menopause"),
        (Profile(sex="male", postmenopausal=False, weight_kg=84), None, "Man · 84 kg"),  # whatever was clicked once
        (Profile(sex="male", height_cm=180), (180, 180), "Man · 180 cm"),
        (Profile(height_cm=160, weight_kg=49), (160, 166.5), "160 cm (6.5 cm lost) · 49 kg"),
        (Profile(kidney_disease=False, warfarin=False), None, ""),
        (
            Profile(vertebral_fracture=True, fragility_fracture=True, bone_metastases=True, kidney_disease=True),
            None,
            "Spine fracture · fracture from little force · bone metastases · kidney disease",
        ),
        (
            Profile(kidney_stones=True, warfarin=True, falls_last_year=2),
            None,
            "Kidney stones · takes warfarin · 2 falls in a year",
        ),
        (Profile(falls_last_year=1), None, "1 fall in a year"),
        (Profile(falls_last_year=0), None, ""),
    ],
)
def test_what_matters_of_her_stands_in_one_line_and_can_be_left_out(profile, height, said):
    if height is not None:
        now, tallest = (Measure("height_cm", value, date(2026, 1, 1)) for value in height)
        height = Height(now, tallest)
    state = summary_state(profile=profile, height=height)
    assert plain(page(state).about) == said
    assert page(state, sections=frozenset({"movement"})).about == ""


def test_what_was_left_out_is_said_and_the_head_names_no_medicines_then():
    state = summary_state(given=(Given("denosumab", "Denosumab 60 mg", (date(2026, 8, 31),), (), 28, None),))
    assert page(state).left_out == ""
    found = page(state, sections=frozenset(SECTIONS) - {"medicines", "pain"})
    assert (found.left_out, found.headline) == ("Left out: joint pain and medicines.", ())
    assert page(state, sections=frozenset(SECTIONS) - {"about"}).left_out == "Left out: about me."
    assert page(state, sections=frozenset(SECTIONS) - {"decided"}).left_out == ""  # nothing was decided


# Medicines


def kept(label, counts, kind="", **about):
    return PlanKept(plan(label, **about), Adherence(*counts), date(2026, 3, 3), kind)


def test_every_medicine_is_counted_and_never_a_share_without_its_counts():
    state = summary_state(
        kept=(
            kept("Calcium citrate 500 mg", (182, 153, 19, 0, 10), kind="", times=(time(8), time(19))),
            kept("Letrozole 2.5 mg", (91, 87, 2, 0, 2), "aromatase_inhibitor"),
            kept("Zinc", (0, 0, 0, 0, 0)),
        ),
        logged=(
            Logged("ibuprofen", "Ibuprofen 400 mg", "", None, 91, False, 12, 0, 0),
            Logged("letrozole", "Letrozole 2.5 mg", "aromatase_inhibitor", date(2026, 9, 30), 37, True, 30, 1, 2),
        ),
    )
    since, until = "since 3 Mar 2026", "no plan until 30 Sep 2026"
    supplement_kept = "153 taken, 19 missed, of 172 recorded (89 %); 10 of 182 not recorded"
    unplanned = "30 taken, 1 missed, 2 skipped, of 33 recorded (91 %); 4 of 37 not recorded"
    assert facts(section(state, "medicines")) == {
        "Letrozole 2.5 mg, daily": "87 taken, 2 missed, of 89 recorded (98 %); 2 of 91 not recorded",
        f"Calcium citrate 500 mg, 2 times a day, {since}": supplement_kept,
        "Zinc, daily, since 3 Mar 2026": "no time of it is over yet",
        f"Letrozole 2.5 mg, {until}": unplanned,
        "Ibuprofen 400 mg, no plan": "on 12 days",
    }
    assert next(iter(facts(section(state, "medicines")))).startswith("Letrozole")


def test_a_medicine_that_is_on_record_since_yesterday_is_not_one_that_was_left_out_for_months():
    begun = date(2026, 11, 22)
    logged = Logged("letrozole", "Letrozole 2.5 mg", "aromatase_inhibitor", None, 2, True, 2, 0, 0, begun)
    assert facts(section(summary_state(logged=(logged,)), "medicines")) == {
        "Letrozole 2.5 mg, no plan, on record since 22 Nov 2026": "2 taken, of 2 recorded"
    }


def test_what_the_advice_here_minds_stands_before_what_it_does_not():
    labels = {"Pantoprazole 40 mg": 0, "Levothyroxine 75 μg": 1, "Warfarin 3 mg": 2}
    state = summary_state(kept=tuple(kept(label, (9, 9, 0, 0, 0))._replace(heeded=n) for label, n in labels.items()))
    assert list(facts(section(state, "medicines", room=Room(medicines=2)))) == [
        "Warfarin 3 mg, daily",  # since when each is planned stands behind the page then
        "Levothyroxine 75 μg, daily",
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((90, 0, 0, 0, 90), "nothing recorded, of 90 planned"),
        ((365, 159, 7, 0, 199), "159 taken, 7 missed, of 166 recorded; 199 of 365 not recorded"),  # less than half
        ((332, 159, 7, 0, 166), "159 taken, 7 missed, of 166 recorded (96 %); 166 of 332 not recorded"),  # just half
        ((1, 1, 0, 0, 0), "1 taken, of 1 recorded"),
        ((6, 6, 0, 0, 0), "6 taken, of 6 recorded"),
        ((7, 7, 0, 0, 0), "7 taken, of 7 recorded (100 %)"),
        ((7, 0, 7, 0, 0), "0 taken, 7 missed, of 7 recorded (0 %)"),
        ((400, 399, 1, 0, 0), "399 taken, 1 missed, of 400 recorded (99 %)"),  # 99.75 is not all of them
        ((400, 1, 0, 399, 0), "1 taken, 399 skipped, of 400 recorded (1 %)"),  # 0.25 is not none
    ],
)
def test_what_nobody_wrote_down_is_never_said_to_be_missed(counts, said):
    state = summary_state(kept=(kept("Letrozole 2.5 mg", counts),))
    assert list(facts(section(state, "medicines")).values()) == [said]


def test_a_diary_that_began_in_the_period_says_from_when_it_is_counted():
    state = summary_state(kept=(kept("Letrozole 2.5 mg", (40, 40, 0, 0, 0)),))
    assert section(state, "medicines").aside == ""
    assert plain(section(state._replace(began=day(51)), "medicines").aside) == "counted from 15 Oct 2026"
    assert section(state._replace(began=None), "medicines").aside == ""


def test_a_medicine_that_was_stopped_says_when():
    state = summary_state(kept=(kept("Letrozole 2.5 mg", (40, 40, 0, 0, 0))._replace(until=date(2026, 10, 4)),))
    assert facts(section(state, "medicines")) == {
        "Letrozole 2.5 mg, daily, from 3 Mar 2026 to 4 Oct 2026": "40 taken, of 40 recorded (100 %)"
    }


def test_bone_medicines_stand_before_supplements():
    weekly = kept("Alendronate 70 mg", (13, 12, 0, 0, 1), "oral_bisphosphonate", every=(Unit.WEEK, 1), weekdays=(1,))
    supplements = [kept(label, (1, 1, 0, 0, 0), kind="", times=()) for label in ("Vitamin D3", "Amlodipine 5 mg")]
    supplements[0] = supplements[0]._replace(plan=replace(supplements[0].plan, kind=Kind.SUPPLEMENT))
    state = summary_state(kept=(*supplements, weekly))
    assert list(facts(section(state, "medicines"))) == [
        "Alendronate 70 mg, Tuesdays",
        "Amlodipine 5 mg, daily, since 3 Mar 2026",
        "Vitamin D3, daily, since 3 Mar 2026",
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            denosumab([date(2026, 6, 12)] * 2),
            "2 doses on record, first 12 Jun 2026, last 12 Jun 2026, each within 28 days of due",
        ),
        (
            denosumab([date(2025, 6, 1), date(2026, 1, 5)], (Late(date(2025, 12, 1), date(2026, 1, 5), 35),)),
            "2 doses on record, first 1 Jun 2025, last 5 Jan 2026, "
            "1 more than 28 days after due (5 Jan 2026, 35 days late)",
        ),
        (denosumab([date(2026, 6, 12)]), "1 dose on record, 12 Jun 2026"),
        (denosumab([date(2026, 6, 12)] * 2, None), "2 doses on record, first 12 Jun 2026, last 12 Jun 2026"),
        (denosumab(), "no dose on record"),
    ],
)
def test_what_a_clinic_gave_is_in_time_or_late(given, said):
    assert facts(section(summary_state(given=(given,)), "medicines")) == {"Denosumab 60 mg": said}


def test_without_a_medicine_that_is_said():
    assert lines(section(summary_state(), "medicines")) == ["No medicine is planned or logged in this period."]


# Bones

THEN, BETWEEN, NOW = date(2022, 3, 9), date(2024, 3, 9), date(2026, 3, 9)
WOMAN = Profile(sex="female", postmenopausal=True)


def spine(day, bmd, **more):
    return Scan(date=day, site=Site.LUMBAR_SPINE, bmd=bmd, **more)


def density(*scans, profile=WOMAN):
    return section(summary_state(series=series_of(scans), profile=profile), "density")


def test_a_change_is_real_from_the_centre_s_least_change_on():
    found = density(
        spine(THEN, 0.960, scanner="Hologic A", lsc_percent=3.1),
        spine(BETWEEN, 0.943, t_score=-1.6, scanner="Hologic A", place="Clinic East", lsc_percent=3.1),
        spine(NOW, 0.891, t_score=-2.0, scanner="Hologic A", lsc=0.028),
    )
    # (891 - 943) / 943 = -5.51 % in 2 years; 0.028 of 0.943 is 2.97 %. (943 - 960) / 960 = -1.77 %.
    assert rows(found) == [
        ("9 Mar 2026", "lumbar spine", "0.891", "−2.0", "−5.5 % (−2.8 % a year): loss", "3.0 % (centre)", "Hologic A"),
        (
            "9 Mar 2024", "lumbar spine", "0.943", "−1.6", "−1.8 %: no measurable change", "3.1 % (centre)",
            "Hologic A, Clinic East",
        ),
        ("9 Mar 2022", "lumbar spine", "0.960", "–", "first scan", "–", "Hologic A"),
    ]  # fmt: skip
    # (891 - 960) / 960 = -7.19 %
    assert lines(found) == ["Lumbar spine: −7.2 % since 9 Mar 2022. Between the dashes: no measurable change."]
    alike = density(
        spine(BETWEEN, 0.943, scanner="Hologic A", place="Clinic East"),
        spine(NOW, 0.9, scanner="Hologic A", place="Clinic East"),
    )
    assert ([len(row) for row in rows(alike)], lines(alike)) == (
        [6, 6],
        ["All on Hologic A, Clinic East. Between the dashes: no measurable change."],
    )
    assert plain(found.aside) == "a change is real only from the least significant change upward"


def test_small_steps_that_add_up_to_a_loss_say_so_in_their_row():
    own = {"scanner": "Hologic A", "lsc_percent": 3.0}
    found = density(spine(THEN, 1.0, **own), spine(BETWEEN, 0.975, **own), spine(NOW, 0.95, **own))
    assert [row[4] for row in rows(found)] == [
        "−2.6 %: no measurable change, but −5.0 % since 9 Mar 2022: loss",
        "−2.5 %: no measurable change",
        "first scan",
    ]
    assert lines(found) == ["All on Hologic A. Between the dashes: no measurable change."]  # and not once more


def curves(*scans, **more):
    state = summary_state(series=series_of(scans))
    blocks = [block for block in section(state, "density", **more).blocks if isinstance(block, DensityChart)]
    return blocks[0].curves if blocks else ()


def test_the_way_of_a_site_is_drawn_on_one_axis_of_days_and_one_of_percent():
    hip = [Scan(date=d, site=Site.TOTAL_HIP, side=Side.LEFT, bmd=b) for d, b in ((BETWEEN, 0.8), (NOW, 0.792))]
    spine_curve, hip_curve = curves(
        spine(THEN, 1.0, lsc_percent=3.0),
        spine(BETWEEN, 0.97, lsc_percent=3.0),
        spine(NOW, 0.92, lsc_percent=3.0),
        *hip,
    )
    assert (spine_curve.name, hip_curve.name) == ("Lumbar spine", "Total hip, left")
    assert [point.bmd for point in spine_curve.points] == ["1.000", "0.970", "0.920"]
    assert [plain(point.month) for point in hip_curve.points] == ["Mar 2024", "Mar 2026"]
    # 9 March 2022 to 9 March 2026 are 1461 days, of which 731 until 9 March 2024.
    assert [point.x for point in spine_curve.points] == pytest.approx([0, 731 / 1461, 1])
    assert [point.x for point in hip_curve.points] == pytest.approx([731 / 1461, 1])
    assert spine_curve.links == ((0, 1), (1, 2))
    # Of 1.000 the least is 92 %, the hip's change of 5.0 % (default) reaches from 95 % to 105 %: 91 to 106 with air.
    assert [point.y for point in spine_curve.points] == pytest.approx([9 / 15, 6 / 15, 1 / 15])
    assert [point.y for point in hip_curve.points] == pytest.approx([9 / 15, 8 / 15])
    # 3 % of 0.970 are 0.0291: 94.09 % and 99.91 % of the first.
    assert spine_curve.bounds == pytest.approx((731 / 1461, 1.0, 3.09 / 15, 8.91 / 15))
    assert hip_curve.bounds == pytest.approx((731 / 1461, 1.0, 4 / 15, 14 / 15))
    assert plain(hip_curve.sentence) == "Total hip, left: 0.800 g/cm² on 9 Mar 2024, 0.792 g/cm² on 9 Mar 2026."


def test_a_small_change_never_looks_like_a_cliff():
    (curve,) = curves(*(Scan(date=d, site=Site.FOREARM, bmd=b) for d, b in ((BETWEEN, 0.700), (NOW, 0.6965))))
    # Half a percent in a chart of ten; nobody knows the forearm's least change.
    assert curve.points[0].y - curve.points[1].y == pytest.approx(0.05)
    assert curve.bounds is None


def test_how_far_it_came_is_said_from_the_first_scan_it_can_be_compared_with():
    found = density(
        spine(date(2020, 3, 9), 1.1, scanner="Lunar B"),
        spine(THEN, 1.0, scanner="Hologic A"),
        spine(BETWEEN, 0.95, scanner="Hologic A"),
        spine(NOW, 0.96, scanner="Hologic A"),
    )
    assert lines(found)[0].startswith("Lumbar spine: −4.0 % since 9 Mar 2022.")


def test_the_sites_that_were_scanned_last_are_drawn():
    then = [Scan(date=d, site=site, bmd=0.8) for site in (Site.LUMBAR_SPINE, Site.TOTAL_HIP) for d in (THEN, BETWEEN)]
    now = [Scan(date=d, site=site, bmd=0.7) for site in (Site.FEMORAL_NECK, Site.FOREARM) for d in (THEN, NOW)]
    drawn = curves(*then, *now, room=Room(curves=3))
    assert [curve.name for curve in drawn] == ["Lumbar spine", "Femoral neck", "Forearm"]


def test_only_what_can_be_compared_is_joined():
    first, other, again = (
        spine(THEN, 0.96, scanner="Hologic A"),
        spine(BETWEEN, 0.8, scanner="Lunar B"),
        spine(NOW, 0.9, scanner="Hologic A"),
    )
    (curve,) = curves(first, other, again)
    assert curve.links == ((0, 2),)
    assert curves(first, other) == ()
    assert curves(first) == curves(Scan(date=NOW, site=Site.TOTAL_HIP, t_score=-1.9)) == ()
    assert curves(first, again, room=Room(curves=0)) == ()


def test_the_first_scan_of_a_site_is_left_to_its_chart_where_rows_are_few():
    hip = [Scan(date=d, site=Site.TOTAL_HIP, side=Side.LEFT, bmd=b) for d, b in ((BETWEEN, 0.8), (NOW, 0.792))]
    state = summary_state(series=series_of([spine(THEN, 0.96), spine(BETWEEN, 0.95), spine(NOW, 0.94), *hip]))
    found = section(state, "density", room=Room(scans=4))
    assert [row[1] for row in rows(found)] == ["lumbar spine", "total hip, left", "lumbar spine"]
    assert lines(found)[0].endswith("2 more on page 2.")
    assert len(rows(section(state, "density"))) == 5


def test_scanners_have_a_column_only_where_every_scan_has_a_row():
    scans = [spine(THEN, 0.96, scanner="Lunar B"), spine(BETWEEN, 0.95, scanner="Hologic A"), spine(NOW, 0.94)]
    state = summary_state(series=series_of(scans))
    short, whole = section(state, "density", room=Room(scans=2)), section(state, "density")
    assert ([len(row) for row in rows(short)], [len(row) for row in rows(whole)]) == ([6, 6], [7, 7, 7])
    assert lines(short) == ["Scanners: Hologic A. Between the dashes: no measurable change. 1 more on page 2."]


def test_what_cannot_be_judged_or_compared_is_not():
    forearm = [Scan(date=d, site=Site.FOREARM, side=Side.LEFT, bmd=b) for d, b in ((BETWEEN, 0.7), (NOW, 0.714))]
    others = [spine(BETWEEN, 0.9, scanner="Hologic A"), spine(NOW, 0.9, scanner="Lunar B")]
    found = density(*forearm, *others)
    said = [row[4] for row in rows(found) if row[0] == "9 Mar 2026"]
    assert said == ["other scanner, not comparable", "+2.0 %: cannot be judged"]
    default = density(spine(BETWEEN, 0.9), spine(NOW, 0.99))
    assert rows(default)[0][4:6] == ("+10.0 % (+5.0 % a year): gain", "5.3 % (default)")
    soon = density(spine(date(2025, 12, 9), 0.9), spine(NOW, 0.99))
    assert rows(soon)[0][4] == "+10.0 %: gain"  # a quarter of a year is not made into a year


def test_a_score_is_called_by_its_letter():
    young = Profile(sex="female", postmenopausal=False)
    both = Scan(date=NOW, site=Site.TOTAL_HIP, side=Side.RIGHT, t_score=-1.9, z_score=-0.4)
    assert rows(density(both))[0][1:4] == ("total hip, right", "–", "−1.9")
    by_z = density(both, profile=young)
    assert rows(by_z)[0][3] == "−0.4"
    assert [block.heads[3] for block in by_z.blocks if isinstance(block, Table)] == ["Z-score"]
    mixed = density(both, spine(NOW, 0.9, t_score=-1.1), profile=young)
    assert {row[3] for row in rows(mixed)} == {"Z −0.4", "−1.1"}  # a score without its letter is a T-score
    assert [block.heads[3] for block in mixed.blocks if isinstance(block, Table)] == ["T-score"]
    only_z = Scan(date=NOW, site=Site.TOTAL_HIP, z_score=0.4)
    assert rows(density(only_z))[0][3] == "0.4"
    assert rows(density(Scan(date=NOW, site=Site.TOTAL_HIP, t_score=-1.9), profile=young))[0][3] == "−1.9"


def test_a_z_score_below_what_is_expected_is_said_to_be_that():
    young = Profile(sex="female", postmenopausal=False)
    neck = {"site": Site.FEMORAL_NECK, "side": Side.RIGHT, "bmd": 0.69}
    at_the_line = density(Scan(date=NOW, z_score=-2.0, **neck), profile=young)
    assert lines(at_the_line)[0].startswith("Below the expected range for age: femoral neck, right Z −2.0.")
    within = density(Scan(date=NOW, z_score=-1.9, **neck), Scan(date=BETWEEN, z_score=-2.2, **neck), profile=young)
    assert "expected" not in lines(within)[0]  # the newest of a site counts
    assert "expected" not in lines(density(Scan(date=NOW, z_score=-2.4, **neck), profile=Profile()))[0]  # T holds


def test_a_page_of_an_earlier_period_says_that_what_is_due_counts_from_today():
    given = denosumab(given=(date(2026, 8, 31),), next_due=date(2027, 2, 28))
    state = summary_state(given=(given,))
    assert plain(page(state).headline[-1]).endswith("next due 28 Feb 2027, in 97 days.")  # from 23 November
    earlier = page(state._replace(today=TODAY + timedelta(days=7)))
    assert plain(earlier.headline[-1]).endswith("next due 28 Feb 2027, 90 days from today.")


def test_a_result_is_said_in_both_units_of_vitamin_d():
    results = [lab(value=value, unit=unit) for value, unit in ((71, "nmol/L"), (24, "ng/mL"))]
    said = [rows(section(summary_state(tests=(each,)), "tests"))[0][2] for each in results]
    assert said == ["71 nmol/L (28.4 ng/mL)", "24 ng/mL (59.9 nmol/L)"]  # by 2.496
    (bone,) = rows(section(summary_state(tests=(lab("p1np", value=40, unit="ug/L"),)), "tests"))
    assert bone[2] == "40 μg/L"
    assert lines(density()) == ["No bone density scan is on record."]


def lab(name="25ohd", day=NOW, **more):
    return LabTest(
        **{"date": day, "name": name, "value": 71, "unit": "nmol/L", "range_low": 50, "range_high": 125, **more}
    )


def test_blood_tests_stand_against_the_laboratory_s_own_range():
    found = section(
        summary_state(
            tests=(
                lab(),
                lab("ctx", value=0.31, unit="ng/mL", range_low=0.11, range_high=0.25, fasting=True),
                lab("calcium", value=2.4, unit="mmol/L", range_low=None, range_high=2.55, fasting=False),
                lab("Ferritin", THEN, value=28, unit="ug/L", range_low=None, range_high=None),
                lab(day=THEN, value=12, unit="ng/mL", range_low=20, range_high=None),
            )
        ),
        "tests",
    )
    assert rows(found) == [
        ("9 Mar 2026", "25-OH vitamin D", "71 nmol/L (28.4 ng/mL)", "50 to 125"),
        ("9 Mar 2026", "Calcium, not fasting", "2.4 mmol/L", "up to 2.55"),
        ("9 Mar 2026", "CTX, fasting", "0.31 ng/mL", "0.11 to 0.25, above"),
        ("9 Mar 2022", "25-OH vitamin D", "12 ng/mL (30 nmol/L)", "20 and more, below"),
        ("9 Mar 2022", "Ferritin", "28 μg/L", "–"),
    ]
    assert lines(section(summary_state(), "tests")) == ["No blood test is on record."]


def test_falls_and_fractures_of_the_period_and_older_fractures():
    state = summary_state(
        [fall(day(80)), fall(day(10), injury=None), fall(day(20), "fracture", injury=True, site="left wrist")],
        fractures_before=(
            fall(date(2001, 2, 2), "fracture"),
            fall(date(2012, 1, 1), "fracture", site="rib"),
            fall(date(2019, 5, 3), "fracture", injury=None, site="spine"),
        ),
    )
    found = section(state, "events")
    assert rows(found) == [
        ("13 Nov 2026", "Fall, no injury"),
        ("14 Sep 2026", "Fracture: left wrist"),
        ("4 Sep 2026", "Fall"),
    ]
    assert lines(found) == [
        "Before this period: Fracture 2 Feb 2001, Fracture: rib 1 Jan 2012 and Fracture: spine 3 May 2019."
    ]
    assert found.title == "Falls and fractures"
    more = section(summary_state([fall(day(3), "other", injury=None)]), "events")
    assert more.title == "Falls, fractures and other events"
    few = section(state, "events", room=Room(events=2))
    assert [row[1].partition(",")[0] for row in rows(few)] == ["Fall", "Fracture: left wrist"]  # it goes before a fall
    assert lines(few) == [
        "Before this period: Fracture: rib 1 Jan 2012 and Fracture: spine 3 May 2019. 2 more on page 2."
    ]
    assert lines(section(summary_state(), "events")) == ["None on record in this period."]


def test_what_is_due_stands_with_its_last_day_in_time():
    state = summary_state(
        due=(
            DueItem("injection", date(2026, 12, 12), False, "Denosumab 60 mg", date(2027, 1, 9)),
            DueItem("appointment", date(2026, 12, 14), False, "Dr Example"),
            DueItem("injection", date(2026, 11, 1), True, "Zoledronic acid 4 mg"),
            DueItem("planned", date(2026, 11, 22), True, "Goserelin 3.6 mg"),
            DueItem("first_scan", None, False),
        )
    )
    found = section(state, "due")
    assert rows(found) == [
        ("12 Dec 2026", "Denosumab 60 mg, best by 9 Jan 2027"),
        ("14 Dec 2026", "Dr Example"),
        ("1 Nov 2026", "Zoledronic acid 4 mg; 22 days late"),  # on 23 November
        ("22 Nov 2026", "Goserelin 3.6 mg; 1 day late"),
    ]
    assert lines(found) == ["No bone density scan is on record."]
    assert lines(section(summary_state(), "due")) == ["Nothing is due that BoneCoach knows of."]


def next_scan_said(*scans, last=NOW, overdue=False, **profile):
    item = DueItem("scan", date(2028, 3, 9), overdue, since=last)
    found = section(summary_state(due=(item,), series=series_of(scans), profile=Profile(**profile)), "due")
    assert rows(found) == []  # no date of ours stands among the dates that were made
    return lines(found)[0]


def test_a_scan_is_guidance_and_no_date():
    every = "Bone density scan: last 9 Mar 2026. Guidance says every 2 years, earlier if the team says so."
    hers = "Bone density scan: last 9 Mar 2026. When the next one is due is for the team to say."
    older = {"postmenopausal": True, "sex": "female"}
    assert next_scan_said(spine(NOW, 0.9, t_score=-2.0), **older) == every
    assert next_scan_said(spine(NOW, 0.9, t_score=-2.1), **older) == hers
    assert next_scan_said(spine(NOW, 0.9, t_score=-2.1), postmenopausal=False, sex="female") == every  # no T then
    assert next_scan_said(spine(BETWEEN, 0.9), spine(NOW, 0.84)) == hers  # 6.7 % are beyond the default 5.3
    assert next_scan_said(spine(BETWEEN, 0.9), spine(NOW, 0.89)) == every
    # 3 % and 3.1 % are each none; from the first scan on they are 6 %.
    crept = [spine(day, bmd) for day, bmd in ((THEN, 0.9), (BETWEEN, 0.873), (NOW, 0.846))]
    assert next_scan_said(*crept) == hers
    passed = "Bone density scan: last 9 Mar 2026, more than 2 years ago. Guidance says every 2 years."
    assert next_scan_said(spine(NOW, 0.9), overdue=True) == passed


def test_the_lowest_score_and_what_is_out_of_its_range_are_never_cut():
    places = ((Site.LUMBAR_SPINE, None, -1.7), (Site.TOTAL_HIP, Side.LEFT, None), (Site.FEMORAL_NECK, Side.LEFT, -2.8))
    scans = [Scan(date=NOW, site=site, side=side, bmd=0.8, t_score=t) for site, side, t in places]
    old = [replace(scans[0], date=BETWEEN, t_score=-3.5)]
    state = summary_state(series=series_of([*scans, *old]), profile=Profile(postmenopausal=True))
    named = [[row[1] for row in rows(section(state, "density", room=Room(scans=most, curves=0)))] for most in (1, 2, 3)]
    assert named == [
        ["femoral neck, left"],
        ["lumbar spine", "femoral neck, left"],
        ["lumbar spine", "total hip, left", "femoral neck, left"],
    ]
    tests = [
        LabTest(date=NOW, name="25ohd", value=71, unit="nmol/L", range_low=50, range_high=125),
        LabTest(date=NOW, name="calcium", value=2.1, unit="mmol/L", range_low=2.15, range_high=2.55),
        LabTest(date=THEN, name="Creatinine", value=130, unit="umol/L", range_low=45, range_high=90),
        LabTest(date=THEN, name="25ohd", value=30, unit="nmol/L", range_low=50, range_high=125),
    ]
    state = summary_state(tests=tuple(tests))
    named = [[row[1] for row in rows(section(state, "tests", room=Room(tests=most)))] for most in (1, 2, 3)]
    assert named == [["Calcium"], ["Calcium", "Creatinine"], ["25-OH vitamin D", "Calcium", "Creatinine"]]


def test_white_space_is_filled_again():
    held = Room(tests=3, scans=5, charts=True, medicines=2, events=1, due=1, questions=1, pain=1, named=1)

    def fits(room):
        names = ("tests", "scans", "medicines", "events", "due", "questions", "pain", "named")
        return room.letters < 160 and all(getattr(room, name) <= getattr(held, name) for name in names)

    everywhere = set(SECTIONS) | {"density"}
    found = fullest(fits, lambda _: everywhere)
    assert (found.tests, found.scans, found.medicines, found.events, found.charts) == (3, 5, 2, 1, True)
    assert fullest(fits, lambda room: {"tests"} if room.tests < 3 else set()) == next(filter(fits, ROOMS))._replace(
        tests=3, charts=True
    )  # nothing else has anything left
    assert fullest(fits, lambda _: everywhere, lambda _more, _room: False) == next(filter(fits, ROOMS))
    assert fullest(lambda _: True, lambda _: everywhere) is ROOMS[0]
    assert fullest(lambda _: False, lambda _: everywhere) is ROOMS[-1]


def test_what_was_decided_last_stands_with_its_day_before_her_questions():
    visit = Appointment(date=date(2026, 8, 24), whom="Breast clinic", decided="Letrozole goes on.\nA scan in spring.")
    found = page(summary_state(decided=visit))
    assert [each.key for each in found.sections][-2:] == ["decided", "questions"]
    decided = section(summary_state(decided=visit), "decided")
    assert decided.aside == "Breast clinic, 24\u00a0Aug\u00a02026"
    assert lines(decided) == ["Letrozole goes on. A scan in spring."]
    assert "decided" not in [each.key for each in page(summary_state()).sections]
    assert page(summary_state(decided=visit), sections=frozenset({"due"})).sections[0].key == "due"


def test_much_that_was_decided_is_two_lines_and_whole_on_page_2():
    visit = Appointment(date=date(2026, 8, 24), whom="Breast clinic", decided="This and that. " * 60)
    found = page(summary_state(decided=visit), room=Room())
    (first,) = [each for each in found.sections if each.key == "decided"]
    said = lines(first)[0]
    assert 310 <= len(said.removesuffix(" Whole on page 2.")) <= 320
    assert said.endswith("\u2026 Whole on page 2.")
    assert [lines(each) for each in found.left] == [["This and that. " * 59 + "This and that."]]


def test_her_questions_are_numbered_in_her_order():
    state = summary_state(questions=("When is my next scan?", "Is the dental work safe?"))
    assert lines(section(state, "questions")) == ["1. When is my next scan?", "2. Is the dental work safe?"]
    assert section(summary_state(), "questions").blocks == ()


# What there is room for


def test_the_newest_of_every_kind_go_first_then_the_newest_of_all():
    newest_first = [("spine", 1), ("spine", 2), ("hip", 3), ("spine", 4), ("neck", 5), ("hip", 6)]
    assert chosen(newest_first, 3) == [1, 3, 5]
    assert chosen(newest_first, 4) == [1, 2, 3, 5]
    assert chosen(newest_first, 2) == [1, 3]
    assert chosen(newest_first, 10) == [1, 2, 3, 4, 5, 6]
    assert chosen(newest_first, 2, weight=lambda nth: -nth) == [3, 5]
    assert chosen(newest_first, 4, weight=lambda nth: -nth) == [1, 3, 5, 6]


def test_what_does_not_fit_stands_whole_on_page_2_and_is_said():
    scans = [spine(date(2026 - n, 3, 9), 0.9) for n in range(6)]
    state = summary_state(series=series_of(scans), tests=tuple(lab(day=date(2026 - n, 3, 9)) for n in range(4)))
    found = page(state, room=Room(scans=4, tests=3))
    by_key = {each.key: each for each in found.sections}
    assert (len(rows(by_key["density"])), lines(by_key["density"])[-1]) == (
        4,
        "Lumbar spine: 0.0 % since 9 Mar 2021. No scanner was named. "
        "Between the dashes: no measurable change. 2 more on page 2.",
    )
    assert (len(rows(by_key["tests"])), lines(by_key["tests"])[-1]) == (3, "1 more on page 2.")
    assert [each.title for each in found.left] == ["Bone density (DXA), all of it", "Blood tests, all of it"]
    assert [len(rows(each)) for each in found.left] == [6, 4]
    assert page(state).left == ()


def test_long_words_of_hers_are_cut_on_the_first_page_and_whole_behind_it():
    long = "Is it safe " * 30
    state = summary_state(questions=(long, "When is my next scan?"))
    found = page(state, room=Room(letters=40))
    (questions,) = [each for each in found.sections if each.key == "questions"]
    assert lines(questions) == [
        "1. Is it safe Is it safe Is it safe Is it safe Is it safe Is it safe Is it safe Is…",
        "2. When is my next scan?",
        "Whole on page 2.",
    ]
    (whole,) = found.left
    assert lines(whole)[0] == f"1. {long.strip()}"


def test_charts_can_be_left_out_where_there_is_no_room():
    state = summary_state([session(30, day=day(1)), joint_pain(3, day(1))])
    found = page(state, room=Room(charts=False))
    kinds = {type(block) for each in found.sections for block in each.blocks}
    assert kinds & {MinutesChart, PainChart} == set()


def test_sections_are_chosen_and_their_counting_with_them():
    found = page(summary_state(), sections=frozenset({"pain", "due"}))
    assert [each.key for each in found.sections] == ["pain", "due"]
    assert [row[0] for row in found.counted.rows] == ["joint pain", "next scan"]
    assert [source.partition(":")[0] for source in found.sources] == ["ACSASCO2016", "ASCO2019"]
    for wrong in ({"sections": frozenset({"moon"})}, {"more": frozenset({"moon"})}):
        with pytest.raises(InvalidEntry, match="unknown_section"):
            Choice(**wrong)
    with pytest.raises(InvalidEntry, match="too_long"):
        Choice(name="A" * 81)


def test_every_number_says_how_it_is_counted_and_from_where():
    found = page(summary_state())
    assert len(found.counted.rows) == 18
    named = [how.rpartition("(")[2].removesuffix(")") for _, how in found.counted.rows]
    ids = {source for each in named for source in each.split(", ")} - {"BoneCoach's choice"}
    assert {said.partition(":")[0] for said in found.sources} == ids


# Behind it


def test_day_by_day_keeps_unknown_and_zero_apart():
    entries = [
        food(day(0), calcium_mg=640, protein_g=60),
        session(30, day=day(0)),
        joint_pain(2, day(0)),
        joint_pain(5, day(0)),
        joint_pain(None, day(1)),
    ]
    (further,) = page(summary_state(entries), more=frozenset({"days"})).further
    assert further.title == "Day by day"
    assert rows(further)[0] == ("25 Aug 2026", "640", "–", "60", "low impact 30", "5")
    assert rows(further)[1] == ("26 Aug 2026", "–", "–", "–", "no movement", "–")
    assert rows(further)[2][4] == "not recorded"
    assert len(rows(further)) == 91
    unknown = summary_state([food(day(0), calcium_mg=640), food(day(0))])
    assert rows(page(unknown, more=frozenset({"days"})).further[0])[0][1] == "≥ 640"


def test_every_dose_says_what_became_of_it():
    dose = Dose(moment=at(day(3), "08:05"), name="Letrozole", medicine="letrozole", amount=2.5, unit="mg")
    (further,) = page(summary_state([dose]), more=frozenset({"doses"})).further
    assert rows(further) == [("28 Aug 2026", "08:05", "Letrozole 2.5 mg", "taken")]


def test_where_nothing_is_on_record_a_further_page_says_so():
    found = page(summary_state(), more=frozenset({"doses", "notes"})).further
    assert [lines(each) for each in found] == [["Nothing of this is on record in this period."]] * 2


def test_private_notes_are_nowhere_unless_they_are_asked_for():
    secret = "told nobody yet"
    entries = [replace(each, note=secret) for each in (session(30, day=day(3)), joint_pain(2, day(3)), food(day(4)))]
    state = summary_state(
        [*entries, replace(fall(day(5)), note=secret)],
        series=series_of([spine(NOW, 0.9, note=secret), spine(THEN, 0.9)]),
        tests=(lab(note=secret),),
    )
    assert secret not in repr(page(state, more=frozenset({"days", "doses", "counting"}), name="Anna"))
    (further,) = page(state, more=frozenset({"notes"})).further
    assert rows(further) == [
        ("28 Aug 2026", "Session, 30 min", secret),
        ("28 Aug 2026", "Joint pain, 2 of 10", secret),
        ("29 Aug 2026", "Food", secret),
        ("30 Aug 2026", "Fall", secret),
        ("9 Mar 2026", "lumbar spine", secret),
        ("9 Mar 2026", "25-OH vitamin D", secret),
    ]


def test_the_page_keeps_her_units_and_formats():
    words = Words("de_DE", "iu")
    state = summary_state([supplement(day(1), vitamin_d_ug=25)])
    assert rows(section(state, "nutrients", words=words))[1][1] == "1000 IU"
    assert rows(density(spine(NOW, 0.9)))[0][2] == "0.900"
