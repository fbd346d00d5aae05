"""What watches and telephones recorded: Apple Health, FIT, TCX and GPX; real ones, damaged ones and bombs."""

import struct
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.activities import Intensity
from bonecoach.core.errors import DiaryError
from bonecoach.core.profile import Fact
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.devices import apple, fit, tracks
from bonecoach.exchange.devices.apple import read_apple
from bonecoach.exchange.devices.fit import read_fit
from bonecoach.exchange.devices.tracks import read_track
from bonecoach.exchange.devices.workouts import Sessions, Workout
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.device_sports import device_sports, sport_words
from bonecoach.words import Words
from tests.makers import BERLIN

ACTIVITIES = ActivityTable()
SESSIONS = Sessions(ACTIVITIES, BERLIN, "export.xml")
START = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)

HEALTH = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Record type CDATA #REQUIRED unit CDATA #IMPLIED>
]>
<HealthData locale="de_DE">
 <Record type="HKQuantityTypeIdentifierStepCount" unit="count" value="12" startDate="2026-11-16 09:00:00 +0100"/>
 {}
</HealthData>
"""
WALK = (
    '<Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="32.4" durationUnit="min"'
    ' startDate="2026-11-16 17:00:00 +0100" endDate="2026-11-16 17:40:00 +0100"/>'
)


def weight(kg, at, unit="kg"):
    return (
        f'<Record type="HKQuantityTypeIdentifierBodyMass" unit="{unit}" value="{kg}" startDate="{at} 07:00:00 +0100"/>'
    )


@pytest.fixture
def health(tmp_path):
    """Reads an export with these elements."""

    def read(*elements, sessions=SESSIONS, packed=False):
        text = HEALTH.format("\n ".join(elements))
        path = tmp_path / ("export.zip" if packed else "export.xml")
        if packed:
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
                package.writestr("apple_health_export/export.xml", text)
                for n in range(1_200):  # a route for each walk
                    package.writestr(f"apple_health_export/workout-routes/route_{n}.gpx", "")
        else:
            path.write_text(text)
        return list(read_apple(path, sessions))

    return read


def test_workouts_and_weights_are_found_among_everything_else(health):
    for packed in (False, True):
        walk, kilograms = health(WALK, weight(64.5, "2026-11-16"), packed=packed)
        assert (walk.table, walk.line, walk.value.activity, walk.value.minutes) == ("workouts", 8, "walk", 32)
        assert (walk.value.moment.date, walk.value.moment.wall.hour) == (date(2026, 11, 16), 17)
        assert walk.value.intensity is Intensity.MODERATE
        assert kilograms.value == Fact("weight_kg", 64.5, date(2026, 11, 16))


def test_only_the_last_weight_of_a_month_is_kept(health):
    made = health(
        weight(66, "2026-11-20"),
        weight(65, "2026-11-02"),
        weight(150, "2026-10-03", "lb"),
        weight(10, "2026-09-03", "st"),
    )
    facts = [one.value for one in made if isinstance(one, Line)]
    # 150 lb × 0.45359237; 10 st are 140 lb
    assert [(fact.value, fact.since.month) for fact in facts] == [(66.0, 11), (68.04, 10), (63.5, 9)]
    assert [one for one in made if isinstance(one, Ignored)] == [Ignored("1 × weight", "one_weight_a_month", 1)]


def test_what_cannot_be_is_rejected_with_its_line(health):
    made = health(
        WALK.replace("Walking", "Quidditch"),
        WALK.replace("17:00:00 +0100", "then"),
        WALK.replace('duration="32.4"', 'duration="nan"'),
        WALK.replace('duration="32.4"', 'duration="0"'),
        WALK.replace('durationUnit="min"', 'durationUnit="fortnight"'),
        WALK.replace('duration="32.4" durationUnit="min"', 'duration="99" durationUnit="hr"'),
        weight(64.5, "2026-11-16", "stone"),
        weight(1000, "2026-11-16"),
        '<Workout workoutActivityType="HKWorkoutActivityTypeWalking"/>',
    )
    assert sorted((one.line, one.error.code) for one in made) == [
        (8, "unknown_sport"),
        (9, "resource_unreadable"),
        (10, "resource_unreadable"),
        (11, "impossible_minutes"),
        (12, "resource_unreadable"),
        (13, "impossible_minutes"),
        (14, "resource_unreadable"),
        (15, "out_of_range"),
        (16, "resource_unreadable"),
    ]


def test_how_long_it_took_is_without_pauses_where_that_is_said(health):
    (whole,) = health(WALK.replace('duration="32.4" durationUnit="min"', ""))
    (seconds,) = health(WALK.replace('duration="32.4" durationUnit="min"', 'duration="20" durationUnit="sec"'))
    assert (whole.value.minutes, seconds.value.minutes) == (40, 1)


def test_something_else_is_counted_and_what_it_was_can_be_said(health):
    assert health(WALK.replace("Walking", "Other")) == [Ignored("1 × Other")]
    said = Sessions(ACTIVITIES, BERLIN, "export.xml", "tai_chi")
    assert health(WALK.replace("Walking", "MindAndBody"), sessions=said)[0].value.activity == "tai_chi"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_apple_health"),
        ("no xml", "not_apple_health"),
        ("<gpx/>", "not_apple_health"),
        ("<HealthData><Record", "damaged_file"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><HealthData>&b;</HealthData>', "not_apple_health"),
        ('<HealthData><Record type="' + "A" * 3_000_000 + '"/></HealthData>', "damaged_file"),
        ("<HealthData>" + "<a>" * 101, "damaged_file"),
        ('<?xml version="1.0" encoding="U-F-8"?><HealthData/>', "not_apple_health"),
        ('<?xml version="1.0" encoding="gbk"?><HealthData/>', "not_apple_health"),
    ],
)
def test_other_and_damaged_files_are_refused(tmp_path, text, code):
    (tmp_path / "export.xml").write_text(text)
    with pytest.raises(DiaryError, match=code):
        list(read_apple(tmp_path / "export.xml", SESSIONS))


def test_a_package_without_an_export_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as package:
        package.writestr("other.xml", "")
    with pytest.raises(DiaryError, match="not_apple_health"):
        list(read_apple(tmp_path / "x.zip", SESSIONS))


def test_more_than_anyone_lives_is_not_read(health, monkeypatch):
    monkeypatch.setattr(apple, "MOST_WORKOUTS", 1)
    with pytest.raises(DiaryError, match="file_too_large"):
        health(WALK, WALK)
    monkeypatch.setattr(apple, "MOST_BYTES", 10)
    with pytest.raises(DiaryError, match="file_too_large"):
        health(WALK)


def test_more_workouts_than_anyone_lives_are_not_read(tmp_path, watch, monkeypatch):
    for reader in (tracks, fit):
        monkeypatch.setattr(reader, "MOST_WORKOUTS", 2)
    for text in ("<gpx>" + "<trk/>" * 3 + "</gpx>", "<gpx>" + "<Activity/>" * 3 + "</gpx>"):
        (tmp_path / "walk.gpx").write_text(text)
        with pytest.raises(DiaryError, match="file_too_large"):
            read_track(tmp_path / "walk.gpx")
    walk = (SECONDS, 1_950_000, WALKING, 0)
    assert len(watch(fit_file(walk, walk))) == 2
    with pytest.raises(DiaryError, match="file_too_large"):
        watch(fit_file(walk, walk, walk))


# Tracks

TCX = """<?xml version="1.0"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>
<Activity Sport="Biking"><Id>2026-11-16T16:00:00.000Z</Id>
<Lap StartTime="2026-11-16T16:00:00.000Z"><TotalTimeSeconds>1200.0</TotalTimeSeconds>
<Track><Trackpoint><Time>2026-11-16T16:00:00.000Z</Time></Trackpoint></Track></Lap>
<Lap StartTime="2026-11-16T16:25:00.000Z"><TotalTimeSeconds>600</TotalTimeSeconds></Lap></Activity>
</Activities></TrainingCenterDatabase>"""
GPX = """<?xml version="1.0"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><time>2026-11-01T00:00:00Z</time></metadata>
<trk><name>Evening</name><type>hiking</type><trkseg>
<trkpt lat="46" lon="14"><ele>100</ele><time>2026-11-16T16:10:00Z</time></trkpt>
<trkpt lat="46" lon="14"><time>2026-11-16T16:00:00Z</time></trkpt>
<trkpt lat="46" lon="14"><time>2026-11-16T17:15:00Z</time></trkpt></trkseg></trk></gpx>"""


@pytest.fixture
def track(tmp_path):
    def read(text):
        (tmp_path / "track").write_text(text)
        return read_track(tmp_path / "track")

    return read


def test_a_tcx_file_holds_its_laps_without_the_rests_between_them(track):
    (ride,) = track(TCX)
    assert (ride.sport, ride.start, ride.minutes) == ("Biking", datetime(2026, 11, 16, 16, 0, tzinfo=UTC), 30.0)
    assert SESSIONS.line_of(ride).value.activity == "cycle"


def test_a_gpx_file_lasts_from_its_first_to_its_last_point(track):
    (hike,) = track(GPX.replace("2026-11-16T16:10:00Z", "2026-11-16T16:10:00"))  # without an offset it is UTC
    assert (hike.sport, hike.start, hike.minutes) == ("hiking", datetime(2026, 11, 16, 16, 0, tzinfo=UTC), 75.0)
    session = SESSIONS.line_of(hike).value
    assert (session.activity, session.moment.wall.hour) == ("hike", 17)  # 16:00 UTC is 17:00 in Berlin
    assert track("<gpx><trk/><wpt><time>2026-11-16T16:10:00Z</time></wpt></gpx>") == []
    assert track("<gpx><trk><name>{}</name></trk></gpx>".format("long\n" * 100)) == []
    assert track('<TrainingCenterDatabase><Lap StartTime="2026-11-16T16:10:00Z"/></TrainingCenterDatabase>') == []
    assert track("<TrainingCenterDatabase><Activity><Lap/></Activity></TrainingCenterDatabase>") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "<html/>",
        "<gpx>",
        GPX.replace("2026-11-16T16:10:00Z", "yesterday"),
        TCX.replace("1200.0", "long"),
        '<!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>',
        "<gpx>" + "<trk>" * 101,
        '<gpx creator="' + "x" * 3_000_000 + '"/>',
        '<?xml version="1.0" encoding="U-F-8"?><gpx/>',
        '<?xml version="1.0" encoding="gbk"?><gpx/>',
    ],
)
def test_what_is_no_track_is_refused(track, text):
    with pytest.raises(DiaryError, match="not_a_track"):
        track(text)


def test_words_outside_of_everything_are_no_matter(track):
    assert track("<gpx><trk><type>running</type></trk>some more</gpx>") == []


TAGS = ["gpx", "trk", "trkpt", "time", "type", "TrainingCenterDatabase", "Activity", "Lap", "Trackpoint", "Time"]
TEXTS = st.sampled_from(["", "running", "2026-11-16T16:10:00Z", "12.5", "nan", "-1", "inf", "9" * 400, " x "])


def said(tag, text, before, parts, after):
    return f'<{tag} Sport="{text}" StartTime="{before}">{before}{"".join(parts)}{after}</{tag}>'


def element(inner):
    tags = st.sampled_from([*TAGS, "TotalTimeSeconds", "HealthData", "Workout", "Record"])
    return st.builds(said, tags, TEXTS, TEXTS, st.lists(inner, max_size=4), TEXTS)


@settings(max_examples=150)
@given(st.recursive(TEXTS, element, max_leaves=12))
def test_whatever_stands_in_a_track_it_is_read_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "fuzzed.xml"
    path.write_text(f"<gpx>{text}</gpx>")
    for read in (read_track, lambda path: list(read_apple(path, SESSIONS))):
        try:
            for one in read(path):
                assert not isinstance(one, Workout) or SESSIONS.line_of(one)
        except DiaryError as refusal:
            assert refusal.code in ("not_a_track", "not_apple_health", "damaged_file")  # noqa: PT017 - it may be read


def test_a_track_without_an_end_is_not_read(track, monkeypatch):
    monkeypatch.setattr(tracks, "MOST_BYTES", 10)
    with pytest.raises(DiaryError, match="file_too_large"):
        track(GPX)


# FIT, made by hand after the format's own description


def crc(data):
    """The checksum of the format."""
    table = (
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    )  # fmt: skip
    made = 0
    for byte in data:
        for half in (byte & 0xF, byte >> 4):
            made = (made >> 4) & 0x0FFF ^ table[made & 0xF] ^ table[half]
    return made


def fit_file(*sessions):
    """A FIT file of sessions: start in seconds since the end of 1989, milliseconds, sport, sub-sport."""
    # A definition of message 18 (session): fields 2 and 8 are uint32, 5 and 6 an enumeration.
    body = struct.pack("<BBBHB", 0x40, 0, 0, 18, 4) + bytes([2, 4, 0x86, 8, 4, 0x86, 5, 1, 0, 6, 1, 0])
    for start, milliseconds, sport, kind in sessions:
        body += struct.pack("<BIIBB", 0, start, milliseconds, sport, kind)
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    header += struct.pack("<H", crc(header))
    return header + body + struct.pack("<H", crc(header + body))


EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
SECONDS = int((START - EPOCH).total_seconds())
WALKING, RUNNING, TRAINING, TREADMILL, STRENGTH = 11, 1, 10, 1, 20
UNKNOWN_TIME = 0xFFFFFFFF


@pytest.fixture
def watch(tmp_path):
    def read(content):
        (tmp_path / "activity.fit").write_bytes(content)
        return read_fit(tmp_path / "activity.fit")

    return read


def test_a_watchs_own_file_holds_its_sessions(watch):
    walk, strength, mill = watch(
        fit_file(
            (SECONDS, 1_950_000, WALKING, 0),
            (SECONDS, 1_500_000, TRAINING, STRENGTH),
            (SECONDS, 600_000, RUNNING, TREADMILL),
        )
    )
    assert (walk.sport, walk.start, walk.minutes) == ("walking", START, 32.5)
    assert [SESSIONS.line_of(one).value.activity for one in (walk, strength, mill)] == ["walk", "strength", "run"]
    street = Workout("street", START, 30, 1, "running")
    assert SESSIONS.line_of(street).value.activity == "run"


def test_a_session_without_its_time_is_none(watch):
    assert watch(fit_file((SECONDS, UNKNOWN_TIME, WALKING, 0))) == []
    assert watch(fit_file((UNKNOWN_TIME, 60_000, WALKING, 0))) == []


@settings(max_examples=100)
@given(st.data())
def test_whatever_became_of_a_watchs_file_it_is_read_or_refused(tmp_path_factory, data):
    content = bytearray(fit_file((SECONDS, 1_950_000, WALKING, 0)))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "fuzzed.fit"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        assert all(isinstance(one, Workout) for one in read_fit(path))
    except DiaryError as refusal:
        assert refusal.code == "not_a_track"  # noqa: PT017 - it may also be read


def test_a_watchs_file_that_is_none_is_refused(watch, tmp_path, monkeypatch):
    for content in (b"", b"x" * 100, fit_file((SECONDS, 1, 1, 1))[:20]):
        with pytest.raises(DiaryError, match="not_a_track"):
            watch(content)
    monkeypatch.setattr(fit, "LARGEST", 1)
    with pytest.raises(DiaryError, match="file_too_large"):
        watch(b"xx")
    monkeypatch.setattr(fit, "LARGEST", 100)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(fit, "_reader", refuse)
    with pytest.raises(DiaryError, match="cannot_read"):
        watch(b"xx")


# What devices call it


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("TraditionalStrengthTraining", "traditional strength training"),
        ("traditional_strength_training", "traditional strength training"),
        ("E-Biking", "e biking"),
        ("Walking", "walking"),
    ],
)
def test_a_sport_is_one_however_it_is_written(name, words):
    assert sport_words(name) == words


def test_every_sport_is_an_activity_of_the_table():
    assert {ACTIVITIES.get(activity) is not None for activity in device_sports().values()} == {True}


@pytest.mark.parametrize(
    "sport",
    [
        "Walking",
        "Running",
        "Cycling",
        "Swimming",
        "Yoga",
        "Hiking",
        "TaiChi",
        "Pilates",
        "Elliptical",
        "Rowing",
        "Tennis",
        "Golf",
        "Badminton",
        "Pickleball",
        "Dance",
    ],
)
def test_the_usual_sports_are_known(sport):
    assert isinstance(SESSIONS.line_of(Workout(sport, START, 30, 1)), Line)


def test_a_workout_without_a_sport_is_rejected():
    made = SESSIONS.line_of(Workout("", START, 30, 1))
    assert isinstance(made, Rejected)
    assert made.error.code == "sport_not_said"
    early = Workout("Walking", datetime(1850, 1, 1, tzinfo=UTC) + timedelta(hours=1), 30, 1)
    assert SESSIONS.line_of(early).error.code == "impossible_date"


@pytest.mark.parametrize(
    ("at", "minutes", "code"),
    [
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), 30, "impossible_date"),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), 30, "impossible_date"),
        (datetime(1, 1, 1, tzinfo=UTC), 30, "impossible_date"),
        (START, float("inf"), "impossible_minutes"),
        (START, float("nan"), "impossible_minutes"),
        (START, 1e30, "impossible_minutes"),
    ],
)
def test_times_and_lengths_beyond_all_measure_are_rejected(at, minutes, code):
    made = SESSIONS.line_of(Workout("Walking", at, minutes, 1))
    assert (made.error.code, Words().error(made.error)[-1]) == (code, ".")


def test_a_watchs_file_with_a_wrong_checksum_is_damaged_and_refused_without_a_noise(watch, recwarn):
    whole = fit_file((SECONDS, 1_950_000, WALKING, 0))
    for at in (12, len(whole) - 1):  # the checksum of its head, and of all of it
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        with pytest.raises(DiaryError, match="not_a_track"):
            watch(bytes(damaged))
    assert not recwarn.list
