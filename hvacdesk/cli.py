"""The command line. Without a command the window opens; passphrases come from a prompt or standard input."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hvacdesk import __version__, hygiene
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office import StaffMember
from hvacdesk.domain.wording import Words, english, phrase

OK, FAILED, NOT_INTACT = 0, 1, 2

DEMO_CUSTOMERS = 160
DEMO_SEED = 20261124


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the process's exit status."""
    hygiene.harden()
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except UserFacingError as error:
        print("\n".join(error.sentences(_words())), file=sys.stderr)
        return FAILED


def default_home() -> Path:
    """Where this OS account keeps its office."""
    from platformdirs import user_data_path

    return user_data_path("hvacdesk", appauthor=False, roaming=False)


def now() -> datetime:
    """The program's real clock."""
    return datetime.now(UTC)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hvacdesk", description="Front desk of an air-conditioning office.")
    parser.add_argument("--home", type=Path, help="the office's data folder")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("demo", help="a sample office; with --out a tour without a screen")
    demo.add_argument(
        "--out", type=Path, help="walk through the day and the month and leave the results here"
    )
    demo.add_argument("--customers", type=int, default=DEMO_CUSTOMERS, metavar="N")
    demo.add_argument("--seed", type=int, default=DEMO_SEED, metavar="S")
    demo.add_argument("--home", type=Path, help="keep the sample office's data folder here", dest="demo_home")
    demo.set_defaults(run=_demo)

    verify = commands.add_parser("verify", help="check the database and the audit log's chain")
    verify.add_argument("--home", type=Path, default=argparse.SUPPRESS)
    verify.add_argument("--account", help="who checks, by name; asked for when there are several")
    verify.set_defaults(run=_verify)

    version = commands.add_parser("version", help="print the program's version")
    version.set_defaults(run=_version)
    return parser


def _window(options: argparse.Namespace) -> int:
    from hvacdesk import app

    return app.run(options.home or default_home(), now)


def _demo(options: argparse.Namespace) -> int:
    from hvacdesk.demo import command

    return command.run(
        out=options.out, home=options.demo_home, customers=options.customers, seed=options.seed
    )


def _version(_options: argparse.Namespace) -> int:
    print(f"hvacdesk {__version__}")
    return OK


def _verify(options: argparse.Namespace) -> int:
    from hvacdesk.services.entry import OfficeEntry

    words = _words()
    entry = OfficeEntry(options.home or default_home(), now)
    entry.acquire()
    try:
        entry.open_sealed()
        member = _chosen(entry.staff(), options.account, words)
        office, actor = entry.login(member.account, _passphrase(member.name, words))
        try:
            chain = office.audit.verify(actor)
            database_sound = office.audit.database_sound(actor)
        finally:
            with suppress(UserFacingError):  # a damaged file takes no entry for logging out
                office.leave(actor)
    finally:
        entry.release()
    print(words(phrase("Command line", "Entries in the audit log: {count}")).format(count=chain.entries))
    print(words(phrase("Command line", "Head of the chain: {hash}")).format(hash=chain.head_hash))
    for place, found in chain.anchors:
        text = (
            phrase("Command line", "Stored head ({place}): lies on the chain")
            if found
            else phrase("Command line", "Stored head ({place}): DOES NOT LIE ON THE CHAIN")
        )
        print(words(text).format(place=place))
    if chain.broken_at is not None:
        text = phrase("Command line", "The chain is BROKEN at entry {sequence}.")
        print(words(text).format(sequence=chain.broken_at))
    print(
        words(
            phrase("Command line", "Every page of the database is sound.")
            if database_sound
            else phrase("Command line", "The database is DAMAGED: restore the last verified backup.")
        )
    )
    return OK if chain.intact and database_sound else NOT_INTACT


def _chosen(staff: Sequence[StaffMember], name: str | None, words: Words) -> StaffMember:
    matching = [member for member in staff if name is None or member.name == name]
    if len(matching) == 1:
        return matching[0]
    names = ", ".join(member.name for member in staff)
    print(words(phrase("Command line", "Say who you are with --account NAME: {names}")).format(names=names))
    raise SystemExit(FAILED)


def _passphrase(name: str, words: Words) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass(words(phrase("Command line", "Passphrase of {name}: ")).format(name=name))


def _words() -> Words:
    import locale

    from hvacdesk.services.language import words_for

    language = (locale.getlocale()[0] or "").split("_")[0].lower()
    return words_for("ja") if language in {"ja", "japanese"} else english
