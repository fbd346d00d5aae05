"""What watches, food diaries and spreadsheets bring: never what is on record already."""

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.exchange.sheets.matching import Matching
from tests.exchange.test_devices import GPX, HEALTH, SECONDS, TCX, WALK, WALKING, fit_file, weight
from tests.exchange.test_sheets import SERVINGS
from tests.makers import MONDAY, at, food


@pytest.fixture
def file(tmp_path):
    def make(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def test_a_walk_that_was_logged_by_hand_is_not_counted_twice(diary, file):
    diary.log_text("walk 30 brisk", at=at(MONDAY, "17:20").instant)
    late = WALK.replace("2026-11-16 17:00", "2026-11-16 18:30").replace("17:40", "19:10")
    export = file(HEALTH.format(WALK + late + late.replace("32.4", "30") + weight(64.5, "2026-11-16")), "export.xml")
    arrival = diary.arriving.apple(export)
    # The first overlaps her own; of the two of one hour, which two programs wrote, one is kept.
    assert (arrival.new, arrival.same) == (2, 2)
    diary.arriving.keep(arrival)
    assert [session.minutes for session in diary.day(MONDAY).sessions] == [30, 32]
    assert diary.person.profile(MONDAY).weight_kg == 64.5
    again = diary.arriving.apple(export)
    assert (again.new, again.same) == (0, 4)
    diary.undo()
    assert len(diary.day(MONDAY).sessions) == 1


def test_a_walk_over_midnight_overlaps_one_of_the_day_after(diary, file):
    diary.log_text("walk 30 brisk", at=at(MONDAY, "00:10").instant)
    text = WALK.replace("2026-11-16 17:00", "2026-11-15 23:55")
    assert diary.arriving.apple(file(HEALTH.format(text), "export.xml")).same == 1


@pytest.mark.parametrize(
    ("kind", "content", "activity"),
    [("tcx", TCX, "cycle"), ("gpx", GPX, "hike"), ("fit", fit_file((SECONDS, 1_950_000, WALKING, 0)), "walk")],
)
def test_what_a_watch_recorded_is_a_session(diary, file, kind, content, activity):
    path = file(content, f"x.{kind}")
    diary.arriving.keep(diary.arriving.track(path, kind))
    assert [session.activity for session in diary.day(MONDAY).sessions] == [activity]
    assert diary.arriving.track(path, kind).new == 0


def test_what_it_was_can_be_said(diary, file):
    path = file(GPX, "x.gpx")
    diary.arriving.keep(diary.arriving.track(path, "gpx", "walk_brisk"))
    assert diary.day(MONDAY).sessions[0].activity == "walk_brisk"
    with pytest.raises(InvalidEntry, match="unknown_activity"):
        diary.arriving.track(path, "gpx", "quidditch")


def test_a_food_diary_is_taken_in_once(diary, file):
    path = file(SERVINGS, "servings.csv")
    diary.arriving.keep(diary.arriving.cronometer(path, daily=False))
    assert diary.day(MONDAY).nutrients[Nutrient.CALCIUM].amount == 187_000_000
    assert diary.arriving.cronometer(path, daily=False).same == 2


def test_the_totals_of_days_fill_only_days_that_have_none(diary, file):
    diary.log([food(MONDAY, calcium_mg=5)])
    path = file("Date,Energy (kcal),Calcium (mg)\n2026-11-16,1,900\n2026-11-17,1,800\n", "daily.csv")
    arrival = diary.arriving.cronometer(path, daily=True)
    assert (arrival.new, arrival.differs) == (1, 1)
    diary.arriving.keep(arrival)
    assert diary.day(MONDAY).nutrients[Nutrient.CALCIUM].amount == 5_000_000
    assert diary.arriving.cronometer(path, daily=True).same == 1


def test_a_spreadsheet_is_taken_in_by_its_columns(diary, file):
    path = file("d,p\n2026-11-16,4\n", "pain.csv")
    matching = Matching("symptoms", {"date": "d", "score": "p"}, {"symptom": "joint_pain"})
    diary.arriving.keep(diary.arriving.matched(path, matching))
    assert diary.week(MONDAY).pain_worst == 4
    assert diary.arriving.matched(path, matching).same == 1
