"""Recordings that other people's libraries test themselves with (tests/data/tracks/SOURCES.md): read as they came, and
damaged in every way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.devices.tracks import read_track
from bonecoach.exchange.devices.workouts import Workout
from bonecoach.exchange.kinds import kind_of

TRACKS = Path(__file__).parents[1] / "data" / "tracks"
FILES = sorted(path.name for path in TRACKS.iterdir() if path.suffix in (".gpx", ".tcx"))


def bouts(name):
    """What each is called, when it began, and its seconds."""
    return [(one.sport, f"{one.start:%Y-%m-%d %H:%M:%S}", round(one.minutes * 60)) for one in read_track(TRACKS / name)]


@pytest.mark.parametrize("name", FILES)
def test_each_is_known_by_how_it_begins(name, tmp_path):
    copy = tmp_path / "recording"
    copy.write_bytes((TRACKS / name).read_bytes())
    assert kind_of(copy) == name[-3:]


def test_a_run_is_as_long_as_its_lap_says():
    assert bouts("run.tcx") == [("Running", "2009-08-30 13:41:31", 2678)]  # its three points span 4 s


def test_of_eight_tracks_the_empty_one_is_none_and_each_other_a_bout_of_its_own():
    assert bouts("cerknicko-jezero.gpx") == [
        ("", "2010-08-05 14:23:59", 2469),  # to 15:05:08
        ("", "2010-08-05 15:11:36", 155),  # to 15:14:11
        ("", "2010-08-05 15:24:25", 21),  # to 15:24:46
        ("", "2010-08-05 15:38:49", 288),  # to 15:43:37
        ("", "2010-08-05 15:58:31", 201),  # to 16:01:52
        ("", "2010-08-05 16:04:51", 13),  # to 16:05:04
        ("", "2010-08-05 16:05:37", 1092),  # to 16:23:49
    ]


def test_an_empty_part_of_a_track_is_no_matter():
    assert bouts("track-with-empty-segment.gpx") == [("", "2013-07-06 17:26:26", 76)]  # to 17:27:42


def test_every_field_there_can_be_around_it_leaves_a_track_what_it_is():
    assert bouts("gpx1.0_with_all_fields.gpx") == [("", "2013-01-01 12:00:04", 0)]
    assert bouts("gpx1.1_with_all_fields.gpx") == [("t", "2013-01-01 12:00:04", 0)]


def test_a_part_of_a_second_and_an_offset_are_read():
    assert bouts("track-with-less-sec-time.gpx") == [("run", "2015-12-11 15:43:13", 1)]  # 0.994 s


@pytest.mark.parametrize("name", ["route.gpx", "unicode_with_bom.gpx"])
def test_a_route_or_a_place_without_a_time_is_no_bout(name):
    assert bouts(name) == []


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_whatever_became_of_a_real_recording_it_is_read_or_refused(tmp_path_factory, name, data):
    content = bytearray((TRACKS / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        assert all(isinstance(one, Workout) for one in read_track(path))
    except DiaryError as refusal:
        assert refusal.code == "not_a_track"  # noqa: PT017 - it may also be read
