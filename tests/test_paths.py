"""Where things stand on each system."""

from pathlib import Path

import pytest

from bonecoach import paths


@pytest.fixture
def home(monkeypatch, tmp_path):
    for name in ("BONECOACH_DATA_DIR", "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", ".local/share/bonecoach"),
        ("darwin", "Library/Application Support/BoneCoach"),
        ("win32", "AppData/Roaming/BoneCoach"),
    ],
)
def test_the_diary_stands_where_the_system_keeps_such_files(home, monkeypatch, system, folder):
    monkeypatch.setattr("sys.platform", system)
    assert paths.default_data_dir() == home / folder


def test_a_named_place_comes_first(home, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/elsewhere")
    assert paths.default_data_dir() == Path("/elsewhere/bonecoach")
    monkeypatch.setenv("BONECOACH_DATA_DIR", "/named")
    assert paths.default_data_dir() == Path("/named")


def test_everything_of_hers_is_in_one_folder():
    data = Path("/data")
    assert paths.diary_file(data) == data / "diary.db"
    assert paths.backup_dir(data) == data / "backups"
    assert paths.log_dir(data) == data / "logs"


def test_resources_stand_beside_the_package_or_in_the_bundle(monkeypatch):
    assert (paths.resources() / "foods").is_dir()
    monkeypatch.setattr("sys._MEIPASS", "/bundle", raising=False)
    assert paths.resources() == Path("/bundle/resources")
