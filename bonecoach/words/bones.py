"""Scans, laboratory tests and what changed between them, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.movement import TARGET_MINUTES
from bonecoach.words.person import PersonWords
from bonecoach.words.speech import capital

if TYPE_CHECKING:
    from bonecoach.core.bone_change import Change
    from bonecoach.core.measurements import LabTest, Scan, Side, Site
    from bonecoach.core.months import MonthMoved, MonthTaken
    from bonecoach.core.therapy import Period
    from bonecoach.core.timeline import Course

_BMD_DIGITS = 3
_SMALL_RESULT = 10


class BoneWords:
    """Measurements in words. A class beside `Words`, so that whoever measured nothing never reads it in.

    It never names a diagnosis: a band is what a T-score is called, and a change is held against what the scanner can
    tell apart.
    """

    def __init__(self, words: PersonWords) -> None:
        self._words = words

    def place(self, site: Site, side: Side | None = None) -> str:
        """ "lumbar spine", "total hip, left"."""
        named = self._words.say(f"site.{site.value}")
        return named if side is None else self._words.say("bone.sided", site=named, side=side)

    def short_place(self, site: Site, side: Side | None = None) -> str:
        """ "Spine", "Hip, left", for a label on a curve."""
        named = self._words.say(f"site_short.{site.value}")
        return named if side is None else self._words.say("bone.sided", site=named, side=side)

    def scan(self, scan: Scan) -> str:
        """ "0.912 g/cm², T-score −1.8, Z-score −0.4"."""
        said = []
        if scan.bmd is not None:
            said.append(self._words.say("bone.bmd", bmd=self._words.fixed(scan.bmd, _BMD_DIGITS)))
        if scan.t_score is not None:
            said.append(self._words.say("bone.t", score=self._words.fixed(scan.t_score, 1)))
        if scan.z_score is not None:
            said.append(self._words.say("bone.z", score=self._words.fixed(scan.z_score, 1)))
        return ", ".join(said)

    def band(self, band: str) -> str:
        """What a score is called: "low bone mass range"; "below the expected range for age"."""
        return self._words.say(f"bone.band.{band}")

    def change(self, change: Change) -> str:
        """How a density stands to the one before, and to the first where small steps add up; "" for a first one."""
        if change.since is None:
            return ""
        since = self._words.short_date(change.since)
        if change.meaning == "not_comparable":
            return self._words.say("bone.change.not_comparable", since=since)
        assert change.percent is not None
        facts = {"percent": self._percent(abs(change.percent)), "since": since}
        way = "lower" if change.percent < 0 else "higher"
        moved = self._words.say(f"bone.change.{way}", **facts)
        if change.percent_per_year is not None and change.meaning in ("loss", "gain"):
            moved = self._words.say(
                "bone.change.a_year", moved=moved, yearly=self._percent(abs(change.percent_per_year))
            )
        if change.meaning is None:
            said = self._words.say("bone.change.unknown", moved=moved)
        else:
            key = "small" if change.meaning == "no_measurable_change" else "real"
            assert change.lsc_percent is not None
            said = self._words.say(f"bone.change.{key}", moved=moved, least=self._percent(change.lsc_percent))
        more, crept = [], change.crept
        if crept is not None:
            way = "lower" if crept.percent < 0 else "higher"
            assert crept.lsc_percent is not None
            facts = {"percent": self._percent(abs(crept.percent)), "since": self._words.short_date(crept.since)}
            more.append(self._words.say(f"bone.change.in_all_{way}", **facts, least=self._percent(crept.lsc_percent)))
        if change.lsc_default:
            more.append(self._words.say("bone.change.default"))
        if change.scanner_unknown or (crept is not None and crept.scanner_unknown):
            more.append(self._words.say("bone.change.scanner_unknown"))
        return " ".join([capital(said), *more])

    def therapy(self, period: Period) -> str:
        """ "letrozole, September 2025 to 3 Mar 2026", "exemestane since 3 Mar 2026"."""
        name, days = self.medicine(period), {}
        if period.start is not None:
            days["start"] = self._words.began(period.start)
        if period.end is not None:
            days["end"] = self._words.short_date(period.end)
        return self._words.say(f"bone.therapy.{'_'.join(days) or 'unsaid'}", medicine=name, **days)

    def medicine(self, period: Period) -> str:
        """The name of an aromatase inhibitor: "letrozole"."""
        return self._words.say(f"choice.{period.medicine}")

    def course(self, course: Course) -> str:
        """ "Denosumab since 12 Jun 2025", "Alendronate, 3 Mar 2023 to 1 Jun 2025"."""
        days = {"start": self._words.short_date(course.start)}
        if course.end is None:
            return self._words.say("bone.course.open", name=course.name, **days)
        return self._words.say("bone.course.ended", name=course.name, end=self._words.short_date(course.end), **days)

    def given(self, name: str, day: date) -> str:
        """ "12 Jun 2026: Denosumab given"."""
        return self._words.say("bone.given", name=name, day=self._words.short_date(day))

    def month(self, first: date) -> str:
        """ "Oct 2026"."""
        return f"{self._words.say(f'month_short.{first.month}')} {first.year}"

    def moved(self, month: MonthMoved) -> str:
        """ "118 minutes a week of 150, over 4 weeks; 150 reached in 2. 1 rest week."."""
        left_out = [
            self._words.say(f"bone.moved.{key}", count=count)
            for key, count in (("rest", month.rest_weeks), ("not_recorded", month.not_recorded))
            if count
        ]
        if month.minutes is None:
            return self._words.listed(left_out)
        facts = {"minutes": round(month.minutes), "target": TARGET_MINUTES, "weeks": month.weeks}
        said = self._words.say("bone.moved.mean", **facts, reached=month.reached)
        return said if not left_out else self._words.say("bone.moved.besides", said=said, more=", ".join(left_out))

    def taken(self, month: MonthTaken) -> str:
        """ "taken on 27 of 30 days, not taken on 1, 2 days not recorded"."""
        if not month.taken and not month.not_taken:
            return self._words.say("bone.taken.nothing", days=month.days)
        said = [self._words.say("bone.taken.days", taken=month.taken, days=month.days)]
        if month.not_taken:
            said.append(self._words.say("bone.taken.not_taken", count=month.not_taken))
        if month.not_recorded:
            said.append(self._words.say("bone.taken.not_recorded", count=month.not_recorded))
        return ", ".join(said)

    def band_name(self, band: str) -> str:
        """What stands on a band of T-scores: "low bone mass"."""
        return self._words.say(f"bone.band_name.{band}")

    def test_name(self, name: str) -> str:
        """ "25-OH vitamin D"; a test that is not known by what she called it."""
        key = f"lab.{name}"
        return self._words.say(key) if key in self._words.catalogue else name

    def lab_test(self, test: LabTest) -> str:
        """ "71 nmol/L, within the laboratory's range of 50 to 125"."""
        said, place = self.result(test), test.against_range
        return said if place is None else self._words.say(f"bone.range.{place}", said=said, bounds=self.bounds(test))

    def result(self, test: LabTest) -> str:
        """ "28 ng/mL (69.9 nmol/L)": as it was printed, and in the unit its test is shown in where that is another."""
        said = self.figure(test.value, test.unit)
        shown, unit = test.comparable
        if unit == test.unit:
            return said
        return self._words.say("bone.converted", said=said, value=self._result(shown), unit=unit)

    def same_as(self, test: LabTest) -> str:
        """ "31 nmol/L is the same as 12.4 ng/mL."; "" where a test has no other unit that its readers know."""
        other = test.in_other_unit
        if other is None:
            return ""
        return self._words.say("bone.same_as", said=self.figure(test.value, test.unit), other=self.figure(*other))

    def figure(self, value: float, unit: str) -> str:
        """ "28 ng/mL"."""
        return self._words.say("bone.result", value=self._result(value), unit=unit.replace("ug", "\u03bcg"))

    def bounds(self, test: LabTest) -> str:
        """The laboratory's own range: "50 to 125", "up to 0.79"; "" where none was entered."""
        if test.range_low is None and test.range_high is None:
            return ""
        return self._range(test.range_low, test.range_high)

    def _range(self, low: float | None, high: float | None) -> str:
        if low is None:
            return self._words.say("bone.up_to", high=self._result(high or 0.0))
        if high is None:
            return self._words.say("bone.at_least", low=self._result(low))
        return self._words.say("bone.bounds", low=self._result(low), high=self._result(high))

    def _result(self, value: float) -> str:
        return self._words.number(value, 3 if value < 1 else 2 if value < _SMALL_RESULT else 1)

    def _percent(self, percent: float) -> str:
        return self._words.say("bone.percent", percent=self._words.fixed(percent, 1))
