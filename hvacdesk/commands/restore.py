"""``hvacdesk restore``: an office from a backup, with the recovery sheet or an owner's passphrase."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hvacdesk.commands.door import FAILED, OK, asked, filled, held, passphrase, say, secret, words
from hvacdesk.domain.backups.backups import Examination, RestoreReport
from hvacdesk.domain.disposal.disposed_list import ListsAtHand
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.backups.found_lists import DisposalsUnknown, DisposedListsDamaged
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.open_office import Office

NOT_THIS_NAME = phrase(
    "Command line", "This computer cannot open the backup for that name: use the recovery sheet."
)


WITHOUT_LIST, GO_ON = "without list", "go on"
"""What has to be typed, in every language of the terminal."""

_TYPE_WITHOUT_LIST = phrase("Command line", "Type “without list” to restore all the same: ")
_TYPE_GO_ON = phrase("Command line", "Type “go on” to restore all the same: ")

Opened = tuple[Office, Actor, RestoreReport]


def run(home: Path | None, backup: Path, account: str | None) -> int:
    """Restore; whatever the folder holds is put aside. A refusal leaves everything as it was."""
    with held(home) as entry:
        restoring = entry.restoring()
        found = restoring.examine(str(backup))
        _print_found(found)
        opened = _opened(restoring, found, account)
        if opened is None:
            return FAILED
        office, actor, report = opened
        with suppress(UserFacingError):  # it is restored, whether or not leaving it can be noted
            office.leave(actor)
    _print_report(report)
    return OK


def _opened(restoring: Restoring, found: Examination, account: str | None) -> Opened | None:
    path = found.found.path
    if account is None:
        prompt = phrase("Command line", "Code of recovery sheet {number}: ")
        code = secret(filled(prompt, number=found.sheet_number))
        return _asking(
            lambda gone_on: restoring.restore_with_sheet(path, code, _progress, without_list=gone_on)
        )
    matching = [(slot, name) for slot, name in found.staff if name == account]
    if not matching:
        say(NOT_THIS_NAME)
        return None
    slot, name = matching[0]
    typed = passphrase(name)
    return _asking(
        lambda gone_on: restoring.restore_with_passphrase(path, slot, typed, _progress, without_list=gone_on)
    )


def _asking(restore: Callable[[bool], Opened]) -> Opened | None:
    """Restore; where disposals may be missing from all lists at hand, ask the person first."""
    try:
        return restore(False)
    except DisposalsUnknown as error:
        for sentence in error.sentences(words()):
            print(sentence)
        without = type(error) is DisposedListsDamaged
    prompt, awaited = (_TYPE_WITHOUT_LIST, WITHOUT_LIST) if without else (_TYPE_GO_ON, GO_ON)
    return restore(True) if asked(words()(prompt)).strip() == awaited else None


def _print_found(found: Examination) -> None:
    text = phrase("Command line", "Backup of {office}, taken {moment}, program {program}")
    one = found.found
    say(text, office=one.office_name, moment=one.taken_at, program=one.program)
    if found.replaces:
        say(phrase("Command line", "The office that is in the folder now will be put aside, not deleted."))
    if found.lists.begun:
        say(
            phrase(
                "Command line",
                "A disposal was cut off on this computer. Whoever it destroyed comes back.",
            )
        )
    elif not found.lists.lists:
        say(
            phrase(
                "Command line",
                "No list of destroyed customers was found: whoever was destroyed since comes back.",
            )
        )
    elif found.list_may_be_older:
        _say_of_list(
            phrase(
                "Command line",
                "The last disposal on the list of destroyed customers: {moment}, certificate {certificate}. "
                "Whoever was destroyed later comes back.",
            ),
            found.lists,
        )


def _print_report(report: RestoreReport) -> None:
    say(phrase("Command line", "Restored. Everybody logs in with the passphrase of that day."))
    say(phrase("Command line", "Customers destroyed again: {count}"), count=report.replayed)
    if report.lists.begun:
        say(
            phrase(
                "Command line",
                "The disposal that was cut off on this computer is not repeated. Destroy its customers.",
            )
        )
    elif report.list_may_be_older and not report.lists.lists:
        say(
            phrase(
                "Command line",
                "No list of destroyed customers could be used. Compare with the certificates on paper.",
            )
        )
    elif report.list_may_be_older:
        _say_of_list(
            phrase(
                "Command line",
                "Disposals after the last one on the list are not repeated. Last one: {moment}, certificate "
                "{certificate}. Compare with the certificates on paper.",
            ),
            report.lists,
        )
    say(
        phrase("Command line", "Log entries since the backup that are lost: {count}"),
        count=report.lost_entries,
    )
    if report.told_apart:
        say(
            phrase(
                "Command line",
                "Merges with somebody who was disposed of were undone. Look through: {numbers}",
            ),
            numbers=", ".join(report.told_apart),
        )
    if report.numbers:
        say(
            phrase(
                "Command line",
                "Numbers go on after a gap. Look for papers with a number in it, and enter their work again:",
            )
        )
    for one in report.numbers:
        text = phrase("Command line", "- {series}: {last} in the backup, {following} next")
        say(text, series=words()(one.label), last=one.last, following=one.following)
    if report.set_aside:
        say(phrase("Command line", "The former office lies in {folder}"), folder=report.set_aside)


def _say_of_list(text: Phrase, lists: ListsAtHand) -> None:
    say(text, moment=lists.until or "—", certificate=lists.certificate or "—")


def _progress(step: Phrase, number: int, steps: int) -> None:
    print(f"{number + 1}/{steps} {words()(step)}")
