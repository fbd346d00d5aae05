"""Which zone the computer is in, and when that is looked up."""

from bonecoach import clock


def test_the_zone_is_remembered_until_it_is_looked_up_again(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    zone = clock.SystemZone()
    monkeypatch.setenv("TZ", "America/New_York")
    assert zone() == "Europe/Helsinki"
    assert zone.look_again() is True
    assert zone() == "America/New_York"
    assert zone.look_again() is False


def test_a_system_that_names_its_zone_otherwise_is_asked(monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr("pathlib.Path.is_symlink", lambda path: False)
    monkeypatch.setattr("pathlib.Path.is_file", lambda path: False)
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Asia/Kolkata")
    assert clock.system_zone() == "Asia/Kolkata"
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "no zone of this world")
    assert clock.system_zone() == "UTC"
