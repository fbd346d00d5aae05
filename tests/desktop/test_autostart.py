"""Starting with the login: what stands in the system's own place is what counts."""

from __future__ import annotations

import os
import plistlib
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.errors import BoneCoachError
from bonecoach.desktop import autostart
from bonecoach.desktop.autostart.desktop_entry import DesktopEntry, exec_line, values
from bonecoach.desktop.autostart.launch_agent import LaunchAgent
from bonecoach.desktop.autostart.run_key import APPROVED, NAME, RUN, RunKey
from bonecoach.paths import default_data_dir

COMMAND = ["/opt/bone coach/bonecoach", "--background"]


@pytest.fixture
def config(tmp_path, monkeypatch):
    """A person on Linux who named no folder for her diary, with a configuration folder of the test's own."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("BONECOACH_DATA_DIR")
    return tmp_path / "config"


@pytest.fixture
def entry(config):
    return config / "autostart" / "bonecoach.desktop"


def said_by(entry):
    return dict(values(entry.read_text(encoding="utf-8")))


# -- Linux ---------------------------------------------------------------------------------------------------------


def test_on_and_off(entry):
    assert not autostart.is_on()
    autostart.turn_on(None)
    assert autostart.is_on()
    assert [file.name for file in entry.parent.iterdir()] == ["bonecoach.desktop"]
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()
    assert not entry.exists()


def test_the_entry_starts_this_program_unseen(entry):
    autostart.turn_on(None)
    said = said_by(entry)
    assert said["Type"] == "Application"
    program, *words = shlex.split(said["Exec"])
    assert Path(program).is_absolute()
    assert Path(program).exists()
    assert words in (["--background"], ["-m", "bonecoach", "--background"])


def test_another_folder_for_the_diary_is_named(entry, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    autostart.turn_on(Path("my diary"))
    assert shlex.split(said_by(entry)["Exec"])[-2:] == ["--data-dir", f"{tmp_path}/my diary"]

    autostart.turn_on(default_data_dir())
    assert "--data-dir" not in said_by(entry)["Exec"]

    monkeypatch.setenv("BONECOACH_DATA_DIR", str(tmp_path / "named"))  # which nobody says at the next login
    autostart.turn_on(None)
    assert shlex.split(said_by(entry)["Exec"])[-2:] == ["--data-dir", f"{tmp_path}/named"]


@pytest.mark.parametrize(
    ("changed", "on"),
    [
        (("Terminal=false", "Hidden=true"), False),
        (("Terminal=false", "Hidden=false"), True),
        (("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled = false"), False),
        (("X-GNOME-Autostart-enabled=true", ""), True),
        (("Terminal=false", "[Desktop Action x]\nHidden=true"), True),
        (("Terminal=false", "# Hidden=true"), True),
        (("Exec=", "Was="), False),
        (("[Desktop Entry]", ""), False),
    ],
)
def test_what_she_changed_in_the_settings_of_her_desktop_counts(entry, changed, on):
    autostart.turn_on(None)
    entry.write_text(entry.read_text(encoding="utf-8").replace(*changed), encoding="utf-8")
    assert autostart.is_on() is on
    autostart.turn_on(None)
    assert autostart.is_on()


def test_an_entry_that_is_no_text_is_off_and_can_be_written_anew(entry):
    entry.parent.mkdir(parents=True)
    entry.write_bytes(b"\xff\xfe\x00")
    assert not autostart.is_on()
    autostart.turn_on(None)
    assert autostart.is_on()


def test_a_folder_in_the_way_is_said_plainly_and_leaves_nothing_behind(entry):
    entry.mkdir(parents=True)
    for ask in (autostart.is_on, lambda: autostart.turn_on(None), autostart.turn_off):
        with pytest.raises(BoneCoachError) as refused:
            ask()
        assert refused.value.code == "autostart_refused"
    assert list(entry.parent.iterdir()) == [entry]


def test_a_path_that_is_no_text_is_refused(entry):
    with pytest.raises(BoneCoachError, match="autostart_refused"):
        autostart.turn_on(Path("/diary\udcff"))
    assert not entry.exists()


@pytest.mark.parametrize("named", [None, "", "relative/folder"])
def test_without_a_configuration_folder_it_is_the_one_in_her_home(monkeypatch, tmp_path, named):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if named is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
    assert DesktopEntry().path == tmp_path / ".config" / "autostart" / "bonecoach.desktop"


def read_as_the_specification_says(line):
    """The words of an Exec line: the escapes of a value first, then the quotes, then the field codes."""
    line = re.sub(r"\\([snrt\\])", lambda m: {"s": " ", "n": "\n", "r": "\r", "t": "\t", "\\": "\\"}[m[1]], line)
    words = re.findall(r'"((?:[^"\\`$]|\\.)*)"|([^ "]+)', line, re.S)
    unquoted = [plain or re.sub(r"\\(.)", r"\1", quoted, flags=re.S) for quoted, plain in words]
    assert not [word for word in unquoted if re.search("%(?!%)", word.replace("%%", ""))]
    return [word.replace("%%", "%") for word in unquoted]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/bonecoach", "/usr/bin/bonecoach"),
        ("my diary", '"my diary"'),
        ('a"b', r'"a\\"b"'),
        ("a$b`c", r'"a\\$b\\`c"'),
        ("a\\b", r'"a\\\\b"'),
        ("100%", "100%%"),
        ("Überblick", "Überblick"),
        ("", '""'),
    ],
)
def test_words_are_quoted_as_the_specification_says(word, written):
    assert exec_line([word]) == written


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")), min_size=1))
def test_every_path_comes_back_as_it_was(command):
    line = exec_line(command)
    assert not set(line) & set("\n\r\t")
    assert read_as_the_specification_says(line) == command


# -- which program -------------------------------------------------------------------------------------------------


def test_the_program_is_the_bundle_the_launcher_or_python(monkeypatch, tmp_path):
    python = tmp_path / "python"
    monkeypatch.setattr(sys, "executable", str(python))
    assert autostart.program() == [str(python), "-m", "bonecoach"]

    (tmp_path / "bonecoach").touch()
    assert autostart.program() == [str(tmp_path / "bonecoach")]

    (tmp_path / "pythonw.exe").touch()
    assert autostart.program() == [str(tmp_path / "pythonw.exe"), "-m", "bonecoach"]

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.program() == [str(python)]


# -- macOS ---------------------------------------------------------------------------------------------------------


def test_the_launch_agent(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not autostart.is_on()
    autostart.turn_on(tmp_path / "my diary")
    assert autostart.is_on()
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    said = plistlib.loads(file.read_bytes())
    assert said["Label"] == file.stem
    assert said["ProgramArguments"][-3:] == ["--background", "--data-dir", f"{tmp_path}/my diary"]
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()


@pytest.mark.parametrize(
    "written", [b"", b"<plist><dict>", b"bplist00\0", plistlib.dumps({"RunAtLoad": True, "Disabled": True})]
)
def test_an_agent_that_launchd_would_not_start_is_off(tmp_path, written):
    agent = LaunchAgent(tmp_path / "agent.plist")
    agent.path.write_bytes(written)
    assert not agent.holds()
    agent.write(COMMAND)
    assert agent.holds()


def test_an_agent_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    agent = LaunchAgent(tmp_path / "agent.plist")
    agent.path.mkdir()
    for ask in (agent.holds, lambda: agent.write(COMMAND), agent.clear):
        with pytest.raises(OSError, match=r"."):
            ask()
    assert list(tmp_path.iterdir()) == [agent.path]


# -- Windows -------------------------------------------------------------------------------------------------------


class Registry(SimpleNamespace):
    """As much of winreg as is asked for, in memory."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", 2, 1

    def __init__(self):
        super().__init__(keys={RUN: {}})

    class Key:
        def __init__(self, values):
            self.values = values

        def __enter__(self):
            return self.values

        def __exit__(self, *_):
            pass

    def OpenKey(self, _, path, *__):
        if path not in self.keys:
            raise FileNotFoundError
        return self.Key(self.keys[path])

    def CreateKeyEx(self, _, path, *__):
        return self.Key(self.keys.setdefault(path, {}))

    def QueryValueEx(self, key, name):
        if name not in key:
            raise FileNotFoundError
        return key[name], self.REG_SZ

    def SetValueEx(self, key, name, _, __, value):
        key[name] = value

    def DeleteValue(self, key, name):
        if name not in key:
            raise FileNotFoundError
        del key[name]


@pytest.fixture
def registry(monkeypatch):
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    return registry


def test_the_run_key(registry, monkeypatch):
    assert not autostart.is_on()
    autostart.turn_on(Path("/my diary"))
    assert autostart.is_on()
    assert registry.keys[RUN][NAME].endswith(f'--background --data-dir "{os.path.abspath("/my diary")}"')  # noqa: PTH100
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()


def test_what_she_switched_off_in_the_task_manager_is_off_until_she_asks_for_it_here(registry):
    key = RunKey()
    key.write(COMMAND)
    registry.keys[APPROVED] = {NAME: bytes([3]) + bytes(11)}
    assert not key.holds()
    registry.keys[APPROVED] = {NAME: bytes([2]) + bytes(11)}
    assert key.holds()
    registry.keys[APPROVED] = {NAME: bytes([3]) + bytes(11)}
    key.write(COMMAND)
    assert key.holds()


# -- all of it -----------------------------------------------------------------------------------------------------


def test_what_is_written_starts_the_program(entry, tmp_path):
    """As a desktop would start it, but with one word more, so that the command line answers instead of a window."""
    autostart.turn_on(tmp_path / "my diary")
    words = shlex.split(said_by(entry)["Exec"])
    words = [word for word in words if word != "--background"][:-2]
    done = subprocess.run([*words, "--version"], capture_output=True, text=True, check=False, cwd="/")
    assert "BoneCoach" in done.stdout, done.stderr
