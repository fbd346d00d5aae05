"""Reports that are kept with scans and tests: copied in, opened, taken off, and not lost with a computer."""

import errno
import os
import stat
from datetime import date

import pytest

from bonecoach.core.attachments import LARGEST_BYTES
from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.diary.restoring import restore_diary
from bonecoach.store import attached

PDF = b"%PDF-1.7 what the scanner said"
DAY = date(2026, 3, 9)


@pytest.fixture
def scan(diary):
    return diary.bones.add_scan(Scan(date=DAY, site=Site.LUMBAR_SPINE, bmd=0.9)).changes[0].row_id


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "Befund 2026.pdf"
    path.write_bytes(PDF)
    return path


@pytest.fixture
def reports(diary):
    return diary.bones.attachments


def copies(diary):
    folder = diary.bones.attachments.folder
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_report_is_copied_whole_under_a_name_of_our_own(diary, reports, scan, report):
    step = reports.attach(scan[:8], report)
    (one,) = reports.all()[scan]
    assert (step.name, step.label) == ("attach", "Befund 2026.pdf")
    assert (one.name, one.size, one.added) == ("Befund 2026.pdf", len(PDF), date(2026, 11, 23))
    report.unlink()  # the copy is hers, whatever becomes of what it was made of
    path = reports.path(one.id)
    assert path.read_bytes() == PDF
    assert (path.parent.name, path.name) == ("attachments", f"{one.id}.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert diary.bones.state().attachments == reports.all()


def test_a_test_has_its_reports_too_and_one_may_have_several(diary, reports, report, tmp_path):
    step = diary.bones.add_lab_test(LabTest(date=DAY, name="ctx", value=0.3, unit="ng/mL"))
    photo = tmp_path / "IMG 1.HEIC"
    photo.write_bytes(b"\x00\x00\x00\x18ftypheic")
    test = step.changes[0].row_id
    for path in (report, photo):
        reports.attach(test, path)
    assert [(one.name, one.file.partition(".")[2]) for one in reports.all()[test]] == [
        ("Befund 2026.pdf", "pdf"),
        ("IMG 1.HEIC", "heic"),
    ]


def test_taking_off_and_undo(diary, reports, scan, report):
    reports.attach(scan, report)
    (one,) = reports.all()[scan]
    reports.take_off(one.id)
    assert reports.all() == {}
    with pytest.raises(DiaryError, match="no_such_attachment"):
        reports.path(one.id)
    diary.undo()
    assert reports.path(one.id).read_bytes() == PDF
    diary.undo()
    assert reports.all() == {}
    diary.redo()
    assert reports.path(one.id).read_bytes() == PDF


def test_a_report_goes_and_comes_back_with_its_scan(diary, reports, scan, report):
    reports.attach(scan, report)
    diary.bones.delete(scan)
    assert reports.all() == {}
    diary.undo()
    assert len(reports.all()[scan]) == 1


def test_the_copy_goes_with_the_bin_and_no_other_does(diary, reports, scan, report, tmp_path):
    reports.attach(scan, report)
    (gone,) = copies(diary)
    other = tmp_path / "other.png"
    other.write_bytes(b"\x89PNG\r\n\x1a\n")
    reports.attach(scan, other)
    reports.take_off(gone.stem)
    assert gone in copies(diary)
    assert diary.empty_bin() == 1
    assert [path.suffix for path in copies(diary)] == [".png"]
    reports.take_off(reports.all()[scan][0].id)
    copies(diary)[0].unlink()  # somebody tidied up in the folder
    assert diary.empty_bin() == 1


def refused(code, act, *arguments):
    with pytest.raises(DiaryError) as error:
        act(*arguments)
    assert error.value.code == code
    return error.value


@pytest.mark.parametrize(
    ("holds", "code"),
    [(b"", "attachment_empty"), (b"MZ a program", "attachment_unknown"), (b"hello", "attachment_unknown")],
)
def test_what_is_no_report_is_refused_and_nothing_is_kept(diary, reports, scan, tmp_path, holds, code):
    path = tmp_path / "report.pdf"
    path.write_bytes(holds)
    refused(code, reports.attach, scan, path)
    assert copies(diary) == []


def test_folders_links_pipes_and_nothing_are_refused(diary, reports, scan, report, tmp_path):
    link, pipe = tmp_path / "link.pdf", tmp_path / "pipe.pdf"
    link.symlink_to(report)
    os.mkfifo(pipe)
    for path in (tmp_path, link, pipe, tmp_path / "a\0b.pdf"):
        refused("attachment_no_file", reports.attach, scan, path)
    refused("no_such_file", reports.attach, scan, tmp_path / "none.pdf")
    refused("attachment_no_file", reports.attach, scan, report / "x")
    assert copies(diary) == []


def test_a_film_is_too_large_and_leaves_nothing(diary, reports, scan, report, monkeypatch):
    monkeypatch.setattr(attached, "LARGEST_BYTES", len(PDF))
    reports.attach(scan, report)
    report.write_bytes(PDF + b".")
    refused("attachment_too_large", reports.attach, scan, report)
    assert len(copies(diary)) == 1


def test_the_same_report_is_kept_once_with_a_scan(diary, reports, scan, report, tmp_path):
    reports.attach(scan, report)
    again = tmp_path / "copy of it.pdf"
    again.write_bytes(PDF)
    assert refused("attached_already", reports.attach, scan, again).facts["name"] == "Befund 2026.pdf"
    assert len(copies(diary)) == 1
    other = diary.bones.add_scan(Scan(date=DAY, site=Site.FOREARM, bmd=0.5)).changes[0].row_id
    reports.attach(other, again)
    assert len(copies(diary)) == 2


def room(diary):
    """How many files there really are."""
    return len({path.stat().st_ino for path in copies(diary)})


@pytest.fixture
def other(diary):
    return diary.bones.add_scan(Scan(date=DAY, site=Site.FOREARM, bmd=0.5)).changes[0].row_id


def test_one_report_of_two_sites_takes_its_room_once_and_each_goes_alone(diary, reports, scan, other, report):
    reports.attach(scan, report)
    reports.attach(other, report)
    assert (len(copies(diary)), room(diary)) == (2, 1)
    assert {path.stat().st_mode & 0o777 for path in copies(diary)} == {0o600}
    reports.take_off(reports.all()[scan][0].id)
    diary.empty_bin()
    (left,) = reports.all()[other]
    assert reports.path(left.id).read_bytes() == PDF
    assert len(copies(diary)) == 1


def test_one_that_was_taken_off_and_is_attached_again_takes_no_more_room(diary, reports, scan, report):
    reports.attach(scan, report)
    reports.take_off(reports.all()[scan][0].id)
    reports.attach(scan, report)
    assert (len(copies(diary)), room(diary)) == (2, 1)
    diary.empty_bin()
    assert reports.path(reports.all()[scan][0].id).read_bytes() == PDF


def test_a_copy_that_somebody_changed_or_took_away_is_not_shared(diary, reports, scan, other, report):
    reports.attach(scan, report)
    (spoilt,) = copies(diary)
    spoilt.write_bytes(b"%PDF-1.4 another")
    reports.attach(other, report)
    assert room(diary) == 2
    assert reports.path(reports.all()[other][0].id).read_bytes() == PDF
    spoilt.unlink()
    forearm = diary.bones.add_scan(Scan(date=DAY, site=Site.TOTAL_HIP, bmd=0.5)).changes[0].row_id
    reports.attach(forearm, report)
    assert reports.path(reports.all()[forearm][0].id).read_bytes() == PDF


def test_a_disk_that_knows_no_second_names_keeps_a_copy_each(diary, reports, scan, other, report, monkeypatch):
    def refuse(*_):
        raise OSError("not supported")

    monkeypatch.setattr("bonecoach.store.attached.os.link", refuse)
    reports.attach(scan, report)
    reports.attach(other, report)
    assert (len(copies(diary)), room(diary)) == (2, 2)
    assert [path.name for path in reports.folder.iterdir() if "partial" in path.name] == []


def test_a_report_without_its_scan_is_refused(reports, report):
    refused("no_such_measurement", reports.attach, "ffffffff", report)
    refused("no_such_attachment", reports.take_off, "")
    refused("no_such_attachment", reports.take_off, "ffffffff")


def test_a_full_disk_keeps_nothing_half(diary, reports, scan, report, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(attached.os, "fsync", full)
    refused("disk_full", reports.attach, scan, report)
    assert copies(diary) == []
    assert reports.all() == {}


def test_a_diary_that_refuses_keeps_no_copy(diary, reports, scan, report, monkeypatch):
    def locked(_step):
        raise DiaryError("locked", path="diary.db")

    monkeypatch.setattr(diary._ledger, "apply", locked)
    refused("locked", reports.attach, scan, report)
    assert copies(diary) == []


def test_a_folder_that_is_a_link_is_not_followed(diary, reports, scan, report, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    reports.folder.symlink_to(elsewhere)
    refused("attachment_folder", reports.attach, scan, report)
    assert list(elsewhere.iterdir()) == []
    reports.folder.unlink()
    reports.folder.write_text("somebody's file in the place of the folder")
    refused("attachment_folder", reports.attach, scan, report)


def test_a_report_that_is_locked_away_is_not_called_a_folder(diary, reports, scan, report, monkeypatch):
    def locked_away(*_how):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(attached.os, "open", locked_away)
    refused("attachment_not_allowed", reports.attach, scan, report)
    assert copies(diary) == []


def test_a_copy_that_is_gone_or_was_made_a_link_says_so(diary, reports, scan, report, tmp_path):
    reports.attach(scan, report)
    (path,) = copies(diary)
    path.unlink()
    assert refused("attachment_missing", reports.path, path.stem).facts["name"] == "Befund 2026.pdf"
    path.symlink_to(report)
    refused("attachment_missing", reports.path, path.stem)


# -- backups --------------------------------------------------------------------------------------------------------


def test_the_daily_backup_beside_the_diary_holds_the_diary_alone(diary, reports, scan, report):
    reports.attach(scan, report)
    assert [path.suffix for path in diary.upkeep.backup().parent.iterdir()] == [".db"]


def test_a_backup_elsewhere_has_the_attachments_beside_it_and_brings_them_back(
    diary, clock, reopen, reports, scan, report, tmp_path, folder
):
    reports.attach(scan, report)
    stick = tmp_path / "stick"
    kept = diary.upkeep.backup(stick)
    (copy,) = (stick / "attachments").iterdir()
    diary.upkeep.backup(stick)  # what is there is not written again
    (stick / "attachments" / "holiday photos").mkdir()
    (stick / "attachments" / ".hidden.pdf").write_bytes(PDF)
    with (stick / "attachments" / "film.pdf").open("wb") as film:
        film.truncate(LARGEST_BYTES + 1)  # somebody else's, and larger than any report
    (stick / "attachments" / "link.pdf").symlink_to(report)
    diary.close()
    new = tmp_path / "new computer"
    restore_diary(new, kept, clock)
    assert [path.name for path in (new / "attachments").iterdir()] == [copy.name]
    copy_here = folder / "attachments" / copy.name
    copy_here.unlink()
    here = reopen()
    here.upkeep.restore(kept)
    assert here.bones.attachments.path(copy.stem).read_bytes() == PDF


def test_daily_backups_in_a_folder_that_was_chosen_carry_them_too(diary, reports, scan, report, tmp_path):
    reports.attach(scan, report)
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    diary.set_setting("backup_dir", str(cloud))
    diary.upkeep.backup()
    assert len(list((cloud / "attachments").iterdir())) == 1


def test_reports_that_cannot_be_copied_to_a_stick_are_said_to_be_missing_there(
    diary, reports, scan, report, tmp_path, monkeypatch
):
    reports.attach(scan, report)

    def full(_file):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(attached.os, "fsync", full)
    error = refused("attachments_not_copied", diary.upkeep.backup, tmp_path / "stick")
    assert error.facts["path"] == str(tmp_path / "stick" / "attachments")
    assert list((tmp_path / "stick" / "attachments").iterdir()) == []


def test_a_folder_of_attachments_that_was_shut_stops_neither_reading_nor_emptying(
    diary, reports, scan, report, monkeypatch
):
    reports.attach(scan, report)
    (path,) = copies(diary)
    diary.bones.delete(diary.bones.add_scan(Scan(date=DAY, site=Site.FOREARM, bmd=0.5)).changes[0].row_id)

    def shut(*_path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.lstat", shut)
    refused("attachment_missing", reports.path, path.stem)
    monkeypatch.undo()
    monkeypatch.setattr("pathlib.Path.iterdir", shut)
    assert diary.empty_bin() == 1
    monkeypatch.undo()
    assert copies(diary) == [path]


def test_a_folder_of_backups_that_may_not_be_looked_into_waits_for_a_backup_that_says_so(diary, monkeypatch):
    def shut(_path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.exists", shut)
    assert diary.upkeep.backup_due()


def test_what_killed_programs_left_half_written_goes_with_the_daily_backup(diary, reports, scan, report, folder):
    reports.attach(scan, report)
    (folder / "backups").mkdir(exist_ok=True)
    half = [
        folder / "attachments" / f"{'0' * 32}.pdf.0a1b2c3d.partial",
        folder / "backups" / "diary-2026-11-20.db.0a1b2c3d.partial",
        folder / ".restore-abcd1234",
    ]
    half[2].mkdir()
    for left in half:
        left.touch()
        os.utime(left, (0, 0))
    diary.upkeep.backup()
    assert [left for left in half if left.exists()] == []
    assert len(copies(diary)) == 1


def test_a_folder_that_is_its_own_backup_is_left_alone(diary, reports, scan, report):
    reports.attach(scan, report)
    before = copies(diary)
    diary.upkeep.backup(diary.upkeep.path.parent)
    assert copies(diary) == before


# -- what was undone ------------------------------------------------------------------------------------------------


def test_a_copy_whose_attaching_was_undone_goes_with_the_bin_once_it_cannot_be_done_again(diary, reports, scan, report):
    reports.attach(scan, report)
    (copy,) = copies(diary)
    diary.undo()
    diary.empty_bin()
    assert copies(diary) == [copy]  # it can still be done again
    diary.redo()
    diary.undo()
    diary.rest_week(DAY)  # now it cannot
    (reports.folder / "Urlaub.pdf").write_bytes(PDF)
    diary.empty_bin()
    assert [path.name for path in copies(diary)] == ["Urlaub.pdf"]  # what she put there herself is hers


def test_a_copy_that_a_backup_speaks_of_stays(diary, reports, scan, report):
    reports.attach(scan, report)
    (copy,) = copies(diary)
    kept = diary.upkeep.backup()
    (kept.parent / "torn.db").write_bytes(b"SQLite format 3\0" + b"?" * 2000)
    diary.undo()
    diary.rest_week(DAY)
    diary.empty_bin()
    assert copies(diary) == [copy]
    diary.upkeep.restore(kept)
    assert reports.path(copy.stem).read_bytes() == PDF


def test_the_bin_counts_reports_and_results_too(diary, reports, scan, report):
    reports.attach(scan, report)
    assert diary.in_bin() == 0
    diary.bones.delete(scan)
    assert diary.in_bin() == 2
