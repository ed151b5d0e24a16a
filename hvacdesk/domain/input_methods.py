"""Which input method brings Japanese into the windows on Linux, where a computer may have several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

MODULES, MODULE = "QT_IM_MODULES", "QT_IM_MODULE"
"""In what a login's settings name the way to the input method: a list in order, or one; the list goes first."""
PORTAL = "IBUS_USE_PORTAL"
"""Set to 1, IBus's language is spoken over the session bus, where Fcitx 5 answers it as IBus does."""

IBUS, WAYLAND = "ibus", "wayland"
FOREIGN = frozenset({"fcitx", "fcitx5", "xim"})
"""Ways that other programs have and this one has not: its Qt carries IBus's and the desktop's own (Wayland)."""
SHUT = frozenset({"none", "compose", "simple"})
"""Ways on which nothing but the keyboard's own characters comes."""


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
"""In the order in which they are recognised: Fcitx 5 answers to IBus's names as well."""


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


def settings_for(
    environment: Mapping[str, str],
    running: Callable[[], InputMethod | None],
    installed: Callable[[InputMethod], bool],
) -> dict[str, str]:
    """What has to be added to the environment, before the first window, for Japanese to arrive in it.

    What the settings name and the program can do stays as it is. Nothing is added while no input method runs.

    Args:
        running: asks the session bus, and is only called where the answer matters.
        installed: whether the input method's executable is there.
    """
    named = named_ways(environment)
    if named and not FOREIGN.intersection(named):
        # Qt speaks to IBus's own daemon only where there is one; Fcitx 5 alone is reached over the bus.
        direct = IBUS not in named or PORTAL in environment or installed(IBUS_DAEMON)
        return {} if direct or running() is None else {PORTAL: "1"}
    if running() is None:
        return {}
    ways = [IBUS if name in FOREIGN else name for name in named] or [WAYLAND]
    return {MODULES: ";".join(dict.fromkeys([*ways, IBUS, WAYLAND])), PORTAL: "1"}
