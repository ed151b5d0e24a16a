"""Walks through the installed program's windows with the keyboard, as an office would that begins today.

``walk.py set-up FOLDER`` sets an office up, prints its recovery sheet and reads it from the paper;
``walk.py log-in FOLDER`` logs in there; ``walk.py work FOLDER`` logs in, registers a customer, books a job
and prints its work order. use.sh runs it beside the open window, on an X screen of its own.
What is on the screen is read as a screen reader does (AT-SPI); every key goes through the X server.
Pictures of every step are left in FOLDER.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

OFFICE = "Trial Cooling"
OWNER = "Trial Owner"
PASSPHRASE = "seven cold rooms in august"
JAPAN = timezone(timedelta(hours=9))
PATIENCE = 60
"""Seconds that anything may take: the passphrase work and a printer on a busy computer."""
MOST_TABS = 60
QR_DPI = 200


def main(arguments: list[str]) -> None:
    """Walk one of the ways."""
    way, folder = arguments[0], Path(arguments[1])
    {"set-up": set_up, "log-in": log_in, "work": work}[way](folder)


def set_up(folder: Path) -> None:
    """The five steps, the PIN that nobody wants, and the office's window."""
    go_to("Set up a new office")
    picture(folder, "set-up-1-start")
    press("space")
    fill("Name of the office", OFFICE)
    fill("Address of the office", "1-2-3 Trial, Tokyo")
    fill("Telephone", "03-1234-5678")
    picture(folder, "set-up-2-office")
    step_on("Next", "Your name")
    fill("Your name", OWNER)
    fill("Passphrase", PASSPHRASE)
    fill("The same again", PASSPHRASE)
    picture(folder, "set-up-3-you")
    step_on("Next", "Preview and print")
    print_sheet(folder)
    step_on("Next", r"Group \d+")
    groups = read_sheet(folder)
    for name in names(r"Group \d+"):
        number = name.split()[1]
        fill(f"Group {number}", groups[int(number) - 1].lower())
    picture(folder, "set-up-5-check")
    step_on("Create the office", "Without a PIN")
    enter(folder, "set-up-6-open")


def log_in(folder: Path) -> None:
    """The owner of the office that was set up."""
    fill("Passphrase", PASSPHRASE)
    open_by_key("Return", "Without a PIN")
    enter(folder, "logged-in")


def work(folder: Path) -> None:
    """A customer who rings up, a job today, and its copies on paper."""
    log_in(folder)
    open_by_key("ctrl+2", "No customers yet")
    open_by_key("ctrl+n", "Family name")
    fill("Family name", "Yamada")
    fill("Given name", "Jiro")
    fill("Phone 1", "090-8765-4321")
    fill("Prefecture", "Tokyo")
    fill("City or ward", "Trial City")
    fill("Block and number", "1-2-3")
    picture(folder, "work-1-customer")
    open_by_key("ctrl+s", r"Saved\.")
    open_by_key("ctrl+j", "Day")
    fill("Day", datetime.now(JAPAN).date().isoformat())
    picture(folder, "work-2-job")
    open_by_key("ctrl+s", r"The job is booked\.")
    open_by_key("ctrl+1", "Work order: not printed")
    go_to("Today's jobs")
    press("Home")
    open_by_key("ctrl+p", "Preview")
    open_by_key("Return", "Do not print")
    picture(folder, "work-3-copies")
    print_by_dialog()
    wait_for(lambda: not names("Work order: not printed"), "the copies to be out")
    picture(folder, "work-4-printed")


def enter(folder: Path, name: str) -> None:
    """No PIN, and the office's window."""
    go_to("Without a PIN")
    press("space")
    wait_for(lambda: any(OFFICE in title for title in windows()), "the office's window")
    time.sleep(1)
    picture(folder, name)


def print_sheet(folder: Path) -> None:
    """Through the preview and the system's print dialog."""
    step_on("Preview and print", "Do not print")
    picture(folder, "set-up-4-sheet")
    print_by_dialog()
    wait_for(lambda: names(r"Sent to the printer\."), "the printer's answer")


def print_by_dialog() -> None:
    """From a preview through the system's print dialog to the printer that it offers first."""
    press("ctrl+p")
    wait_for(lambda: "Print" in windows(), "the print dialog")
    go_to("Print")
    press("space")


def read_sheet(folder: Path) -> list[str]:
    """The groups on the paper that came out, as a camera reads them."""
    papers = Path.home() / "PDF"
    wait_for(lambda: list(papers.glob("*.pdf")), "the paper")
    paper = max(papers.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
    image = folder / "recovery-sheet"
    run("pdftoppm", "-png", "-singlefile", "-r", str(QR_DPI), str(paper), str(image))
    said = run("zbarimg", "--raw", "--quiet", f"{image}.png").strip()
    return said.rsplit(":", 1)[1].split("-")


# --- the screen, read ---------------------------------------------------------------------------------------


def showing() -> Iterator[Atspi.Accessible]:
    """Everything that the program shows now."""
    desktop = Atspi.get_desktop(0)
    waiting = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    while waiting:
        one = waiting.pop()
        try:
            one.clear_cache()
            states = one.get_state_set()
            application = one.get_role() == Atspi.Role.APPLICATION
            if not application and not states.contains(Atspi.StateType.SHOWING):
                continue
            yield one
            children = [one.get_child_at_index(at) for at in range(one.get_child_count())]
        except (AttributeError, GLib.Error):  # it went while it was looked at
            continue
        waiting += [child for child in children if child is not None]


def names(pattern: str) -> list[str]:
    """The names on the screen that are so, or so and marked as required."""
    found = {one.get_name() or "" for one in showing()}
    return sorted(name for name in found if is_so(name, pattern))


def is_so(name: str, pattern: str) -> bool:
    """Whether a name is what the regular expression says, but for its mark."""
    return re.fullmatch(pattern, name.removesuffix(" (required)")) is not None


def windows() -> list[str]:
    """The titles of the program's windows."""
    kinds = (Atspi.Role.FRAME, Atspi.Role.WINDOW, Atspi.Role.DIALOG)
    return [one.get_name() or "" for one in showing() if one.get_role() in kinds]


def focused() -> str:
    """The name of what the keyboard writes into."""
    for one in showing():
        states = one.get_state_set()
        # A view that hands its focus on to a field says that it has it, too.
        if states.contains(Atspi.StateType.FOCUSED) and states.contains(Atspi.StateType.FOCUSABLE):
            return one.get_name() or ""
    return ""


def wait_for(there: Callable[[], object], what: str) -> None:
    """Until it is so; ends the walk if it never is."""
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            sys.exit(f"walk.py waited in vain for {what}; the screen says: {names('.+')}")
        time.sleep(0.2)


# --- the keyboard -------------------------------------------------------------------------------------------


def go_to(pattern: str) -> None:
    """Press Tab until the focus is on what is named so."""
    wait_for(lambda: names(pattern), pattern)
    for _ in range(MOST_TABS):
        if is_so(focused(), pattern):
            return
        press("Tab")
    sys.exit(f"walk.py cannot reach {pattern!r} with the Tab key; the focus is on {focused()!r}")


def fill(pattern: str, text: str) -> None:
    """Type into the field that is named so."""
    go_to(pattern)
    run("xdotool", "type", "--delay", "20", text)


def step_on(button: str, then: str) -> None:
    """Press the button that leads on, and wait for what comes."""
    go_to(button)
    press("space")
    wait_for(lambda: names(then), then)


def open_by_key(key: str, then: str) -> None:
    """Press a shortcut, and wait for what comes."""
    press(key)
    wait_for(lambda: names(then), then)


def press(key: str) -> None:
    """One key, and a moment for the program to answer."""
    run("xdotool", "key", key)
    time.sleep(0.15)


def picture(folder: Path, name: str) -> None:
    """The whole screen."""
    run("import", "-window", "root", str(folder / f"{name}.png"))


def run(*command: str) -> str:
    """What the command says."""
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main(sys.argv[1:])
