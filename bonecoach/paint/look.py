"""The looks: every colour by what it is for, as plain hex strings, and which colour stands on which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonecoach.core.activities import Load
from bonecoach.core.values import Value

TEXT_CONTRAST = 7.0
MARK_CONTRAST = 3.0


class Look(Value):
    """One look.

    Surfaces: `window`, `sidebar`, `card`, `field`, `soft` (accent-tinted), `caution` (warning-tinted), `track` (the
    empty part of a bar). Text: `text`, `quiet`, `faded` (on what cannot be pressed now), `accent_text` (understood,
    links), `warning`. `line` only decorates; `control` draws the edge of a button or field and so can be relied on to
    be seen.

    `food`, `supplement`, `target`, `limit` are marks of nutrient charts; `low`, `high`, `resistance`, `balance` and
    `other` fill the bars of the kinds of load, `on_load` is text standing on them.
    """

    name: str
    dark: bool
    window: str
    sidebar: str
    card: str
    field: str
    soft: str
    caution: str
    track: str
    text: str
    quiet: str
    faded: str
    accent_text: str
    warning: str
    line: str
    soft_line: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    hover: str
    focus: str
    selection: str
    on_selection: str
    food: str
    supplement: str
    target: str
    limit: str
    low: str
    high: str
    resistance: str
    balance: str
    other: str
    on_load: str

    def load(self, load: Load) -> str:
        """The colour of a kind of load."""
        return str(getattr(self, _ROLE_OF_LOAD[load]))

    def text_pairs(self) -> Iterator[tuple[str, str]]:
        """(role of text, role of surface) for every pair the program draws; each has at least TEXT_CONTRAST."""
        for surface in ("window", "sidebar", "card", "field", "soft", "hover"):
            yield "text", surface
            yield "quiet", surface
            yield "accent_text", surface
        for surface in ("window", "card", "field", "caution"):
            yield "warning", surface
        yield "faded", "card"
        yield "text", "caution"
        yield "text", "track"
        yield "on_accent", "accent"
        yield "on_accent", "accent_hover"
        yield "on_selection", "selection"
        for load in _ROLE_OF_LOAD.values():
            yield "on_load", load

    def mark_pairs(self) -> Iterator[tuple[str, str]]:
        """(role of mark, role of surface) for every pair the program draws; each has at least MARK_CONTRAST."""
        for surface in ("window", "sidebar", "card", "soft", "caution", "hover"):
            yield "focus", surface
            yield "control", surface
        yield "control", "field"
        yield "accent", "window"
        yield "accent", "sidebar"
        yield "accent", "card"
        for mark in ("food", "supplement", "target", "limit", *_ROLE_OF_LOAD.values()):
            yield mark, "card"
            yield mark, "track"
        for mark in _ROLE_OF_LOAD.values():
            yield mark, "window"


_ROLE_OF_LOAD: Mapping[Load, str] = {
    Load.WEIGHT_BEARING_LOW: "low",
    Load.WEIGHT_BEARING_HIGH: "high",
    Load.RESISTANCE: "resistance",
    Load.BALANCE: "balance",
    Load.NOT_WEIGHT_BEARING: "other",
}

LIGHT = Look(
    name="light",
    dark=False,
    window="#FAF7F1",
    sidebar="#F1ECE3",
    card="#FFFFFF",
    field="#FFFFFF",
    soft="#E4F1EE",
    caution="#FBEBE4",
    track="#EFE9DE",
    text="#1A2325",
    quiet="#414A4B",
    faded="#53595A",
    accent_text="#07504A",
    warning="#7E1616",
    line="#E4DCCF",
    soft_line="#B9D8D2",
    control="#7B7567",
    accent="#085650",
    accent_hover="#064641",
    on_accent="#FFFFFF",
    hover="#F3EFE7",
    focus="#1A2325",
    selection="#085650",
    on_selection="#FFFFFF",
    food="#085650",
    supplement="#4E8780",
    target="#1A2325",
    limit="#7E1616",
    low="#095E57",
    high="#8A3F00",
    resistance="#3D3B96",
    balance="#7D2560",
    other="#4A5358",
    on_load="#FFFFFF",
)

DARK = Look(
    name="dark",
    dark=True,
    window="#151A1B",
    sidebar="#101415",
    card="#1E2526",
    field="#12181A",
    soft="#1D3330",
    caution="#3A2320",
    track="#2E3637",
    text="#F2EFE9",
    quiet="#CBD0CE",
    faded="#A9B0AE",
    accent_text="#8ADDD1",
    warning="#FFB9AC",
    line="#333C3D",
    soft_line="#3B615B",
    control="#8F9A99",
    accent="#7CD3C7",
    accent_hover="#97E2D8",
    on_accent="#06201D",
    hover="#283132",
    focus="#FFFFFF",
    selection="#7CD3C7",
    on_selection="#06201D",
    food="#7CD3C7",
    supplement="#6FA29B",
    target="#F2EFE9",
    limit="#FFB9AC",
    low="#6CCBBE",
    high="#F2A765",
    resistance="#B3B0FA",
    balance="#E8A3D0",
    other="#AEB8BC",
    on_load="#0C1314",
)

HIGH_CONTRAST = Look(
    name="high_contrast",
    dark=True,
    window="#000000",
    sidebar="#000000",
    card="#000000",
    field="#000000",
    soft="#00201D",
    caution="#2B0000",
    track="#262626",
    text="#FFFFFF",
    quiet="#F2F2F2",
    faded="#A2A2A2",
    accent_text="#FFE55C",
    warning="#FFC2B8",
    line="#FFFFFF",
    soft_line="#FFE55C",
    control="#FFFFFF",
    accent="#FFE55C",
    accent_hover="#FFF2A8",
    on_accent="#000000",
    hover="#1F1F1F",
    focus="#52E0FF",
    selection="#FFE55C",
    on_selection="#000000",
    food="#FFE55C",
    supplement="#8FB4FF",
    target="#FFFFFF",
    limit="#FF9D8F",
    low="#3FE0CC",
    high="#FFAE5C",
    resistance="#BDBBFF",
    balance="#FF9FDC",
    other="#D0D0D0",
    on_load="#000000",
)

LOOKS: Mapping[str, Look] = {look.name: look for look in (LIGHT, DARK, HIGH_CONTRAST)}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
