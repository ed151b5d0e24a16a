"""Whether Japanese can be typed into the program's windows, and what is missing where it cannot."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from configparser import Error as BadSettings
from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.office.input_methods import (
    FCITX,
    INPUT_METHODS,
    SHUT,
    InputMethod,
    InputMethodSeen,
    named_ways,
)
from hvacdesk.domain.office.self_check import Finding, Part, Verdict
from hvacdesk.domain.text.wording import Phrase, phrase

JAPANESE = "ja"
IBUS_ENGINES = frozenset({"mozc", "anthy", "kkc", "skk"})
_SYSTEM_DATA = "/usr/local/share:/usr/share"


def look(seen: Callable[[], InputMethodSeen] | None) -> Finding:
    """What the self-check says of it."""
    if seen is None:
        return _finding(Verdict.NOT_SEEN, phrase("SelfCheck", "Not looked at here."))
    if sys.platform != "linux":
        return _finding(Verdict.GOOD, phrase("SelfCheck", "The system's own input method is used."))
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return _finding(Verdict.NOT_SEEN, phrase("SelfCheck", "There is no screen here."))
    named = named_ways(os.environ)
    if named and SHUT.issuperset(named):
        text = phrase(
            "SelfCheck",
            "This login's settings keep every input method out: QT_IM_MODULE is {value}. Remove it.",
        )
        return _finding(Verdict.LOOK, text, value=";".join(named))
    found = seen()
    if found.running is None:
        return _nothing_runs()
    if found.came_late:
        text = phrase("SelfCheck", "{name} was started after hvacdesk. Close hvacdesk and start it again.")
        return _finding(Verdict.LOOK, text, name=found.running.name)
    return _of(found.running)


def _nothing_runs() -> Finding:
    for method in INPUT_METHODS:
        if shutil.which(method.program):
            text = phrase(
                "SelfCheck",
                "{name} is installed but does not run, so no Japanese can be typed. Choose it as the input "
                "method in the system's settings, log in to the computer again, then start hvacdesk.",
            )
            return _finding(Verdict.LOOK, text, name=method.name)
    text = phrase(
        "SelfCheck",
        "No input method was found, so no Japanese can be typed. Install {package} (Debian, Ubuntu), log in "
        "to the computer again, then start hvacdesk.",
    )
    return _finding(Verdict.LOOK, text, package=FCITX.package)


def _of(method: InputMethod) -> Finding:
    """Of one that runs: whether it has Japanese."""
    installed = _fcitx_engines() if method is FCITX else _ibus_engines()
    if not installed:
        text = phrase("SelfCheck", "{name} runs, but has no Japanese. Install {package}, then log in again.")
        return _finding(Verdict.LOOK, text, name=method.name, package=method.package)
    chosen = _fcitx_chosen() if method is FCITX else None
    engines = sorted(installed if chosen is None else {name for name in installed if name in chosen})
    if not engines:
        text = phrase(
            "SelfCheck", "{name} runs, but Japanese is not among its inputs. Add {engine} in its settings."
        )
        return _finding(Verdict.LOOK, text, name=method.name, engine=min(installed).title())
    text = phrase("SelfCheck", "{engine} through {name}")
    return _finding(Verdict.GOOD, text, engine=", ".join(one.title() for one in engines), name=method.name)


def _finding(verdict: Verdict, text: Phrase, **details: str) -> Finding:
    return Finding(Part.JAPANESE, verdict, text, details)


def _data_files(pattern: str) -> Iterator[Path]:
    for folder in os.environ.get("XDG_DATA_DIRS", _SYSTEM_DATA).split(":"):
        yield from sorted(Path(folder).glob(pattern))


def _fcitx_engines() -> set[str]:
    """The Japanese inputs that are installed for Fcitx 5, by the names that its settings use."""
    found = set()
    for path in _data_files("fcitx5/inputmethod/*.conf"):
        if _settings(path).get("InputMethod", "LangCode", fallback="") == JAPANESE:
            found.add(path.stem)
    return found


def _fcitx_chosen() -> set[str] | None:
    """The inputs that the login chose for Fcitx 5; None while it never wrote down a choice."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    settings = _settings(home / "fcitx5" / "profile")
    if not settings.sections():
        return None
    return {settings.get(name, "Name", fallback="") for name in settings.sections() if "/Items/" in name}


def _settings(path: Path) -> ConfigParser:
    read = ConfigParser(interpolation=None, strict=False)
    with suppress(BadSettings, OSError, UnicodeDecodeError):
        read.read(path, encoding="utf-8")
    return read


def _ibus_engines() -> set[str]:
    """The Japanese inputs that are installed for IBus. Of Mozc its file does not say that it is Japanese."""
    return {path.stem for path in _data_files("ibus/component/*.xml")} & IBUS_ENGINES
