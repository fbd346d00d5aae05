"""Commands about bone density scans, laboratory tests, and where bones stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bonecoach.core.density import density_said
from bonecoach.core.measurements import LabTest, Scan, Side, Site, known_test, unit_named
from bonecoach.terminal.arguments import choice_said, clocks_said, figure_said
from bonecoach.terminal.bone_pages import bone_page, scan_lines, test_lines
from bonecoach.terminal.bone_shapes import bone_shape, lab_test_shape, scan_shape
from bonecoach.terminal.commands.attachments import attach, attachments, detach
from bonecoach.terminal.options import Command, Group, yes_option
from bonecoach.terminal.saying import stepped

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

day_needed = click.option("--date", "day", required=True, metavar="D", help="The day of it: 2026-11-23.")
note_option = click.option("--note", default="", metavar="TEXT", help="A note of your own.")


@click.group(cls=Group)
def dxa() -> None:
    """Bone density scans, as their reports print them."""


@dxa.command("add")
@day_needed
@click.option("--site", required=True, metavar="SITE", help="lumbar_spine, total_hip, femoral_neck or forearm.")
@click.option("--side", metavar="SIDE", help="left or right.")
@click.option("--bmd", metavar="G/CM2", help="The density in g/cm².")
@click.option("--t", "t_score", metavar="SCORE", help="The T-score.")
@click.option("--z", "z_score", metavar="SCORE", help="The Z-score.")
@click.option("--scanner", default="", metavar="TEXT", help="Which scanner made it.")
@click.option("--place", default="", metavar="TEXT", help="Where it was made.")
@click.option("--lsc-percent", metavar="N", help="The centre's least significant change in percent.")
@click.option("--lsc", metavar="N", help="The same in g/cm².")
@note_option
@yes_option
@click.pass_obj
def add_scan(
    desk: Desk,
    day: str,
    site: str,
    side: str | None,
    bmd: str | None,
    t_score: str | None,
    z_score: str | None,
    scanner: str,
    place: str,
    lsc_percent: str | None,
    lsc: str | None,
    note: str,
    yes: bool,
) -> None:
    """Keep one site of a scan."""
    scan = Scan(
        date=desk.day(day, come=True),
        site=Site(choice_said(site.replace("-", "_").replace(" ", "_"), [s.value for s in Site], "unknown_site")),
        side=None if side is None else Side(choice_said(side, [s.value for s in Side], "unknown_side")),
        bmd=None if bmd is None else density_said(bmd),
        t_score=_figure(t_score),
        z_score=_figure(z_score),
        scanner=scanner.strip(),
        place=place.strip(),
        lsc_percent=_figure(lsc_percent),
        lsc=_figure(lsc),
        note=note,
    )
    step = desk.diary.bones.add_scan(scan, confirmed=yes)
    state = desk.diary.bones.state()
    (kept,) = [result for result in state.results if result.scan.id == step.changes[0].row_id]
    shape = {"step": step.name, "label": desk.words.step_label(step), "dxa": scan_shape(kept, state.profile)}
    desk.answer(shape, [desk.words.step(step), *scan_lines(kept, state.profile, desk.words)])


@dxa.command("list")
@click.pass_obj
def list_scans(desk: Desk) -> None:
    """List the scans."""
    state = desk.diary.bones.state()
    lines = [line for result in state.results for line in scan_lines(result, state.profile, desk.words)]
    shape = [scan_shape(result, state.profile, state.attachments.get(result.scan.id, ())) for result in state.results]
    desk.answer({"dxa": shape}, lines or [desk.words.say("page.no_measurements")])


@click.group(cls=Group)
def test() -> None:
    """Laboratory tests of bone, with the laboratory's own range."""


@test.command("add")
@day_needed
@click.option("--name", required=True, metavar="TEST", help="25ohd, calcium, ctx, ntx, p1np, bone_alp, or any other.")
@click.option("--value", required=True, metavar="N", help="The result.")
@click.option("--unit", required=True, metavar="UNIT", help="Its unit, as printed.")
@click.option("--range", "bounds", nargs=2, metavar="LOW HIGH", help="The laboratory's own range.")
@click.option("--fasting/--not-fasting", default=None, help="Whether you had not eaten.")
@click.option("--time", "at", metavar="08:00", help="When the blood was taken.")
@click.option("--lab", default="", metavar="TEXT", help="Which laboratory.")
@note_option
@yes_option
@click.pass_obj
def add_test(
    desk: Desk,
    day: str,
    name: str,
    value: str,
    unit: str,
    bounds: tuple[str, str] | None,
    fasting: bool | None,
    at: str | None,
    lab: str,
    note: str,
    yes: bool,
) -> None:
    """Keep the result of a laboratory test."""
    low, high = (None, None) if bounds is None else (figure_said(bounds[0]), figure_said(bounds[1]))
    kept = LabTest(
        date=desk.day(day, come=True),
        name=known_test(name),
        value=figure_said(value),
        unit=unit_named(unit),
        range_low=low,
        range_high=high,
        fasting=fasting,
        time=None if at is None else clocks_said([at])[0],
        lab=lab.strip(),
        note=note,
    )
    step = desk.diary.bones.add_lab_test(kept, confirmed=yes)
    (made,) = [each for each in desk.diary.bones.lab_tests() if each.id == step.changes[0].row_id]
    shape = {"step": step.name, "label": desk.words.step_label(step), "test": lab_test_shape(made)}
    desk.answer(shape, [desk.words.step(step), *test_lines(made, desk.words)])


@test.command("list")
@click.pass_obj
def list_tests(desk: Desk) -> None:
    """List the laboratory tests."""
    tests = desk.diary.bones.lab_tests()
    lines = [line for each in tests for line in test_lines(each, desk.words)]
    attached = desk.diary.bones.attachments.all()
    shape = [lab_test_shape(each, attached.get(each.id, ())) for each in tests]
    desk.answer({"tests": shape}, lines or [desk.words.say("page.no_measurements")])


@click.command("delete", cls=Command)
@click.argument("measurement", metavar="ID")
@click.pass_obj
def delete_measurement(desk: Desk, measurement: str) -> None:
    """Delete a scan or a test; it can be undone."""
    stepped(desk, desk.diary.bones.delete(measurement))


for group in (dxa, test):
    for command in (delete_measurement, attach, detach, attachments):
        group.add_command(command)


@click.command(cls=Command)
@click.pass_obj
def bone(desk: Desk) -> None:
    """Show where your bones stand: scans, tests, therapy, falls and fractures, height and weight."""
    state = desk.diary.bones.state()
    desk.answer(bone_shape(state, desk.words), bone_page(state, desk.words))


def _figure(text: str | None) -> float | None:
    return None if text is None else figure_said(text)
