"""The lists of destroyed customers that are found before a restore, and what they may lack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.disposed_list import DisposedList, ListsAtHand, at_hand, merged
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.vault import folder
from hvacdesk.vault.erasure import disposed_list


class DisposalsUnknown(UserFacingError):
    """Disposals may be on none of the lists; the owner who opens the backup is told, and may go on."""

    safe = phrase("Errors", "Nothing was changed. The backup itself is whole.")


class DisposedListsDamaged(DisposalsUnknown):
    """A list of destroyed customers lies there, but none that the office signed and that is whole.

    ``count`` says how many were looked at.
    """

    what = phrase(
        "Errors",
        "Lists of destroyed customers were found, but none is whole and signed by the office (looked at: "
        "{count}).",
    )
    todo = phrase(
        "Errors",
        "Connect every disk with a backup folder of the office and try again. Restored without a list, "
        "everybody who was destroyed after the backup was taken comes back, and has to be destroyed again.",
    )


class DisposedListBesideDamaged(DisposedListsDamaged):
    """Some lists are whole, and one that is damaged may be a later one. ``until`` as an office time."""

    what = phrase(
        "Errors",
        "Lists of destroyed customers that were found are damaged or not the office's ({count}). The whole "
        "ones know of no disposal after {until}.",
    )
    todo = phrase(
        "Errors",
        "Connect every disk with a backup folder of the office and try again. Restored all the same, "
        "everybody whose disposal is on the damaged list alone comes back, and has to be destroyed again.",
    )


class DisposedListsOlder(DisposalsUnknown):
    """No list at hand is newer than the backup, and none is this computer's own.

    ``until`` is the office time of the last disposal on them, ``certificate`` its number.
    """

    what = phrase(
        "Errors",
        "The list of destroyed customers may be too old: the last disposal on it is of {until} (certificate "
        "{certificate}), before the backup was taken.",
    )
    todo = phrase(
        "Errors",
        "If the latest certificate of disposal on paper has another number, connect the disk that was there "
        "then, and try again. Otherwise go on. Without that disk, whoever was destroyed later comes back.",
    )


class DisposalBegun(DisposalsUnknown):
    """A disposal of this computer was cut off before anybody could write down whom it destroyed."""

    about_the_computer = True
    what = phrase(
        "Errors",
        "A disposal was cut off on this computer. If it destroyed anybody, no list found here names them.",
    )
    todo = phrase(
        "Errors",
        "If the office still opens, log in and finish the disposal first. Restored all the same, whoever it "
        "destroyed comes back, and has to be destroyed again.",
    )


def lists_in(
    home: Path, holders: Iterable[Path], read: Callable[[Path], DisposedList | None]
) -> tuple[DisposedList, ListsAtHand]:
    """Everybody on the lists in these folders, and what is known of these lists.

    Args:
        home: the office's folder.
        read: gives the list in a folder; None where there is none to be used.
    """
    places = tuple(holders)
    lists = {place: one for place in places if (one := read(place)) is not None}
    listed = merged(lists.values())
    damaged = max(0, sum(map(disposed_list.lies_in, places)) - len(lists))
    begun = folder.has_pending_proof(home)
    return listed, at_hand(listed, lists=len(lists), damaged=damaged, own=home in lists, begun=begun)


def require_latest(lists: ListsAtHand, taken_at: str) -> None:
    """Make sure that every disposal since a backup is on one of the lists.

    Args:
        taken_at: the backup's moment.

    Raises:
        DisposalsUnknown: some may be on none.
    """
    if lists.begun:
        raise DisposalBegun
    if lists.damaged and not lists.lists:
        raise DisposedListsDamaged(count=lists.damaged)
    if not lists.lists or not lists.may_be_older(taken_at):
        return
    until = f"{office_time(moment_of(lists.until)):%Y/%m/%d %H:%M}" if lists.until else "—"
    if lists.damaged:
        raise DisposedListBesideDamaged(count=lists.damaged, until=until)
    raise DisposedListsOlder(until=until, certificate=lists.certificate or "—")
