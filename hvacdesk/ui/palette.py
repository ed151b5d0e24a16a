"""The colours of the windows, light and dark.

They are the design's (look.md); chips, selections and hover tones are derived from them by hand. A test lists
every pair of text and ground that the windows use, and computes its contrast.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a chip, tile or notice says apart from its words."""

    GOOD = "good"
    INFO = "info"
    WARN = "warn"
    BAD = "bad"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Palette:
    """Colours by their use, as ``#rrggbb``."""

    background: str
    surface: str
    line: str
    field_line: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    nav: str
    nav_text: str
    nav_muted: str
    nav_active: str
    nav_active_text: str
    selection: str
    hover: str
    shown_ground: str
    danger: str
    danger_hover: str
    on_danger: str
    good: str
    good_ground: str
    info: str
    info_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    neutral: str
    neutral_ground: str

    def tone(self, tone: str) -> tuple[str, str]:
        """Text and ground of a chip of that tone."""
        return getattr(self, tone), getattr(self, f"{tone}_ground")


LIGHT = Palette(
    background="#f5f7f8",
    surface="#ffffff",
    line="#e1e6ea",
    field_line="#7f8d97",
    text="#1b2733",
    muted="#5f6d78",
    primary="#0b6b74",
    primary_hover="#095961",
    on_primary="#ffffff",
    nav="#12313a",
    nav_text="#d3e0e3",
    nav_muted="#9db4ba",
    nav_active="#1d4853",
    nav_active_text="#ffffff",
    selection="#e2f0f1",
    hover="#eff3f4",
    shown_ground="#fdf3de",
    danger="#b3261e",
    danger_hover="#8f1d17",
    on_danger="#ffffff",
    good="#1e6b3a",
    good_ground="#e3f3e8",
    info="#2b4a8b",
    info_ground="#e6edf8",
    warn="#8f5400",
    warn_ground="#fdf1dc",
    bad="#b3261e",
    bad_ground="#fce8e6",
    neutral="#55636e",
    neutral_ground="#edf1f3",
)

DARK = Palette(
    background="#12181c",
    surface="#1a2227",
    line="#2b363d",
    field_line="#6b7a84",
    text="#e6ecef",
    muted="#9ba9b2",
    primary="#4fb3bc",
    primary_hover="#6cc5cd",
    on_primary="#0c1d22",
    nav="#0c1d22",
    nav_text="#cfdde1",
    nav_muted="#8fa6ad",
    nav_active="#17343c",
    nav_active_text="#ffffff",
    selection="#1b3a40",
    hover="#222c32",
    shown_ground="#3a2f18",
    danger="#f28b82",
    danger_hover="#f6a9a2",
    on_danger="#2b0b08",
    good="#7cc799",
    good_ground="#17301f",
    info="#a3bdf0",
    info_ground="#1d2b47",
    warn="#f2b75c",
    warn_ground="#38290f",
    bad="#f28b82",
    bad_ground="#421b18",
    neutral="#aab7bf",
    neutral_ground="#28323a",
)
