"""Keys as people meet them: epochs, recovery sheets, and the computer logins that may open an office."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.errors import UserFacingError


@dataclass(frozen=True)
class SheetRecord:
    """One recovery sheet that was ever printed.

    Attributes:
        number: from 1.
        created_on: ISO date.
        replaced_on: ISO date from which a later sheet is the one that opens the office; empty for that one.
        shredded_on: ISO date on which somebody said that the paper was shredded, or empty.
        exposed_on: ISO date from which its code may be known to somebody who should not use it, or empty.
    """

    number: int
    created_on: str
    replaced_on: str = ""
    shredded_on: str = ""
    exposed_on: str = ""

    @property
    def to_shred(self) -> bool:
        """Whether this paper should not exist any more."""
        return bool(self.replaced_on) and not self.shredded_on


@dataclass(frozen=True)
class DeviceLogin:
    """A login of this computer's operating system whose key store can open the office.

    Attributes:
        login: 32 hexadecimal digits.
        name: what the person responsible called it.
        epoch: the epoch whose device secret it is known to hold.
        here: whether it is the login that runs the program now.
        by_itself: whether it opens the office, now or at its next start; one for which this is not so was
            shut out together with somebody else, and has to be enrolled again.
    """

    login: str
    name: str
    epoch: int
    here: bool
    by_itself: bool = True


@dataclass(frozen=True)
class KeyStanding:
    """The state of the office's keys.

    Attributes:
        epoch: number of the present database key.
        former_epochs: epochs whose files still exist: the last rotation is pending.
        kept_because: what else than a missing backup kept them, such as a locked keyring that may hold their
            key.
        fingerprint: of the office's signing key, as on the recovery sheet.
        sheets: every recovery sheet, the newest first.
        sheet_due: whether a new recovery sheet should be printed, since the present one was used or an owner
            left who may know it.
        logins: who of this computer's logins may open the office.
    """

    epoch: int
    former_epochs: tuple[int, ...]
    fingerprint: str
    sheets: tuple[SheetRecord, ...]
    sheet_due: bool
    logins: tuple[DeviceLogin, ...]
    kept_because: UserFacingError | None = None


@dataclass(frozen=True)
class Departure:
    """What the removal of an account did.

    Attributes:
        payment_renewed: whether the payment fields were sealed again, with a new key.
        sheet_due: whether the recovery sheet should be replaced, since an owner left.
        logins_to_enrol: names of this computer's other logins that have to be enrolled again.
        pending: whether the former epoch's files still exist, because no backup was possible yet.
    """

    account: str
    payment_renewed: bool
    sheet_due: bool
    logins_to_enrol: tuple[str, ...]
    pending: bool
