"""What every command shares: exit statuses, language, prompts, and a login that is left again."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk import own_files
from hvacdesk.commands import streams
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.visible import visible
from hvacdesk.domain.text.wording import Phrase, Words, english, phrase

if TYPE_CHECKING:
    from hvacdesk.domain.office.office import StaffMember
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office

OK, FAILED, NOT_INTACT = 0, 1, 2


class NothingNamed(UserFacingError):
    """An argument that names a file or folder is empty, as an unset variable of a script is."""

    what = phrase("Errors", "Where a file or a folder should be named, the command says nothing.")
    todo = phrase("Errors", "Name it. In a script, check that the variable with its name is set.")


class SystemRefused(UserFacingError):
    """The operating system refused a file or folder, which nothing foresaw; ``reason`` is its own."""

    what = phrase("Errors", "The operating system refused a file or folder that the command needs: {reason}.")
    safe = phrase("Errors", "The command did not go on from there.")
    todo = phrase(
        "Errors", "Check how each name is written and whether its drive is connected, then try again."
    )


def named_path(text: str) -> Path:
    """The file or folder that an argument names. Raises :class:`NothingNamed`."""
    if not text.strip():
        raise NothingNamed
    return Path(text)


INTERRUPTED = 130
"""What a shell says of a program that was ended by its user's Ctrl-C."""


def default_home() -> Path:
    """Where this OS account keeps its office."""
    from platformdirs import user_data_path

    return user_data_path("hvacdesk", appauthor=False, roaming=False)


def load_undisturbed() -> None:
    """Look for no garbage while the windows load; once they are there their ``Collector`` does it.

    There is none yet, and looking takes a twentieth of the time to the painted login window (measured).
    """
    gc.disable()


def now() -> datetime:
    """The program's real clock."""
    return datetime.now(UTC)


def words() -> Words:
    """The language of the terminal: Japanese, or English."""
    import locale

    from hvacdesk.services.language import words_for

    # The names that POSIX gives the language of messages come first: a system that has no Japanese locale
    # installed falls back to C, whatever its user asked for.
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = (asked or locale.getlocale()[0] or "").split("_")[0].lower()
    return words_for("ja") if language in {"ja", "japanese"} else english


@contextmanager
def held(home: Path | None, *, there: bool = False) -> Iterator[OfficeEntry]:
    """The way into an office; until it is left, no other program can open that office.

    ``there`` asks for an office that is there already: a folder that was mistyped is neither made nor locked.
    """
    from hvacdesk.services.entry.entry import OfficeEntry

    entry = OfficeEntry(home or default_home(), now)
    if there:
        entry.require_office()
    entry.acquire()
    try:
        yield entry
    finally:
        entry.release()


@contextmanager
def logged_in(home: Path | None, account: str | None) -> Iterator[tuple[Office, Actor]]:
    """A session of the person who is named or asked for; it is left at the end."""
    with held(home, there=True) as entry:
        entry.open_sealed()
        member = chosen(entry.staff(), account)
        office, actor = entry.login(member.account, passphrase(member.name))
        if office.brought_up is not None:
            text = phrase("Command line", "Brought up to date for this version; backup of before: {folder}")
            print(filled(text, folder=office.brought_up.backup), file=sys.stderr)
        wrong = office.clock_check.behind() or office.clock_check.leap()
        if wrong is not None:
            print("\n".join(wrong.sentences(words())), file=sys.stderr)
        try:
            yield office, actor
        finally:
            with suppress(UserFacingError):  # no entry for logging out can be written into a damaged file
                office.leave(actor)


def chosen(staff: Sequence[StaffMember], name: str | None) -> StaffMember:
    """The member of staff with this name, or the only one; otherwise the command ends."""
    matching = [member for member in staff if name is None or member.name == name]
    if len(matching) == 1:
        return matching[0]
    names = ", ".join(member.name for member in staff)
    say(phrase("Command line", "Say who you are with --account NAME: {names}"), names=names)
    raise SystemExit(FAILED)


def filled(text: Phrase, /, **details: object) -> str:
    """A sentence in the reader's language; what fills it may be somebody else's, such as a file's name."""
    return words()(text).format(
        **{name: visible(str(one)) if isinstance(one, (str, Path)) else one for name, one in details.items()}
    )


def say(text: Phrase, /, **details: object) -> None:
    """Print it."""
    print(filled(text, **details))


def passphrase(name: str) -> str:
    """A person's passphrase, from a prompt or standard input, never from an argument."""
    return secret(filled(phrase("Command line", "Passphrase of {name}: "), name=name))


def secret(prompt: str) -> str:
    """A line that must not show; nothing, where the end was typed instead of it."""
    if not sys.stdin.isatty():
        return streams.typed_line()
    import getpass

    try:
        return getpass.getpass(prompt)
    except EOFError:
        return ""


def asked(prompt: str) -> str:
    """A line that may show; nothing, where the end was typed instead of it."""
    if not sys.stdin.isatty():
        print(prompt)
        return streams.typed_line()
    try:
        return input(prompt)
    except EOFError:
        return ""


def told(command: Callable[[], int]) -> int:
    """Run a command; a foreseen failure is told in the reader's language and gives a status.

    So is whatever the operating system refuses. A traceback of that would show the path, and so the login.
    """
    try:
        status = command()
    except UserFacingError as error:
        _tell(error)
        status = FAILED
    except OSError as error:
        _tell(SystemRefused(reason=own_files.reason(error)))
        status = FAILED
    except SystemExit as end:  # arguments that nobody understands, or that ask for help
        status = int(end.code or OK)
    except KeyboardInterrupt:
        status = INTERRUPTED
    lost = streams.lost()
    if lost is not None:
        _tell(lost)
    return status if lost is None else status or FAILED


def _tell(error: UserFacingError) -> None:
    print("\n".join(error.sentences(words())), file=sys.stderr)
