"""The command line. Without a command the window opens; passphrases come from a prompt or standard input."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from hvacdesk import __version__, hygiene
from hvacdesk.commands import file_names, streams
from hvacdesk.commands.door import OK, default_home, load_undisturbed, named_path, now, told, words

DEMO_CUSTOMERS = 160
DEMO_SEED = 20261124


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the process's exit status."""
    if arguments is None:
        file_names.read_as_utf8()
    hygiene.harden()
    streams.prepare()
    return told(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hvacdesk", description="Front desk of an air-conditioning office.")
    parser.add_argument("--home", type=named_path, help="the office's data folder")
    parser.add_argument(
        "--open-backup", default="", metavar="FOLDER", help="open the window where this backup is restored"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(commands)
    backup = _add(commands, "backup", "back up into the office's folders", _backup)
    backup.add_argument("--to", type=named_path, metavar="FOLDER", help="only into this folder")
    restore = _add(
        commands, "restore", "restore an office from a backup; what is there is put aside", _restore
    )
    restore.add_argument("backup", type=named_path, help="the backup's own folder, hvacdesk-backup-…")
    _add_import(commands)
    verify = _add(commands, "verify", "check the database and the audit log's chain", _verify)
    verify.add_argument("--backup", type=named_path, help="check this backup as well")
    verify.add_argument(
        "--witness",
        type=named_path,
        action="append",
        default=[],
        metavar="FILE",
        help="compare the log with a state of it that somebody kept (a file, or a folder of them)",
    )
    _add(commands, "rotate", "renew the office's keys, then back up", _rotate)
    update = commands.add_parser("update", help="check an update file and take its installer out")
    update.add_argument("file", type=named_path)
    update.add_argument("--to", type=named_path, metavar="FOLDER", help="where the installer goes")
    update.set_defaults(run=_update)
    check = commands.add_parser("self-check", help="look at key store, printer, folders, space and clock")
    check.add_argument("--home", type=named_path, default=argparse.SUPPRESS)
    check.set_defaults(run=_self_check)
    host = commands.add_parser("host", help="serve the office's other PCs, without a window")
    host.add_argument("--home", type=named_path, default=argparse.SUPPRESS)
    host.set_defaults(run=_host)
    commands.add_parser("measure-start").set_defaults(run=_measure_start)
    version = commands.add_parser("version", help="print the program's version")
    version.set_defaults(run=_version)
    return parser


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser("demo", help="a sample office; with --out a tour without a screen")
    demo.add_argument(
        "--out", type=named_path, help="walk through the day and the month and leave the results here"
    )
    demo.add_argument(
        "--printer",
        default="",
        metavar="NAME",
        help="with --out: print the day's work orders on this printer",
    )
    demo.add_argument(
        "--help-pictures",
        type=named_path,
        metavar="FOLDER",
        help="only make the help's pictures again, in here",
    )
    demo.add_argument(
        "--seats",
        action="store_true",
        help="let two other PCs work in the sample office, over connections on this computer",
    )
    demo.add_argument("--customers", type=int, default=DEMO_CUSTOMERS, metavar="N")
    demo.add_argument("--seed", type=int, default=DEMO_SEED, metavar="S")
    demo.add_argument(
        "--home", type=named_path, help="keep the sample office's data folder here", dest="demo_home"
    )
    demo.set_defaults(run=_demo)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    import_ = _add(commands, "import", "register the customers of a list (Excel, CSV, ZIP or vCard)", _import)
    import_.add_argument("file", type=named_path, help="the list")
    import_.add_argument("--sheet", default="", metavar="NAME", help="of a workbook; otherwise the first")
    import_.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADER",
        help="what a column holds, such as name=取引先名; none=HEADER leaves one out; for each column once",
    )
    import_.add_argument("--check", action="store_true", help="look through the list and store nothing")
    import_.add_argument(
        "--only-good-rows",
        action="store_true",
        help="leave out what cannot be imported; otherwise one such row stops everything",
    )
    import_.add_argument(
        "--with-duplicates", action="store_true", help="also those who are probably registered already"
    )
    import_.add_argument(
        "--left-out",
        type=named_path,
        metavar="FILE",
        help="write the rows that were left out, with line and reason, into this CSV file",
    )


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    purpose: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """A command that somebody has to log in for."""
    command = commands.add_parser(name, help=purpose)
    command.add_argument("--home", type=named_path, default=argparse.SUPPRESS)
    command.add_argument("--account", help="who does it, by name; asked for when there are several")
    command.set_defaults(run=run)
    return command


def _window(options: argparse.Namespace) -> int:
    load_undisturbed()
    from hvacdesk import app

    return app.run(options.home or default_home(), now, options.open_backup)


def _host(options: argparse.Namespace) -> int:
    load_undisturbed()
    from hvacdesk import app
    from hvacdesk.services.entry.entry import OfficeEntry

    entry = OfficeEntry(options.home or default_home(), now)
    if not entry.is_seat:
        entry.require_office()
    return app.run(entry.home, now, host=True)


def _demo(options: argparse.Namespace) -> int:
    from hvacdesk.demo import command

    if options.help_pictures:
        return command.make_pictures(options.help_pictures, customers=options.customers, seed=options.seed)
    if options.seats:
        return command.work_at_seats(
            home=options.demo_home,
            customers=options.customers,
            seed=options.seed,
            words=words(),
            printed=streams.has_reader(),
        )
    return command.run(
        out=options.out,
        home=options.demo_home,
        customers=options.customers,
        seed=options.seed,
        printer=options.printer,
        printed=streams.has_reader(),
    )


def _version(_options: argparse.Namespace) -> int:
    print(f"hvacdesk {__version__}")
    return OK


def _measure_start(options: argparse.Namespace) -> int:
    from hvacdesk.commands import measure_start

    measure_start.run(options.home)


def _update(options: argparse.Namespace) -> int:
    from hvacdesk.commands import update

    return update.run(options.file, options.to)


def _self_check(options: argparse.Namespace) -> int:
    from hvacdesk.commands import self_check

    return self_check.run(options.home)


def _backup(options: argparse.Namespace) -> int:
    from hvacdesk.commands import backup

    return backup.run(options.home, options.account, options.to)


def _restore(options: argparse.Namespace) -> int:
    from hvacdesk.commands import restore

    return restore.run(options.home, options.backup, options.account)


def _import(options: argparse.Namespace) -> int:
    from hvacdesk.commands import import_list

    choices = import_list.Choices(
        sheet=options.sheet,
        only_good_rows=options.only_good_rows,
        with_duplicates=options.with_duplicates,
        check_only=options.check,
        left_out=options.left_out,
        columns=tuple(options.column),
    )
    return import_list.run(options.home, options.account, options.file, choices)


def _verify(options: argparse.Namespace) -> int:
    from hvacdesk.commands import verify

    return verify.run(options.home, options.account, options.backup, options.witness)


def _rotate(options: argparse.Namespace) -> int:
    from hvacdesk.commands import rotate

    return rotate.run(options.home, options.account)
