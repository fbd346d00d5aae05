"""What the commands about bones print for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bonecoach.core.bone_bands import band_of, z_band_of
from bonecoach.terminal.pages import entry_lines
from bonecoach.terminal.table import paragraph
from bonecoach.words import capital
from bonecoach.words.body import BodyWords
from bonecoach.words.bones import BoneWords

if TYPE_CHECKING:
    from bonecoach.core.body_measures import BodyState
    from bonecoach.core.bone_change import Result
    from bonecoach.core.measurements import LabTest
    from bonecoach.core.profile import Profile
    from bonecoach.diary.bones import BoneState
    from bonecoach.words import Words

ID_SHOWN = 8


def scan_lines(result: Result, profile: Profile, words: Words) -> list[str]:
    """A scan: its day and figures, what its score is called, and how it stands to the one before."""
    bones, scan = BoneWords(words), result.scan
    band = band_of(scan, profile) or z_band_of(scan, profile)
    figures = ", ".join([bones.scan(scan), *([bones.band(band)] if band else [])])
    change = bones.change(result.change)
    head = f"{scan.id[:ID_SHOWN]}  {words.short_date(scan.date)}  {figures}"
    return [*paragraph(head, 2), *(paragraph(change, 4) if change else [])]


def test_lines(test: LabTest, words: Words) -> list[str]:
    """A laboratory test."""
    bones = BoneWords(words)
    head = f"{test.id[:ID_SHOWN]}  {words.short_date(test.date)}  {capital(bones.test_name(test.name))}"
    return paragraph(f"{head}: {bones.lab_test(test)}", 2)


def body_lines(body: BodyState, words: Words) -> list[str]:
    """The last height and the last weight, each against what it is to be seen against."""
    says, said = BodyWords(words), []
    if body.height is not None:
        said.append(says.height(body.height))
        said += [says.mention()] if body.height.worth_mentioning else []
    if body.weight is not None:
        said.append(says.weight(body.weight))
    return [line for sentence in said for line in paragraph(sentence, 2)]


def bone_page(state: BoneState, words: Words) -> list[str]:
    """Scans by site, tests, therapy, falls and fractures, height and weight; what there is none of is left out."""
    bones = BoneWords(words)
    lines: list[str] = []
    for series in state.series:
        lines += ["", capital(bones.place(series.site, series.side))]
        for result in series.results:
            lines += scan_lines(result, state.profile, words)
    if state.tests:
        lines += ["", words.say("page.lab_tests"), *(line for test in state.tests for line in test_lines(test, words))]
    if state.therapy:
        lines += ["", words.say("page.therapy"), *(f"  {bones.therapy(period)}" for period in state.therapy)]
    if state.events:
        lines += ["", words.say("page.bone_events"), *entry_lines(state.events, words, state.today)]
    if state.body.measures:
        lines += ["", words.say("body.heading"), *body_lines(state.body, words)]
    return lines[1:] or [words.say("page.no_measurements")]
