"""Serving the other PCs as soon as somebody logs in to the computer: only when an owner asks for it.

On Linux it is a unit of the login's own systemd, begun with the graphical session and ended with it; on
Windows a value of the login's own key of programs to start. Both name the office's folder, and neither needs
a right that the login has not. The uninstallers take them away; a unit whose program is gone begins nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from hvacdesk import own_files
from hvacdesk.vault import folder

UNIT = "hvacdesk-host.service"
TARGET = "graphical-session.target"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_VALUE = "hvacdesk-host"
RELOAD_SECONDS = 5.0


class LoginStart(Protocol):
    """How a system is told to begin serving with the login."""

    @property
    def is_on(self) -> bool:
        """Whether it does so now."""

    def switch(self, *, on: bool) -> None:
        """Have it done from the next login on, or no more. Raises what writing a file raises."""


def login_start(home: Path) -> LoginStart | None:
    """That of this system, for the office in a folder; None where it has none that is known here."""
    command = (*own_command(), "--home", str(home), "host")
    if sys.platform == "win32":
        return RunValue(command)
    return UserUnit(config_folder(), command) if sys.platform == "linux" else None


def own_command() -> tuple[str, ...]:
    """How this program is started."""
    if getattr(sys, "frozen", False):
        return (str(Path(sys.executable).with_name(_program_name())),)
    return (sys.executable, "-m", "hvacdesk")


def _program_name() -> str:
    return "hvacdesk.exe" if sys.platform == "win32" else Path(sys.executable).name


def config_folder() -> Path:
    """Where this login's settings lie (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".config"


class UserUnit:
    """A unit of systemd in the login's own folder.

    Args:
        config: the login's folder of settings.
    """

    def __init__(self, config: Path, command: tuple[str, ...]) -> None:
        self._command = command
        self.path = config / "systemd" / "user" / UNIT
        self.link = self.path.parent / f"{TARGET}.wants" / UNIT

    @property
    def is_on(self) -> bool:
        """Whether unit and link are there, for this program and office."""
        try:
            return self.link.is_symlink() and self.path.read_text(encoding="utf-8") == self.text()
        except (OSError, UnicodeError):
            return False

    def switch(self, *, on: bool) -> None:
        """Write both, or take both away; another office's stay.

        Raises:
            DiskFull, FolderReadOnly, FileHeld: it is as it was before.
        """
        if not on and not self.is_on:
            return
        with folder.writing():
            if on:
                self.link.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.replace_file(self.path, self.text().encode())
                own_files.remove(self.link)
                self.link.symlink_to(f"../{UNIT}")
            else:
                own_files.remove(self.link)
                own_files.remove(self.path)
        _reload()

    def text(self) -> str:
        """What the unit says. It is started again where it fails, not where nothing is to be served."""
        program = self._command[0].replace("%", "%%")
        command = " ".join(f'"{_escaped(part)}"' for part in self._command)
        lines = (
            "[Unit]",
            "Description=hvacdesk for the office's other PCs",
            f"ConditionFileIsExecutable={program}",
            f"PartOf={TARGET}",
            f"After={TARGET}",
            "",
            "[Service]",
            f"ExecStart=:{command}",
            "Restart=on-failure",
            "RestartSec=15",
            "",
            "[Install]",
            f"WantedBy={TARGET}",
            "",
        )
        return "\n".join(lines)


def _escaped(word: str) -> str:
    """As systemd reads it; the colon before the command keeps it from reading ``$`` (systemd.service(5))."""
    return word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")


def _reload() -> None:
    """Tell a systemd that runs already; without one the next login reads it anyway."""
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            ["systemctl", "--user", "daemon-reload"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=RELOAD_SECONDS,
            check=False,
        )


class RunValue:
    """A value among the programs that Windows starts with this login."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command

    @property
    def is_on(self) -> bool:
        """Whether it names this program and office."""
        if sys.platform == "win32":
            import winreg

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return bool(winreg.QueryValueEx(key, RUN_VALUE)[0] == self.text())
        return False

    def switch(self, *, on: bool) -> None:
        """Write the value, or take it away; another office's stays.

        Raises:
            FolderReadOnly: Windows refuses.
        """
        if sys.platform == "win32" and (on or self.is_on):
            import winreg

            with folder.writing(), winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                if on:
                    winreg.SetValueEx(key, RUN_VALUE, 0, winreg.REG_SZ, self.text())
                else:
                    with suppress(FileNotFoundError):
                        winreg.DeleteValue(key, RUN_VALUE)

    def text(self) -> str:
        """The command as Windows splits it."""
        return subprocess.list2cmdline(self._command)
