"""A file that she chose, looked into: what kind it is, what would come, and what is asked first."""

import json
import zipfile

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.diary.comparison import Counts
from bonecoach.exchange.bounded import to_be_read, watched
from tests.exchange.test_devices import GPX, HEALTH, SECONDS, TCX, WALK, WALKING, fit_file, weight
from tests.exchange.test_sheets import SERVINGS
from tests.makers import MONDAY, at

CURLING = WALK.replace("WorkoutActivityTypeWalking", "WorkoutActivityTypeQuidditch").replace("-16 17", "-15 12")
UNTIMED = WALK.replace('duration="32', 'duration="-32').replace("-16 17", "-14 12")


@pytest.fixture
def file(tmp_path):
    def make(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


@pytest.fixture
def look(diary, file):
    return lambda content, name: diary.arriving.look_into(file(content, name))


def test_tables_say_how_much_of_each_is_new_or_there(diary, tmp_path, look):
    diary.log_text("walk 30, calcium citrate 500, pain 4")
    diary.leaving.csv(tmp_path / "diary.zip")
    found = diary.arriving.look_into(tmp_path / "diary.zip")
    assert (found.kind, found.arrival.new) == ("csv", 0)
    assert found.arrival.tables == {name: Counts(0, 1, 0) for name in ("intakes", "sessions", "symptoms")}
    (pain,) = diary.entries(kinds=["symptom"])
    diary.edit(pain.id, "pain 6")
    changed = diary.arriving.look_into(tmp_path / "diary.zip").arrival.tables
    assert changed["symptoms"] == Counts(0, 0, 1)


def test_what_other_programs_wrote_is_counted_by_its_table_too(diary, look):
    found = look(SERVINGS, "servings.csv")
    assert found.kind == "cronometer-servings"
    assert set(found.arrival.tables) == {"intakes"}
    daily = look("Date,Energy (kcal),Calcium (mg)\n2026-11-16,1900,900\n2026-11-17,1800,800\n", "daily.csv")
    assert (daily.kind, daily.arrival.tables["intakes"]) == ("cronometer-daily", Counts(2, 0, 0))
    diary.arriving.keep(daily.arrival)
    again = look("Date,Energy (kcal),Calcium (mg)\n2026-11-16,1900,900\n2026-11-17,1,1\n2026-11-18,1,1\n", "d.csv")
    assert again.arrival.tables["intakes"] == Counts(1, 1, 1)


def test_a_clinics_file_about_nobody_in_particular_is_asked_about(diary, file):
    diary.log_text("pain 3")
    path = file(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": []}), "clinic.json")
    with pytest.raises(DiaryError, match="another_person"):
        diary.arriving.look_into(path)
    assert diary.arriving.look_into(path, sure=True).arrival.new == 0


@pytest.mark.parametrize(
    ("content", "name", "kind", "sport", "activity"),
    [
        (TCX, "x.tcx", "tcx", "biking", "cycle"),
        (GPX, "x.gpx", "gpx", "hiking", "hike"),
        (fit_file((SECONDS, 1_950_000, WALKING, 0)), "x.fit", "fit", "walking", "walk"),
    ],
)
def test_what_a_watch_recorded_waits_to_be_confirmed(diary, look, content, name, kind, sport, activity):
    found = look(content, name)
    (group,) = found.recorded.groups
    assert (found.kind, found.arrival, group.sport, group.activity) == (kind, None, sport, activity)
    assert group.minutes == group.bouts[0].session.minutes
    as_said = diary.arriving.confirmed(found.recorded, {0: "walk_brisk"})
    diary.arriving.keep(as_said)
    assert [session.activity for session in diary.day(MONDAY).sessions] == ["walk_brisk"]
    assert look(content, name).recorded.groups == ()
    assert diary.arriving.confirmed(look(content, name).recorded, {}).tables["sessions"] == Counts(0, 1, 0)


def test_what_nobody_knows_has_no_activity_until_she_says_so_and_the_rest_goes_on(diary, look):
    diary.log_text("walk 30 brisk", at=at(MONDAY, "17:20").instant)
    found = look(HEALTH.format(WALK + CURLING + UNTIMED + weight(64.5, "2026-11-16")), "export.xml").recorded
    (group,) = found.groups  # the walk is on record, and one of negative length is no bout
    assert (group.sport, group.activity) == ("quidditch", "")
    without = diary.arriving.confirmed(found, {})
    assert (without.new, without.same, len(without.rejected)) == (1, 1, 1)
    with_it = diary.arriving.confirmed(found, {0: "dance"})
    assert {name: counts.new for name, counts in with_it.tables.items()} == {"sessions": 1, "facts": 1}


def test_years_of_one_sport_are_confirmed_together(diary, look):
    walks = "".join(WALK.replace("2026-11-16", f"2026-10-{day:02}") for day in range(1, 21))
    found = look(HEALTH.format(walks + CURLING), "export.xml").recorded
    assert [(group.sport, len(group.bouts)) for group in found.groups] == [("walking", 20), ("quidditch", 1)]
    assert diary.arriving.confirmed(found, {0: "walk"}).new == 20


def test_it_is_told_how_far_a_file_is_read(diary, tmp_path, file):
    diary.log_text("walk 30, pain 4")
    diary.leaving.csv(tmp_path / "diary.zip")
    told = []
    with watched(told.append):
        diary.arriving.look_into(tmp_path / "diary.zip")
    assert told == sorted(told)
    assert told[-1] == to_be_read(tmp_path / "diary.zip")
    quiet = len(told)
    diary.arriving.look_into(tmp_path / "diary.zip")
    assert len(told) == quiet
    assert to_be_read(file(b"12345", "x.csv")) == 5
    assert to_be_read(tmp_path / "none") == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n\r\n", "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_table"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_a_table"),
        (b"%PDF-1.7\nwords alone", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet_file"),
        (b"\xff\xfea\x00,\x00b\x00\r\x00", "not_utf8"),
        ("Größe,Tag\n".encode("latin-1"), "not_utf8"),
        (b"PK\x03\x04 half of it", "damaged_file"),
        (b"hello", "no_tables_in_it"),
        (b"x" * 1_000_002, "long_line"),
        (b"first_day,first_day\n2026-11-16,2026-11-16\n", "columns_twice"),
    ],
)
def test_what_cannot_be_taken_in_is_told_apart(look, content, code):
    with pytest.raises(DiaryError) as refused:
        look(content, "photo.csv")
    assert refused.value.code == code


@pytest.mark.parametrize("member", ["xl/workbook.xml", "content.xml"])
def test_a_workbook_is_to_be_saved_as_a_table_first(diary, tmp_path, member):
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as package:
        package.writestr(member, "<x/>")
    with pytest.raises(DiaryError, match="spreadsheet_file"):
        diary.arriving.look_into(tmp_path / "book.xlsx")


def test_a_zip_of_something_else_holds_no_tables(diary, tmp_path):
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as package:
        package.writestr("beach.jpg", b"\xff\xd8")
    with pytest.raises(DiaryError, match="no_tables_in_it"):
        diary.arriving.look_into(tmp_path / "holiday.zip")


def test_a_table_of_her_own_waits_for_its_columns(diary, look):
    found = look("Day;Pain\n16.11.2026;4\n", "pain.csv")
    assert (found.kind, found.arrival) == ("table", None)
    assert found.sheet == (("Day", "Pain"), (("16.11.2026", "4"),))
    for content in (b"Day;Pain\n", b"just\nsome\nwords\n"):
        with pytest.raises(DiaryError, match="no_tables_in_it"):
            look(content, "words.txt")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"\x0e\x10 half a recording", "walk.FIT", "not_a_track"),
        ("<html/>", "walk.gpx", "not_a_track"),
        ("a,b\n1,2\n", "walk.tcx", "not_a_track"),
        ("<gpx><rte><rtept/></rte></gpx>", "route.gpx", "no_workout_in_it"),
    ],
)
def test_what_is_called_a_recording_and_holds_none_says_so(look, content, name, code):
    with pytest.raises(DiaryError) as refused:
        look(content, name)
    assert refused.value.code == code


def test_several_recordings_are_confirmed_together(diary, file):
    files = [file(GPX, "a.gpx"), file(GPX.replace("-16T", "-18T"), "b.gpx")]
    found = diary.arriving.look_into_several(files)
    assert (found.kind, [bout.file for group in found.recorded.groups for bout in group.bouts]) == (
        "tracks",
        ["a.gpx", "b.gpx"],
    )
    assert diary.arriving.confirmed(found.recorded, {0: "hike", 1: "walk"}).new == 2
    with pytest.raises(DiaryError, match="not_all_tracks"):
        diary.arriving.look_into_several([*files, file("a,b\n", "c.csv")])
