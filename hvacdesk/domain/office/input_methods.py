"""Which input method brings Japanese into the windows on Linux, where a computer may have several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

MODULES, MODULE = "QT_IM_MODULES", "QT_IM_MODULE"
"""Environment variables that name the way to the input method: a list in order, or one. The list wins."""
PORTAL = "IBUS_USE_PORTAL"
"""Set to 1, Qt speaks IBus's protocol over the session bus, where Fcitx 5 answers it as IBus does."""

IBUS, WAYLAND = "ibus", "wayland"
FOREIGN = frozenset({"fcitx", "fcitx5", "xim"})
"""Ways that this program does not have: its Qt has IBus's and the desktop's own (Wayland) only."""
SHUT = frozenset({"none", "compose", "simple"})
"""Ways that give only the keyboard's own characters."""


@dataclass(frozen=True)
class InputMethod:
    """A program that turns what is typed into Japanese, and answers in IBus's language.

    Attributes:
        bus_name: what it is called on the session bus while it runs.
        program: its executable.
        package: what Debian and Ubuntu call it with Mozc's Japanese.
    """

    name: str
    bus_name: str
    program: str
    package: str


FCITX = InputMethod("Fcitx 5", "org.fcitx.Fcitx5", "fcitx5", "fcitx5-mozc")
IBUS_DAEMON = InputMethod("IBus", "org.freedesktop.IBus", "ibus-daemon", "ibus-mozc")
INPUT_METHODS = (FCITX, IBUS_DAEMON)
"""In the order in which they are recognised: Fcitx 5 answers to IBus's names too."""


@dataclass(frozen=True)
class InputMethodSeen:
    """What was seen of the input method.

    Attributes:
        running: what answers on the session bus; None if nothing does.
        came_late: it runs now but did not when this program's windows were made, which do not hear it.
    """

    running: InputMethod | None
    came_late: bool


def named_ways(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The ways to an input method that the login's settings name, in order."""
    named = environment.get(MODULES) or environment.get(MODULE, "")
    return tuple(name for name in named.split(";") if name)


def settings_for(environment: Mapping[str, str], running: Callable[[], InputMethod | None]) -> dict[str, str]:
    """What has to be added to the environment, before the first window, for Japanese to arrive in it.

    What the settings name and the program can do stays as it is. Nothing is added while no input method runs.
    IBus's own daemon is spoken to directly: over the bus it gave the keys of 63 codes of 355 back in another
    order.

    Args:
        running: asks the session bus, and is only called where the answer matters.
    """
    named = named_ways(environment)
    foreign = not named or bool(FOREIGN.intersection(named))
    if not foreign and IBUS not in named:
        return {}
    found = running()
    if found is None:
        return {}
    portal = {PORTAL: "1"} if found is FCITX and PORTAL not in environment else {}
    if not foreign:
        return portal
    ways = [IBUS if name in FOREIGN else name for name in named] or [WAYLAND]
    return {MODULES: ";".join(dict.fromkeys([*ways, IBUS, WAYLAND])), **portal}
