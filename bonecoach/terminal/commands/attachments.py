"""Commands about scans and photos of reports that are kept with measurements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.terminal.bone_shapes import attachment_shape
from bonecoach.terminal.options import Command
from bonecoach.terminal.saying import stepped

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


@click.command("attach", cls=Command)
@click.argument("measurement", metavar="ID")
@click.argument("file", metavar="FILE")
@click.pass_obj
def attach(desk: Desk, measurement: str, file: str) -> None:
    """Copy a PDF or photo of the report into the diary's folder, and keep it with a scan or a test."""
    stepped(desk, desk.diary.bones.attachments.attach(measurement, Path(file).expanduser()))


@click.command("detach", cls=Command)
@click.argument("attachment", metavar="ID")
@click.pass_obj
def detach(desk: Desk, attachment: str) -> None:
    """Take a report off again; it can be undone."""
    stepped(desk, desk.diary.bones.attachments.take_off(attachment))


@click.command("attachments", cls=Command)
@click.pass_obj
def attachments(desk: Desk) -> None:
    """List the reports that are kept, and where their copies lie."""
    kept = desk.diary.bones.attachments
    found = [one for those in kept.all().values() for one in those]
    shape = [
        {**attachment_shape(one), "measurement": one.measurement, "path": str(kept.folder / one.file)} for one in found
    ]
    lines = [desk.words.say("page.attachment", id=one.id[:8], name=one.name, of=one.measurement[:8]) for one in found]
    desk.answer({"attachments": shape}, lines or [desk.words.say("page.no_attachments")])
