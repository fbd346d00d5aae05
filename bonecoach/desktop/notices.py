"""What is shown beside the window: one notice, and what a board is that notices are put on."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bonecoach.paths import resources

if TYPE_CHECKING:
    from desktop_notifier import Icon, Notification

APP = "BoneCoach"


class NotShown(Exception):
    """The system did not take a notice."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. `buttons` are pairs of an id and a label; `silent` is shown without asking for attention."""

    key: str
    title: str
    body: str
    buttons: tuple[tuple[str, str], ...] = ()
    silent: bool = False
    sound: bool = False


class Heard(Protocol):
    """Is told what the person did, from any thread."""

    def __call__(self, what: str, key: str, button: str = "") -> None:
        """`what` is "pressed", "clicked" or "dismissed"."""


class Board(Protocol):
    """Where notices are put up. All of it runs in one asyncio loop and may take as long as the system likes."""

    async def open(self) -> None:
        """Gets ready. Raises whatever the way to the system raises."""

    async def put_up(self, notice: Notice) -> None:
        """Shows a notice. Raises NotShown, or whatever the way to the system raises."""

    async def take_down(self, key: str) -> None:
        """Takes a notice away, if it stands there."""

    async def close(self) -> None:
        """Leaves the system; what stands there stays."""


def native(notice: Notice, identifier: str, dispatched: Callable[[], object] | None = None) -> Notification:
    """A notice as desktop-notifier wants it."""
    from desktop_notifier import DEFAULT_SOUND, Button, Notification, Sound, Urgency

    # "default" is no name of the sound theme that Linux desktops share.
    sound = Sound(name="message-new-instant") if on_linux() else DEFAULT_SOUND
    return Notification(
        title=notice.title,
        message=notice.body,
        urgency=Urgency.Low if notice.silent else Urgency.Normal,
        buttons=tuple(Button(title=label, identifier=button) for button, label in notice.buttons),
        sound=sound if notice.sound and not notice.silent else None,
        on_dispatched=dispatched,
        identifier=identifier,
    )


def icon() -> Icon | None:
    """Our icon, where the system reads it: Windows shows no SVG, macOS takes the one of the bundle."""
    from desktop_notifier import Icon

    return Icon(path=resources() / "icons" / "bonecoach.svg") if on_linux() else None


def on_linux() -> bool:
    """Whether notices go over the session bus."""
    return platform.system() == "Linux"
