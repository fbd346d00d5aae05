"""The page put together from its state: what was chosen, as much as there is room for, and the rest behind it."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach import __version__
from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary import further, head, measured, moving, taking
from bonecoach.exchange.summary.about import about, left_out
from bonecoach.exchange.summary.counting import counted, sources
from bonecoach.exchange.summary.density import density
from bonecoach.exchange.summary.page import EVERYTHING, SECTIONS, Choice, Lines, Room, Section, SummaryPage
from bonecoach.exchange.summary.said import Said
from bonecoach.words import Words

_PAGES = {"days": further.days, "doses": further.doses, "notes": further.notes}


def summary_page(state: SummaryState, words: Words, choice: Choice, room: Room = EVERYTHING) -> SummaryPage:
    """What stands on the first page and behind it; a section that `room` cuts short stands whole behind the first."""
    said, whole = Said(words, room.letters), Said(words, EVERYTHING.letters)
    found, cut_short = [], []
    for key in _there(state, choice):
        said.cut = False
        section, left = _section(key, state, said, room)
        found.append(_and_left(section, left, said))
        if left or said.cut:
            cut_short.append(_whole(key, state, whole))
    return SummaryPage(
        language=words.catalogue.language,
        title=said("title"),
        period=head.period(state, said),
        who=head.who(state, choice, said),
        made=said("made", day=said.day(state.today)),
        headline=head.headline(state, said, room.named) if "medicines" in choice.sections else (),
        about=about(state, choice, said),
        left_out=left_out(choice, state, said),
        sections=tuple(found),
        left=tuple(cut_short),
        counted=counted(choice.sections, said),
        sources=sources(choice.sections, said),
        further=tuple(page(state, whole) for key, page in _PAGES.items() if key in choice.more),
        foot=said("foot", version=__version__),
    )


def _there(state: SummaryState, choice: Choice) -> Iterator[str]:
    """The sections that are wanted and have something to say; most say so where they have nothing."""
    nothing = {"about", *(() if state.decided is not None else ("decided",))}
    return (key for key in SECTIONS if key in choice.sections and key not in nothing)


def _section(key: str, state: SummaryState, said: Said, room: Room) -> tuple[Section, int]:
    """A section, and how many of its rows there was no room for."""
    if key == "movement":
        return moving.movement(state, said, charts=room.charts), 0
    if key == "pain":
        return moving.pain(state, said, room.pain, charts=room.charts)
    if key == "nutrients":
        return taking.nutrients(state, said), 0
    if key == "decided" and state.decided is not None:
        return measured.decided(state.decided, said), 0
    if key == "density":
        return density(state, said, room.scans, room.curves)
    limited = {
        "medicines": (taking.medicines, room.medicines),
        "tests": (measured.tests, room.tests),
        "events": (measured.events, room.events),
        "due": (measured.due, room.due),
        "questions": (measured.questions, room.questions),
    }
    build, most = limited[key]
    return build(state, said, most)


def _and_left(section: Section, left: int, said: Said) -> Section:
    """The section with what was left of it, or that some of it is cut, said in its last line."""
    if not left and not said.cut:
        return section
    more, last = said("left", left=left) if left else said("cut"), section.blocks[-1]
    if isinstance(last, Lines) and section.key != "questions":
        return section._replace(blocks=(*section.blocks[:-1], Lines((*last.lines[:-1], f"{last.lines[-1]} {more}"))))
    return section._replace(blocks=(*section.blocks, Lines((more,))))


def _whole(key: str, state: SummaryState, said: Said) -> Section:
    section, _ = _section(key, state, said, EVERYTHING)
    return section._replace(title=said("whole", section=section.title))
