"""What a killed program left half-written is swept away, and nothing else."""

import os

import pytest

from bonecoach.store import leftovers

HALF = (
    "backups/diary-2026-11-20.db.partial",  # as they were named once
    "backups/diary-2026-11-20.db.0a1b2c3d.partial",
    "backups/diary-2026-11-20.db.0a1b2c3d.partial-journal",
    "backups/before-migration-20261120T110000.db.0a1b2c3d.partial",
    "attachments/0123456789abcdef0123456789abcdef.pdf.0a1b2c3d.partial",
    ".restore-ab_c1234/diary.db",
)
HERS = (
    "backups/diary-2026-11-20.db",
    "backups/film.partial",
    "backups/diary-of-my-cat.db.partial",
    "attachments/0123456789abcdef0123456789abcdef.pdf",
    "diary.db",
)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "diary"


def lay(home, names, hours_ago, against):
    now = against.stat().st_mtime
    for name in names:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        for part in {path, home / name.partition("/")[0]}:
            os.utime(part, (now - hours_ago * 3600, now - hours_ago * 3600))


def swept(home, against):
    leftovers.sweep(home, [home / "backups", home / "attachments", home / "nowhere"], against)
    return {str(path.relative_to(home).as_posix()) for path in home.rglob("*") if path.is_file()}


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "just written"
    path.touch()
    return path


def test_what_was_left_hours_ago_goes_and_what_is_hers_stays(home, written):
    lay(home, HALF + HERS, 2, written)
    assert swept(home, written) == set(HERS)
    assert list(home.glob(".restore-*")) == []


def test_what_another_program_may_still_be_writing_stays(home, written):
    lay(home, HALF, 0.5, written)
    assert swept(home, written) == set(HALF)


def test_what_cannot_be_looked_at_is_left_for_another_day(home, written):
    lay(home, HALF, 2, written)
    written.unlink()
    leftovers.sweep(home, [home / "backups"], written)
    assert (home / HALF[0]).exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_is_followed(home, written):
    lay(home, HALF[:5], 2, written)
    (home / "backups").rename(home / "elsewhere")
    (home / "backups").symlink_to(home / "elsewhere")
    (home / ".restore-linked12").symlink_to(home / "elsewhere")
    os.utime(home / ".restore-linked12", (0, 0), follow_symlinks=False)
    swept(home, written)
    assert len(list((home / "elsewhere").iterdir())) == 4


def test_two_programs_never_write_the_same_half():
    target = leftovers.Path("diary-2026-11-20.db")
    assert leftovers.partial_of(target) != leftovers.partial_of(target)
