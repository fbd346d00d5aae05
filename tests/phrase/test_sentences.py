"""Whole sentences: a full stop ends a part, unless it shortens a word; ticks and check boxes part as well."""

from __future__ import annotations

import pytest

from tests.phrase.conftest import NOON, Read, at
from tests.phrase.summary import summary

TAKEN = "taken Letrozole 2.5 mg [usual_dose_assumed]"
WALKED = "walk moderate 30 min"
CALCIUM = "supplement: Calcium 500 mg = calcium 500"
MILK = "Whole milk, 200 ml"
CHIA = "Chia seeds, 2 tbsp"
NIGHT = at("21:00")


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Took letrozole. Walked 30 min. Milk 200 ml.", (TAKEN, WALKED, MILK)),
        ("letrozole. calcium 500. walk 30", (TAKEN, CALCIUM, WALKED)),
        ("calcium 500. d3 1000", (CALCIUM, "supplement: Vitamin D3 1000 IU = D 25")),
        ("milk. 200 ml. walk. thirty minutes.", (MILK, WALKED)),
        ("took letrozole full stop walked thirty minutes full stop", (TAKEN, WALKED)),
        ("letrozole! walk 30!", (TAKEN, WALKED)),
        ("✓ letrozole ✓ walk 30", (TAKEN, WALKED)),
        ("☑ letrozole ☑ walk 30", (TAKEN, WALKED)),
        ("walk 20 min. walk 30 min.", ("walk moderate 20 min", WALKED)),
        ("fell. wrist pain 6", ("fall: Fall, injury True + joint_pain: Joint pain, wrists, 6 of 10",)),
        # Said of the sentence before.
        ("walk 30. brisk", ("walk_brisk moderate 30 min",)),
        ("Walked to the shops. 20 mins each way.", ("walk moderate 40 min [several_bouts]",)),
        # No sentence ends there.
        ("2 tbsp. chia", (CHIA,)),
        ("milk 200 ml. 2 tbsp. of chia. 30 min. walk", (MILK, CHIA, WALKED)),
        ("vit. D 1000", ("supplement: Vitamin D 1000 IU = D 25",)),
        ("half a tin. sardines", ("Canned sardines with bone, 0.5 tin",)),
        ("approx. 200 ml milk", (MILK,)),
        ("letrozole 2.5.", ("taken Letrozole 2.5 mg",)),
        ("Took letrozole 2.5. Walked 30.", ("taken Letrozole 2.5 mg", WALKED)),
        ("note: saw dr. jones. she is pleased", ("other: Note, injury None (saw dr. jones. she is pleased)",)),
    ],
)
def test_a_full_stop_ends_what_was_said(read: Read, text: str, understood: tuple[str, ...]) -> None:
    said = summary(read(text), NOON)
    assert said.replace(" [red_flag fall_or_fracture]", "") == "; ".join(understood)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("am: letrozole, calcium 500. pm: walk 30", ("08:00", "08:00", "18:00")),
        ("am letrozole. pm walk 30", ("08:00", "18:00")),
        ("This morning letrozole. Walked 30.", ("08:00", "08:00")),
        ("8 am letrozole. walk 30", ("08:00", "21:00")),
        ("letrozole. walk 30 at 17:00", ("21:00", "17:00")),
        ("letrozole, walk 30 at 17:00", ("17:00", "17:00")),
        ("today: letrozole 8am, calcium 500 with lunch, walk 30", ("08:00", "12:30", "21:00")),
        ("calcium 500 12 noon", ("12:00",)),
        ("am stiff", ("21:00",)),
    ],
)
def test_what_time_a_sentence_is_of(read: Read, text: str, times: tuple[str, ...]) -> None:
    reading = read(text, NIGHT)
    assert not reading.problems
    assert tuple(f"{entry.moment.wall:%H:%M}" for part in reading.parts for entry in part.entries) == times


def test_a_day_holds_for_the_sentences_behind_it(read: Read) -> None:
    letrozole, walk = read("Yesterday: letrozole 8 am. Walk 30.").entries
    assert letrozole.moment.date == walk.moment.date
    assert letrozole.moment.date < read("walk 30").entries[0].moment.date
