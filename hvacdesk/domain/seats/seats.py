"""What an office knows of the PCs that work in it beside the office PC, and what stops one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.errors import (
    ACCOUNT_WAS_REMOVED,
    ROLE_WAS_TAKEN,
    TYPED_IS_KEPT,
    TYPED_WENT_WITH_ACCOUNT,
    TYPED_WENT_WITH_ROLE,
    LoginOver,
    UserFacingError,
)
from hvacdesk.domain.office.updates import UpdateDamaged, version_numbers
from hvacdesk.domain.text.wording import phrase

_MINUTE = "%Y-%m-%d %H:%M"


class SeatState(StrEnum):
    """What a seat may do; a revoked one never comes back, but joins from the beginning.

    On screens a locked one is suspended and a revoked one removed; either is stopped. One that was confirmed
    and never came is taken back: it is revoked, too.
    """

    ACTIVE = "active"
    LOCKED = "locked"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Seat:
    """A PC that joined the office.

    Attributes:
        seat: 32 hexadecimal digits.
        name: what the owner called it.
        joined: when the owner confirmed it.
        last_seen: when it last connected; None where it never did.
        version: of its program, as it said.
        address: from which it last came.
        certificate_ends: until when the office PC knows it without a new certificate.
    """

    seat: str
    name: str
    state: SeatState
    joined: datetime
    certificate_ends: datetime
    last_seen: datetime | None = None
    version: str = ""
    address: str = ""


@dataclass(frozen=True)
class Membership:
    """What a seat knows of its office before anybody logs in; nothing of a customer.

    Attributes:
        office_id: 32 hexadecimal digits.
        office_name: as the login window says it.
        seat, seat_name: which seat this PC is.
        addresses: where the office PC was found, the last one first.
        computer: what the office PC is called in its network; empty where it has not said.
    """

    office_id: str
    office_name: str
    seat: str
    seat_name: str
    addresses: tuple[str, ...]
    port: int
    computer: str = ""


class Pause(StrEnum):
    """Why everybody is asked to stop for a moment: the office's file is one person's alone meanwhile."""

    DISPOSAL = "disposal"
    KEY_RENEWAL = "key renewal"


class SeatStopped(UserFacingError):
    """This PC may not work in the office; the ancestor of the reasons."""


class SeatRevoked(SeatStopped, LoginOver):
    """An owner took the PC off the list of seats."""

    what = phrase("Errors", "This PC was removed from the office's seats.")
    safe = phrase(
        "Errors",
        "What was saved is safe. Half-typed forms that the program kept are offered to you at your next "
        "login at another PC. Only what was typed here in the last moment is lost.",
    )
    todo = phrase(
        "Errors", "Ask the person responsible. To work here again, this PC has to join the office anew."
    )


class SeatStopNotKept(UserFacingError):
    """A seat was suspended or removed, and that could not be written: it counts while this program runs."""

    about_the_computer = True
    what = phrase("Errors", "The seat is stopped now, but that could not be saved for good.")
    safe = phrase("Errors", "The seat cannot work as long as the program runs on the office PC.")
    todo = phrase(
        "Errors",
        "See that the computer's key store is unlocked and its disk has room, and leave the program on: it "
        "tries again while other PCs ask, and when an owner logs in. Until then the seat could work again "
        "after a restart.",
    )


class SeatLocked(SeatStopped, LoginOver):
    """An owner suspended the seat for a while."""

    what = phrase("Errors", "This PC is suspended as a seat of the office at the moment.")
    safe = TYPED_IS_KEPT
    todo = phrase(
        "Errors",
        "Ask the person responsible to lift the suspension: at the office PC, under Settings, Other PCs.",
    )


class SeatNotKnown(SeatStopped):
    """The office PC does not take the PC's certificate: it ended, or the office PC was set up again."""

    what = phrase("Errors", "The office PC does not know this PC, or no longer does.")
    todo = phrase(
        "Errors", "Check the date and time of both PCs. If they are right, let this PC join the office anew."
    )


class FalseOfficePc(SeatStopped):
    """At the office PC's address something else answers; what it would be told is told to nobody."""

    what = phrase("Errors", "The PC that answers is not your office PC: its certificate differs.")
    safe = phrase("Errors", "Nothing was sent to it.")
    todo = phrase(
        "Errors",
        "Check the date and time of this PC and the office PC's address. If they are right, tell the person "
        "responsible, and do not log in.",
    )


class NotValidNow(FalseOfficePc):
    """By this PC's clock the office PC's certificate is not valid yet, or no longer."""

    what = phrase(
        "Errors", "By this PC's clock the office PC's certificate is not valid now, so it is not trusted."
    )
    todo = phrase(
        "Errors",
        "Set date and time of this PC and of the office PC right. If they are, the person responsible logs "
        "in at the office PC, which renews its certificate.",
    )


class AnotherVersion(SeatStopped):
    """Seat and office PC talk by one version alone; ``here`` is the seat's, ``there`` the office PC's."""

    what = phrase("Errors", "This PC has version {here} of the program, and the office PC has {there}.")
    todo = phrase(
        "Errors",
        "Install the version of the office PC here, then try again. The office PC may keep it for you.",
    )

    def __init__(self, here: str, there: str) -> None:
        super().__init__(here=here, there=there)


class OfficePcOlder(AnotherVersion):
    """The seat was updated, and the office PC was not yet."""

    todo = phrase(
        "Errors",
        "Update the office PC to the version of this PC, under Settings, About there, then try again.",
    )


def is_older(version: str, other: str) -> bool:
    """Whether a version comes before another one; of what is no version of ours nobody can say so."""
    try:
        return version_numbers(version) < version_numbers(other)
    except UpdateDamaged:
        return False


def another_version(here: str, there: str) -> AnotherVersion:
    """What to say of a seat's version and the office PC's."""
    return OfficePcOlder(here, there) if is_older(there, here) else AnotherVersion(here, there)


class NoInstallerKept(UserFacingError):
    """The office PC has no update file for a seat; ``version`` and ``system``: which one would help."""

    what = phrase("Errors", "The office PC keeps no installer of version {version} for this PC ({system}).")
    todo = phrase(
        "Errors",
        "At the office PC open Settings, Other PCs, and choose the update file for {system} there. Or get "
        "that version for this PC from whoever supplies hvacdesk to you.",
    )

    def __init__(self, version: str, system: str) -> None:
        super().__init__(version=version, system=system)


class SeatLoginEnded(SeatStopped, LoginOver):
    """The office PC no longer knows the login: it was restarted, or heard nothing of the seat for long.

    The ancestor of the other reasons, where they are known.
    """

    what = phrase(
        "Errors",
        "Your login has ended: the office PC was restarted, or it heard nothing of this PC for a long time.",
    )
    safe = phrase(
        "Errors", "What was saved is safe; what you were typing is kept here until you log in again."
    )
    todo = phrase("Errors", "Log in again.")


class SeatRoleChanged(SeatLoginEnded):
    """An owner gave the person a further role, or another passphrase."""

    what = phrase(
        "Errors",
        "Your login has ended: the person responsible changed your role, or gave you a new passphrase.",
    )
    todo = phrase("Errors", "Log in again: your new role is in force then.")


class SeatRoleTaken(SeatRoleChanged):
    """An owner took a role away from the person, and what was typed with it."""

    typed_stays = False
    what = ROLE_WAS_TAKEN
    safe = TYPED_WENT_WITH_ROLE


class SeatAccountGone(SeatLoginEnded):
    """An owner took the person off the staff."""

    typed_stays = False
    what = ACCOUNT_WAS_REMOVED
    safe = TYPED_WENT_WITH_ACCOUNT
    todo = phrase("Errors", "Ask the person responsible.")


class SeatLoginReplaced(SeatLoginEnded):
    """Somebody logged in at the same seat."""

    what = phrase("Errors", "Your login has ended: somebody logged in anew at this PC.")


class SeatsSwitchedOff(SeatLoginEnded):
    """An owner switched off that other PCs work in the office."""

    what = phrase("Errors", "Your login has ended: working at several PCs was switched off at the office PC.")
    todo = phrase("Errors", "Ask the person responsible. Once it is switched on again, log in again.")


class SeatStoppedForAWhile(SeatLoginEnded):
    """What ended the login at the seat, a suspension or the office PC's absence, is over."""

    what = phrase(
        "Errors", "Your login has ended: for a while nobody could work at this PC. Now one can again."
    )


class OfficePcBusy(UserFacingError):
    """More asks at once than the office PC answers."""

    what = phrase("Errors", "The office PC has too much to answer at the moment.")
    todo = phrase("Errors", "Wait a moment and try again.")


class ClocksDiffer(UserFacingError):
    """Somebody logged in at a seat whose clock is not the office PC's; both as people read them."""

    what = phrase("Errors", "This PC's clock says {here}, the office PC's says {there}.")
    safe = phrase("Errors", "hvacdesk goes by the office PC's clock here, too.")
    todo = phrase(
        "Errors",
        "Set the one that is wrong. It is best if both PCs set their clocks by the network.",
    )

    def __init__(self, here: datetime, there: datetime) -> None:
        super().__init__(here=f"{office_time(here):{_MINUTE}}", there=f"{office_time(there):{_MINUTE}}")


class AddressNotPrivate(UserFacingError):
    """An address at which the office PC must not listen; ``address`` is it."""

    what = phrase("Errors", "{address} is no address of a private network of this PC.")
    todo = phrase("Errors", "Choose an address of this PC in the office's own network.")


class PairingCodeMistyped(UserFacingError):
    """What was typed is no code for joining; nothing was sent anywhere. The ancestor of the other reasons.

    Args:
        addresses, port: where the office PC would be, if that part is right.
    """

    what = phrase("Errors", "Something in the code is mistyped: its parts do not fit each other.")
    safe = phrase("Errors", "Nothing was sent.")
    todo = phrase(
        "Errors", "Compare the address and each letter with the screen of the office PC, and correct it here."
    )

    def __init__(self, addresses: tuple[str, ...] = (), port: int = 0) -> None:
        super().__init__(addresses=addresses, port=port)
        self.addresses = addresses
        self.port = port


class PairingAddressMissing(PairingCodeMistyped):
    """The part before the letters is no address with a port."""

    what = phrase("Errors", "The address of the office PC is missing, or not complete.")
    todo = phrase(
        "Errors",
        "Type what stands over the letters too, such as 192.168.1.10:47011, then a space and the letters.",
    )


class PairingCodeIncomplete(PairingCodeMistyped):
    """After the address come fewer letters than a code has, or more: ``typed`` of ``whole``."""

    what = phrase("Errors", "The code has {whole} letters and digits after the address; here are {typed}.")

    def __init__(self, typed: int, whole: int) -> None:
        super().__init__()
        self.details = {"typed": typed, "whole": whole}


class NobodyAtAddress(UserFacingError):
    """Where the code says that the office PC is, nobody answers; ``place`` is the address with the port."""

    what = phrase("Errors", "No office PC answers at {place}.")
    safe = phrase("Errors", "Nothing was sent; the code was not tried.")
    todo = phrase(
        "Errors",
        "Compare the address with the screen of the office PC. If it is right, see that the office PC is on "
        "and in the same network, and that other PCs are let in under Settings there.",
    )

    def __init__(self, place: str) -> None:
        super().__init__(place=place)


class PairingRefused(UserFacingError):
    """The office PC does not take the PC: another code, one that was used, ended or tried too often."""

    what = phrase("Errors", "The office PC did not let this PC join.")
    todo = phrase(
        "Errors",
        "A code is good for ten minutes and for one PC, unless it is cancelled at the office PC, which also "
        "counts wrong ones. Have a new one shown there and try again.",
    )


class PairingTurnedDown(PairingRefused):
    """Somebody at the office PC refused the PC that proved to have the code, or cancelled the code."""

    what = phrase("Errors", "At the office PC this PC was refused, or the code was cancelled.")
    todo = phrase(
        "Errors",
        "Ask the person responsible there. If this PC is to join after all, have a new code shown and type "
        "it.",
    )


class NobodyJoins(UserFacingError):
    """There is no PC that waits to be confirmed, or no longer."""

    what = phrase("Errors", "No PC waits to join the office now.")
    todo = phrase("Errors", "Have a new code shown, and type it at the PC that is to join.")


class JoiningTimeOver(NobodyJoins):
    """Nobody typed the code while it counted, or nobody confirmed in time who did."""

    what = phrase("Errors", "The time for this code is over, so it counts no more.")
    safe = phrase("Errors", "No PC was let in.")


class JoiningPcLeft(NobodyJoins):
    """The PC that waited to be confirmed, or was confirmed just now, is there no longer."""

    what = phrase("Errors", "The other PC left: somebody cancelled there, or its connection broke.")
    safe = phrase("Errors", "It was not let in.")


class SeatsUnreadable(UserFacingError):
    """The list of seats, or what a seat keeps of its office, was altered, put back or taken away."""

    what = phrase("Errors", "What this PC keeps about the connection between PCs cannot be used.")
    safe = phrase("Errors", "The office's data is untouched. No PC was let in.")
    todo = phrase(
        "Errors",
        "Set the connection up anew: an owner can do it at the office PC. Every PC then joins again.",
    )


class AuthorityLocked(UserFacingError):
    """The office's signing key was renewed since the authority was made: one who left may have had it."""

    what = phrase(
        "Errors", "The office's keys were renewed since PCs could join, so no other one can join now."
    )
    safe = phrase("Errors", "PCs that joined before work on.")
    todo = phrase("Errors", "Set the connection up anew at the office PC. Every PC then joins again.")
