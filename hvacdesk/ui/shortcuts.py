"""Every key of the desk in one list: overview and help show it, and a test holds it against the windows.

A developer who gives a window a key adds its line here; ``test_every_screen.py`` names a key without one.
"""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Phrase, phrase


@dataclass(frozen=True)
class Key:
    """One key, or several for the same.

    Attributes:
        keys: as Qt writes them in any language; alternatives parted by spaces.
        handled: whether the widget with the keyboard takes the key itself, so that no shortcut carries it.
        needs: without this permission it does nothing, and is not told of.
    """

    keys: str
    does: Phrase
    handled: bool = False
    needs: Permission | None = None

    def each(self) -> tuple[str, ...]:
        """The alternatives."""
        return tuple(self.keys.split(" "))


@dataclass(frozen=True)
class KeyGroup:
    """Keys of one place.

    Attributes:
        page: the page that must be in the person's navigation; empty for those that hold for everybody.
    """

    title: Phrase
    keys: tuple[Key, ...]
    page: str = ""


EVERYWHERE = KeyGroup(
    phrase("Shortcuts", "Everywhere"),
    (
        Key("F1", phrase("Shortcuts", "Help for what is in front")),
        Key("Ctrl+/", phrase("Shortcuts", "Show these keys")),
        Key("F2", phrase("Shortcuts", "Note a call"), needs=Permission.TAKE_CALLS),
        Key("F3", phrase("Shortcuts", "Go to what waits first")),
        Key("F4", phrase("Shortcuts", "Check who is calling"), needs=Permission.FIND_CUSTOMERS),
        Key("Ctrl+F", phrase("Shortcuts", "Find a customer"), needs=Permission.FIND_CUSTOMERS),
        Key("Ctrl+K", phrase("Shortcuts", "Find anything: customers, jobs, papers, firms, pages")),
        Key("F5", phrase("Shortcuts", "Read the page again")),
        Key("Ctrl+Z", phrase("Shortcuts", "Undo the last saved change")),
        Key("F8", phrase("Shortcuts", "Report that something happened")),
        Key("F9", phrase("Shortcuts", "Draw or lift the curtain")),
        Key("Ctrl+L", phrase("Shortcuts", "Lock the screen")),
        Key("Ctrl+Shift+L", phrase("Shortcuts", "Switch user")),
    ),
)

OF_PAGES: tuple[KeyGroup, ...] = (
    KeyGroup(
        phrase("Navigation", "Today"),
        (
            Key(
                "Ctrl+P",
                phrase("Shortcuts", "Print the work order of the chosen job"),
                needs=Permission.ISSUE_WORK_ORDERS,
            ),
        ),
        page="today",
    ),
    KeyGroup(
        phrase("Navigation", "Customers"),
        (
            Key("Ctrl+N", phrase("Shortcuts", "New customer"), needs=Permission.EDIT_CUSTOMERS),
            Key("Ctrl+E", phrase("Shortcuts", "Change the customer"), needs=Permission.EDIT_CUSTOMERS),
            Key("Ctrl+J", phrase("Shortcuts", "Book a job"), needs=Permission.EDIT_JOBS),
            Key("F6", phrase("Shortcuts", "Show phone and address")),
            Key("Shift+F6", phrase("Shortcuts", "On a call: keep them shown")),
        ),
        page="customers",
    ),
    KeyGroup(
        phrase("Navigation", "Schedule"),
        (
            Key("PgUp", phrase("Shortcuts", "Month, week or day before")),
            Key("PgDown", phrase("Shortcuts", "Month, week or day after")),
            Key("Home", phrase("Shortcuts", "This week")),
            Key("Ctrl+X", phrase("Shortcuts", "Take the job up"), handled=True, needs=Permission.EDIT_JOBS),
            Key(
                "Ctrl+V Return", phrase("Shortcuts", "Put it down"), handled=True, needs=Permission.EDIT_JOBS
            ),
            Key("Ctrl+M", phrase("Shortcuts", "Move the job"), handled=True, needs=Permission.EDIT_JOBS),
        ),
        page="schedule",
    ),
    KeyGroup(
        phrase("Navigation", "Work orders"),
        (
            Key(
                "Ctrl+P", phrase("Shortcuts", "Print the checked copies"), needs=Permission.ISSUE_WORK_ORDERS
            ),
            Key("PgUp", phrase("Shortcuts", "Day before")),
            Key("PgDown", phrase("Shortcuts", "Day after")),
            Key("Home", phrase("Shortcuts", "Today's list")),
            Key(
                "Alt+1",
                phrase("Shortcuts", "Papers that come back are filed"),
                needs=Permission.REGISTER_COPIES,
            ),
            Key(
                "Alt+2",
                phrase("Shortcuts", "Papers that come back are shredded"),
                needs=Permission.REGISTER_COPIES,
            ),
            Key(
                "Alt+3",
                phrase("Shortcuts", "Papers go back to the customer"),
                needs=Permission.REGISTER_COPIES,
            ),
            Key("Alt+4", phrase("Shortcuts", "Papers are lost"), needs=Permission.REGISTER_COPIES),
        ),
        page="work_orders",
    ),
    KeyGroup(
        phrase("Navigation", "Disposal"),
        (
            Key("D", phrase("Shortcuts", "Destroy"), needs=Permission.PROPOSE_DISPOSAL),
            Key("K", phrase("Shortcuts", "Keep"), needs=Permission.PROPOSE_DISPOSAL),
            Key("H", phrase("Shortcuts", "Put on hold"), needs=Permission.HOLD_DISPOSAL),
            Key(
                "R", phrase("Shortcuts", "Reduce to what the law asks for"), needs=Permission.PROPOSE_DISPOSAL
            ),
        ),
        page="disposal",
    ),
    KeyGroup(
        phrase("Navigation", "Safeguards"),
        (Key("Alt+Left", phrase("Shortcuts", "Back to the overview")),),
        page="safeguards",
    ),
    KeyGroup(
        phrase("Navigation", "Settings"),
        (
            Key(
                "Alt+Up Alt+Down",
                phrase("Shortcuts", "Move a position of the price list"),
                needs=Permission.MANAGE_OFFICE,
            ),
        ),
        page="settings",
    ),
)

LISTS = KeyGroup(
    phrase("Shortcuts", "Lists"),
    (
        Key("Up Down", phrase("Shortcuts", "Another line"), handled=True),
        Key("Home End", phrase("Shortcuts", "First or last line"), handled=True),
        Key("Return", phrase("Shortcuts", "Open the line"), handled=True),
        Key("Menu Shift+F10", phrase("Shortcuts", "What can be done with the line; columns"), handled=True),
        Key("Ctrl+C", phrase("Shortcuts", "Copy the line as it is shown"), handled=True),
        Key("Left Right", phrase("Shortcuts", "Another tab, on a row of tabs"), handled=True),
    ),
)

FORMS = KeyGroup(
    phrase("Shortcuts", "Forms"),
    (
        Key("Return", phrase("Shortcuts", "On to the next field; on a button, press it"), handled=True),
        Key("Ctrl+S", phrase("Shortcuts", "Save")),
        Key("Ctrl+Shift+S", phrase("Shortcuts", "Save and add another")),
        Key("Esc", phrase("Shortcuts", "Close"), handled=True),
        Key("F6", phrase("Shortcuts", "Show the hidden value of the field"), handled=True),
        Key("Alt+Down", phrase("Shortcuts", "Pick a day"), handled=True),
    ),
)

PREVIEW = KeyGroup(
    phrase("Shortcuts", "Preview"),
    (
        Key("Ctrl+P", phrase("Shortcuts", "Choose the printer")),
        Key("Ctrl++ Ctrl+-", phrase("Shortcuts", "Larger or smaller")),
        Key("Ctrl+0", phrase("Shortcuts", "Whole page")),
        Key("Ctrl+9", phrase("Shortcuts", "Page width")),
    ),
)

HELP = KeyGroup(
    phrase("Help", "Help"),
    (
        Key("Ctrl+F", phrase("Shortcuts", "Search the help")),
        Key("Alt+Left", phrase("Shortcuts", "Back to the page before")),
        Key("Esc", phrase("Shortcuts", "Close"), handled=True),
    ),
)

IN_PARTS = (LISTS, FORMS, PREVIEW, HELP)

GROUPS = (EVERYWHERE, *OF_PAGES, *IN_PARTS)
