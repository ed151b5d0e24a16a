"""Walks through the installed program's windows with the keyboard, as an office would that begins today.

``walk.py set-up FOLDER`` sets an office up, prints its recovery sheet and reads it from the paper;
``walk.py log-in FOLDER`` logs in there; ``walk.py work FOLDER`` logs in, registers a customer, books a job
and prints its work order. It runs beside the open window, on an X screen of its own: use.sh has it on Linux,
try-here.sh with ``--wine READER`` beside the Windows program in Wine.
What is on the screen is read as a screen reader does (AT-SPI, UI Automation); every key goes through the X
server.
Pictures of every step are left in FOLDER.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

OWNER = "Trial Owner"
PASSPHRASE = "seven cold rooms in august"
PHONE = "090-8765-4321"
JAPAN = timezone(timedelta(hours=9))
MOST_TABS = 60
NEIGHBOURS = (*["shift+Tab"] * 3, *["Tab"] * 8)
"""Where else to look: of a row of buttons the Tab key takes the main one first, wherever it stands."""
QR_DPI = 200


class Screen(Protocol):
    """What a screen reader is told of the program, and what each system does in its own way."""

    patience: int
    """Seconds that anything may take: the passphrase work and a printer on a busy computer."""

    def names(self) -> Iterable[str]:
        """What everything that the program shows is called: first what the Tab key may lead to."""

    def windows(self) -> list[str]:
        """The titles of the program's windows."""

    def reckoned(self) -> str:
        """What the keyboard should write into by now is called: quickly found, perhaps a neighbour."""

    def focused(self) -> str:
        """What the keyboard writes into is called; empty if nothing has a name."""

    def press(self, key: str) -> None:
        """Press one key."""

    def type(self, text: str) -> None:
        """Type into it."""


def main() -> None:
    """Walk one of the ways."""
    parser = argparse.ArgumentParser(description="Walks through the program's windows with the keyboard.")
    parser.add_argument("way", help="such as set-up, log-in or work")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--wine", default="", metavar="READER", help="what screen.c was made into")
    parser.add_argument("--papers", type=Path, default=Path.home() / "PDF", help="where the printer prints")
    parser.add_argument("--office", default="Trial Cooling", help="the name of the office")
    options = parser.parse_args()
    if options.wine:
        from windows_walk import WindowsWalk

        walk: Walk = WindowsWalk(options.wine, options.folder, options.papers, options.office)
    else:
        from linux_screen import LinuxScreen

        walk = Walk(LinuxScreen(), options.folder, options.papers, options.office)
    walk.ways()[options.way]()


class Walk:
    """One person at the keyboard.

    Args:
        folder: where the pictures go.
        papers: where the printer prints.
        office: the name of the office.
    """

    def __init__(self, screen: Screen, folder: Path, papers: Path, office: str) -> None:
        self.screen = screen
        self.folder = folder
        self.papers = papers
        self.office = office

    def ways(self) -> dict[str, Callable[[], None]]:
        """What can be asked for, by name."""
        return {"set-up": self.set_up, "log-in": self.log_in, "work": self.work}

    # the ways

    def set_up(self) -> None:
        """The five steps, the PIN that nobody wants, and the office's window."""
        self.go_to("Set up a new office")
        self.picture("set-up-1-start")
        self.press("space")
        self.fill("Name of the office", self.office)
        self.fill("Address of the office", "1-2-3 Trial, Tokyo")
        self.fill("Telephone", "03-1234-5678")
        self.picture("set-up-2-office")
        self.step_on("Next", "Your name")
        self.fill("Your name", OWNER)
        self.fill("Passphrase", PASSPHRASE)
        self.fill("The same again", PASSPHRASE)
        self.picture("set-up-3-you")
        self.step_on("Next", "Preview and print")
        self._print_sheet()
        self.step_on("Next", r"Group \d+")
        groups = self._read_sheet()
        for name in self.names(r"Group \d+"):
            number = name.split()[1]
            self.fill(f"Group {number}", groups[int(number) - 1].lower())
        self.picture("set-up-5-check")
        self.step_on("Create the office", "Without a PIN")
        self._enter("set-up-6-open")

    def log_in(self) -> None:
        """The owner of the office that was set up."""
        self.fill("Passphrase", PASSPHRASE)
        self.open_by_key("Return", "Without a PIN")
        self._enter("logged-in")

    def work(self) -> None:
        """A customer who rings up, a job today, and its copies on paper."""
        self.log_in()
        self.open_by_key("ctrl+2", "No customers yet")
        self.open_by_key("ctrl+n", "Family name")
        self.fill("Family name", "Yamada")
        self.fill("Given name", "Jiro")
        self.fill("Phone 1", PHONE)
        self.fill("Prefecture", "Tokyo")
        self.fill("City or ward", "Trial City")
        self.fill("Block and number", "1-2-3")
        self.picture("work-1-customer")
        self.open_by_key("ctrl+s", "Book a job")
        self.open_by_key("ctrl+j", "Day")
        self.fill("Day", datetime.now(JAPAN).date().isoformat())
        self.picture("work-2-job")
        self.open_by_key("ctrl+s", "Work order")
        self.open_by_key("ctrl+1", "Work order: not printed")
        self.step_on("Print work order", "Preview")
        self.step_on("Preview", "Do not print")
        self.picture("work-3-copies")
        self._print_by_dialog("work-3-dialog")
        self.wait_for(lambda: not self.shows("Work order: not printed"), "the copies to be out")
        self.picture("work-4-printed")

    def _enter(self, name: str) -> None:
        """No PIN, and the office's window."""
        self.go_to("Without a PIN")
        self.press("space")
        self.wait_for(lambda: self.office in "".join(self.screen.windows()), "the office's window")
        time.sleep(1)
        self.picture(name)

    def _print_sheet(self) -> None:
        """Through the preview and the system's print dialog."""
        self.step_on("Preview and print", "Do not print")
        self.picture("set-up-4-sheet")
        self._print_by_dialog("set-up-4-dialog")
        self.wait_for(lambda: self.shows(r"Sent to the printer\."), "the printer's answer")

    def _print_by_dialog(self, name: str) -> None:
        """From a preview through the system's print dialog to the printer that it offers first."""
        self.press("ctrl+p")
        self.wait_for(lambda: "Print" in self.screen.windows(), "the print dialog")
        self.picture(name)
        self.press_print()

    def press_print(self) -> None:
        """The button of the print dialog."""
        self.go_to("Print")
        self.press("space")

    def _read_sheet(self) -> list[str]:
        """The groups on the paper that came out, as a camera reads them."""
        self.wait_for(lambda: list(self.papers.glob("*.pdf")), "the paper")
        paper = max(self.papers.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
        image = self.folder / "recovery-sheet"
        run("pdftoppm", "-png", "-singlefile", "-r", str(QR_DPI), str(paper), str(image))
        said = run("zbarimg", "--raw", "--quiet", f"{image}.png").strip()
        return said.rsplit(":", 1)[1].split("-")

    # the screen

    def shows(self, pattern: str) -> bool:
        """Whether something on the screen is called so."""
        return any(is_so(name, pattern) for name in self.screen.names())

    def names(self, pattern: str) -> list[str]:
        """The names on the screen that are so, or so and marked as required."""
        return sorted({name for name in self.screen.names() if is_so(name, pattern)})

    def wait_for(self, there: Callable[[], object], what: str) -> None:
        """Until it is so; ends the walk if it never is."""
        end = time.monotonic() + self.screen.patience
        while not there():
            if time.monotonic() > end:
                self.give_up(f"walk.py waited in vain for {what}; the screen says: {self.names('.+')}")
            time.sleep(0.2)

    def give_up(self, why: str) -> None:
        """End the walk with a picture of where it stood."""
        self.picture("given-up")
        sys.exit(why)

    # the keyboard

    def go_to(self, pattern: str) -> None:
        """Press Tab until the focus is on what is named so."""
        self.count_to(pattern)
        for key in NEIGHBOURS:
            if is_so(self.screen.focused(), pattern):
                return
            self.press(key)
        focus = self.screen.focused()
        self.give_up(f"walk.py cannot reach {pattern!r} with the Tab key; the focus is on {focus!r}")

    def count_to(self, pattern: str) -> None:
        """Press Tab as often as it should take."""
        self.wait_for(lambda: self.shows(pattern), pattern)
        for _ in range(MOST_TABS):
            if is_so(self.screen.reckoned(), pattern):
                return
            self.press("Tab")

    def fill(self, pattern: str, text: str) -> None:
        """Type into the field that is named so."""
        self.go_to(pattern)
        self.screen.type(text)

    def step_on(self, button: str, then: str) -> None:
        """Press the button that leads on, and wait for what comes."""
        self.go_to(button)
        self.open_by_key("space", then)

    def open_by_key(self, key: str, then: str) -> None:
        """Press a shortcut, and wait for what comes."""
        self.press(key)
        self.wait_for(lambda: self.shows(then), then)

    def press(self, key: str) -> None:
        """One key, and a moment for the program to answer."""
        self.screen.press(key)
        time.sleep(0.15)

    def picture(self, name: str) -> None:
        """The whole screen."""
        run("import", "-window", "root", str(self.folder / f"{name}.png"))


def is_so(name: str, pattern: str) -> bool:
    """Whether a name is what the regular expression says, but for its mark."""
    return re.fullmatch(pattern, name.removesuffix(" (required)")) is not None


def run(*command: str) -> str:
    """What the command says."""
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
