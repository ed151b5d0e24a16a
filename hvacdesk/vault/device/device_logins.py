"""The logins of this computer that open an office: which there are, and letting another one in."""

from __future__ import annotations

from hvacdesk.domain.entry.keys import DeviceLogin
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device import device_state, secret_handover
from hvacdesk.vault.keyfile import staff
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.session import Session


class DeviceLogins:
    """The logins of this computer, for an open office."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def listed(self) -> tuple[DeviceLogin, ...]:
        """The logins of this computer that may open the office; one without id where there is one only.

        Raises:
            KeyringMissing, KeyringLocked: the key store cannot be asked which one this is.
        """
        session = self._session
        contents, keyring = session.read(), session.book.secrets
        this = None if keyring is None else device_state.read(keyring, session.office_id)
        if not contents.body.logins and keyring is not None:
            return (DeviceLogin("", "", session.epoch, here=True),)
        return tuple(
            DeviceLogin(
                login.login,
                login.name,
                login.epoch,
                here=this is not None and this.login == login.login,
                by_itself=secret_handover.goes_forward(login, contents.file),
            )
            for login in contents.body.logins
        )

    def invite(self, name: str, now: float) -> str:
        """Let another login of this computer enrol itself: one-time words, for a day.

        Args:
            name: what to call the login on the list.
            now: seconds since 1970.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyringMissing: this session came from the recovery sheet; it takes over first.
            DeviceSecretMissing: the key store lost the office's secret meanwhile.
            DiskFull, FolderReadOnly, DatabaseBusy: there is no invitation.
        """
        from hvacdesk.vault.device import enrolment
        from hvacdesk.vault.keyfile.passphrase import generate_passphrase

        session = self._session
        session.signing_keys()
        keyring = session.book.secrets
        if keyring is None:
            raise errors.KeyringMissing
        secret = keyring.read(device_account(session.office_id, session.epoch))
        if secret is None:
            raise errors.DeviceSecretMissing
        this = device_state.known(keyring, session.read())
        session.change(lambda contents: device_state.listed(contents, this))
        folder.share_with_group(session.home)
        words = generate_passphrase()
        contents = session.read()
        enrolment.write(session.home, contents, secret, name, words, staff.present_cost(contents), now)
        return words
