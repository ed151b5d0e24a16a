"""The first run on a Windows: what a person tries there in ten minutes, and the report of it.

These are the points that only a real Windows shows: its screens, its input method, Narrator, sleep, printers
and drives. The report is meant to be handed on, so it holds no name of a person or a computer, and no path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, Words, phrase


class Try(StrEnum):
    """What is tried, in the order of the page: first what needs a look, last what leaves the page."""

    START_MENU = "start_menu"
    QUIET = "quiet"
    SCALING = "scaling"
    DARK = "dark"
    CONTRAST = "contrast"
    JAPANESE = "japanese"
    NARRATOR = "narrator"
    FILES = "files"
    PRINTER = "printer"
    SYNCED = "synced"
    NETWORK = "network"
    SLEEP = "sleep"
    SWITCHING = "switching"


@dataclass(frozen=True)
class Instruction:
    """One point: its name, what to do, and what should be seen then."""

    name: Phrase
    todo: Phrase
    expected: Phrase


INSTRUCTIONS: dict[Try, Instruction] = {
    Try.START_MENU: Instruction(
        phrase("FirstRun", "Start menu and taskbar"),
        phrase("FirstRun", "Open the Start menu and type hvacdesk. Then look at the taskbar."),
        phrase("FirstRun", "One entry, hvacdesk, with its own picture; the same picture in the taskbar."),
    ),
    Try.QUIET: Instruction(
        phrase("FirstRun", "No questions from Windows"),
        phrase("FirstRun", "Think back to the installation and to the first start."),
        phrase("FirstRun", "No firewall asked for anything, and no virus scanner stopped the program."),
    ),
    Try.SCALING: Instruction(
        phrase("FirstRun", "Scaling"),
        phrase(
            "FirstRun",
            "In Windows' settings, System, Display, set the scale to 125 %, then to 150 %. If there is a "
            "second screen, drag this window there. Set everything back.",
        ),
        phrase("FirstRun", "Text and pictures grow along and stay sharp; nothing is cut off."),
    ),
    Try.DARK: Instruction(
        phrase("FirstRun", "Dark colours"),
        phrase(
            "FirstRun",
            "In Windows' settings, Personalisation, Colours, choose dark, look at this window, and choose "
            "what it was before.",
        ),
        phrase(
            "FirstRun",
            "The program turns dark where its own setting says “As the desktop”; every text can be read.",
        ),
    ),
    Try.CONTRAST: Instruction(
        phrase("FirstRun", "High contrast"),
        phrase(
            "FirstRun",
            "Press the left Alt key, the left Shift key and Print Screen together and agree. Afterwards "
            "press them again.",
        ),
        phrase(
            "FirstRun",
            "The program keeps colours of its own, dark ones with a dark theme; every text and every field "
            "can be seen.",
        ),
    ),
    Try.JAPANESE: Instruction(
        phrase("FirstRun", "Typing Japanese"),
        phrase(
            "FirstRun",
            "Switch Japanese on with the key 半角/全角. Type a word into the remark below, convert it with "
            "the space bar, and confirm it with Enter.",
        ),
        phrase(
            "FirstRun",
            "The suggestions stand beside the word. Enter confirms the word and does nothing else.",
        ),
    ),
    Try.NARRATOR: Instruction(
        phrase("FirstRun", "Reading aloud"),
        phrase(
            "FirstRun",
            "Press Ctrl, the Windows key and Enter together to start Narrator, and go from field to field "
            "with the Tab key. The same keys end it.",
        ),
        phrase("FirstRun", "Narrator says the name of each field and each button."),
    ),
    Try.FILES: Instruction(
        phrase("FirstRun", "Choosing a file"),
        phrase("FirstRun", "Press the button for the report below, look at the window, and cancel it."),
        phrase("FirstRun", "Windows' own window opens, in Windows' language and in a size that can be read."),
    ),
    Try.PRINTER: Instruction(
        phrase("FirstRun", "Printer that is switched off"),
        phrase(
            "FirstRun",
            "Switch the printer off and print a work order of the sample office, or of a practice job.",
        ),
        phrase(
            "FirstRun",
            "The program goes on at once: it says that the printer does not answer, or Windows keeps the "
            "page until it is switched on.",
        ),
    ),
    Try.SYNCED: Instruction(
        phrase("FirstRun", "Folder that OneDrive synchronises"),
        phrase("FirstRun", "Under Settings, Backups, begin to add a folder inside OneDrive. Do not save it."),
        phrase("FirstRun", "A warning says that the folder is synchronised."),
    ),
    Try.NETWORK: Instruction(
        phrase("FirstRun", "Backup on a network drive"),
        phrase("FirstRun", "Under Settings, Backups, add a folder of a network drive and back up."),
        phrase("FirstRun", "The backup is finished and checked."),
    ),
    Try.SLEEP: Instruction(
        phrase("FirstRun", "Sleep"),
        phrase("FirstRun", "Choose Sleep in the Start menu, and wake the PC up after a minute."),
        phrase("FirstRun", "The program is locked. After your PIN or passphrase this page has every answer."),
    ),
    Try.SWITCHING: Instruction(
        phrase("FirstRun", "Locking Windows, another user"),
        phrase(
            "FirstRun",
            "Press the Windows key and L, or switch to another user of this PC and back.",
        ),
        phrase("FirstRun", "The program is locked too, and shows no customer."),
    ),
}
"""The words of each point; every one of :class:`Try` has them."""


class TryAnswer(StrEnum):
    """What the person saw."""

    AS_DESCRIBED = "as_described"
    DIFFERENT = "different"
    NOT_TRIED = "not_tried"


ANSWER_NAMES: dict[TryAnswer, Phrase] = {
    TryAnswer.AS_DESCRIBED: phrase("FirstRun", "As described"),
    TryAnswer.DIFFERENT: phrase("FirstRun", "Different"),
    TryAnswer.NOT_TRIED: phrase("FirstRun", "Could not try it"),
}

UNANSWERED = phrase("FirstRun", "Not answered")
HEADING = phrase("FirstRun", "hvacdesk: first run on this Windows")
HIDDEN = "…"
"""Written in the report in place of a name or a path that was left out."""


@dataclass(frozen=True)
class Fact:
    """Something of the computer that the program sees by itself, for example its scaling."""

    name: Phrase
    value: str


@dataclass(frozen=True)
class TrySeen:
    """A person's answer to one point; ``answer`` is None where none was chosen."""

    answer: TryAnswer | None
    remark: str = ""


_START = r"(?:\b[A-Za-z]:[\\/]|\\\\|/(?:home|Users)/)"
_WITHIN = r"[^\s\"”」]*"
_AFTER_A_SPACE = r"(?:[^\\\"”」]*\\[^\s\"”」]*)*"
_PATH = re.compile(_START + _WITHIN + _AFTER_A_SPACE)
"""A drive, a share or somebody's folder, and on to the last backslash: rather a word too many than a name."""


def without_traces(text: str, names: Iterable[str]) -> str:
    """A remark on one line, without paths and without the names of the login and the computer.

    A name of one letter is left: it would take the letter out of every word.
    """
    kept = _PATH.sub(HIDDEN, " ".join(text.split()))
    for name in sorted({name for name in names if len(name) > 1}, key=len, reverse=True):
        kept = re.sub(re.escape(name), HIDDEN, kept, flags=re.IGNORECASE)
    return kept


def report(
    facts: Sequence[Fact], seen: Mapping[Try, TrySeen], names: Iterable[str], day: str, words: Words
) -> str:
    """The report as plain text in the reader's language: facts, then each point with its answer.

    Args:
        names: what must not be in it: the login's name, the computer's.
        day: when it was tried, ``YYYY-MM-DD``.
    """
    hidden = tuple(names)
    lines = [words(HEADING), day, ""]
    lines += [f"{words(fact.name)}: {fact.value}" for fact in facts]
    lines.append("")
    for number, (point, instruction) in enumerate(INSTRUCTIONS.items(), 1):
        one = seen.get(point, TrySeen(None))
        answer = words(UNANSWERED if one.answer is None else ANSWER_NAMES[one.answer])
        lines.append(f"{number}. {words(instruction.name)}: {answer}")
        if one.remark.strip():
            lines.append(f"   {without_traces(one.remark, hidden)}")
    return "\n".join([*lines, ""])
