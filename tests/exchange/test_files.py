"""A file that leaves is whole or not there, and never takes the place of another unasked."""

import errno
import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.files import written


def test_a_file_takes_its_name_when_it_is_whole_and_is_hers_alone(tmp_path):
    out = tmp_path / "diary.zip"
    with written(out) as partial:
        partial.write_text("whole")
        assert not out.exists()
    assert out.read_text() == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["diary.zip"]
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_what_is_there_is_left_alone_unless_it_is_wished(tmp_path):
    out = tmp_path / "diary.zip"
    out.write_text("old")
    with pytest.raises(DiaryError, match="file_there"), written(out):
        pytest.fail("nothing is to be written")
    assert out.read_text() == "old"
    with written(out, over=True) as partial:
        partial.write_text("new")
    assert out.read_text() == "new"


def test_a_diary_or_a_backup_is_never_written_over(tmp_path):
    """A name typed in a hurry must not cost ten years."""
    diary = tmp_path / "diary.db"
    with closing(sqlite3.connect(diary)) as connection:
        connection.execute("create table kept (id)")
    before = diary.read_bytes()
    with pytest.raises(DiaryError, match="diary_there"), written(diary, over=True) as path:
        path.write_bytes(b"page")
    assert diary.read_bytes() == before
    assert list(tmp_path.iterdir()) == [diary]


def test_what_is_no_file_is_not_turned_into_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(DiaryError, match="no_file_there"), written(pipe, over=True):
        pass
    assert pipe.is_fifo()


def test_a_file_that_came_meanwhile_is_left_alone_too(tmp_path):
    out = tmp_path / "diary.zip"
    with pytest.raises(DiaryError, match="file_there"), written(out):
        out.write_text("another program's")
    assert out.read_text() == "another program's"
    assert len(list(tmp_path.iterdir())) == 1


def test_stopped_in_the_middle_leaves_nothing(tmp_path):
    out = tmp_path / "diary.zip"
    out.write_text("old")

    def stopped():
        with written(out, over=True) as partial:
            partial.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "no_room_there"), (errno.EROFS, "cannot_write_there"), (None, "cannot_write_there")],
)
def test_what_the_system_refuses_is_said_and_leaves_nothing(tmp_path, number, code):
    with pytest.raises(DiaryError) as refusal, written(tmp_path / "diary.zip"):
        raise OSError(number, "refused") if number else OSError()
    assert refusal.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_places_where_no_file_can_be(tmp_path):
    (tmp_path / "folder").mkdir()
    for out, code in (
        (tmp_path / "folder", "folder_there"),
        (tmp_path / "none" / "diary.zip", "no_such_folder"),
    ):
        with pytest.raises(DiaryError, match=code), written(out):
            pytest.fail("nothing is to be written")
