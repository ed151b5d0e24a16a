"""Nobody stands before a closed door without a way out, and no way out makes things worse."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

from hvacdesk import vault
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry import entry_errors, older_office_errors, ways_out
from hvacdesk.services.entry.ways_out import WayOut
from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
from hvacdesk.vault.login_ended import AccountGone, LoginEnded, RoleTaken

NOT_IN_THE_WAY: set[type[UserFacingError]] = {
    errors.WrongPassphrase,
    errors.TooManyTries,
    errors.TriesNotKnown,
    errors.SlotGone,
    errors.LastOwner,
    AccountGone,
    LoginEnded,
    RoleTaken,
    errors.RecoveryCodeMistyped,
    errors.RecoveryCodeIncomplete,
    errors.RecoveryCodeForeign,
    errors.RecoveryNotConfirmed,
    errors.SheetOutdated,
    errors.HeadDamaged,
    errors.KeyWithdrawal,
    errors.PaymentUnreadable,
    entry_errors.OthersAtWork,
    entry_errors.PassphraseChosen,
    entry_errors.SetUpUnfinished,
}
"""Met over a field, in an open office, or at the end of a form: told where they happen."""


TOLD_ELSEWHERE = {"backup_errors", "enrolment_errors", "passphrase", "report_box_errors"}
"""Modules whose errors are met in the backup folders, the report box, the wizards and the forms alone."""


def classes() -> Iterator[type[UserFacingError]]:
    """Every foreseen error of the vault, of the door and of an older office, but for bases of others."""
    names = sorted(found.name for found in pkgutil.walk_packages(vault.__path__, "hvacdesk.vault."))
    told_here = [name for name in names if name.rpartition(".")[2] not in TOLD_ELSEWHERE]
    modules = [importlib.import_module(name) for name in told_here]
    for module in (*modules, entry_errors, older_office_errors):
        for found in vars(module).values():
            own = inspect.isclass(found) and found.__module__ == module.__name__
            if own and issubclass(found, UserFacingError) and hasattr(found, "what"):
                yield found


def ways_of(kind: type[UserFacingError]) -> tuple[WayOut, ...]:
    return ways_out.ways_out(kind.__new__(kind))


def test_every_error_of_the_vault_is_placed() -> None:
    """A new one goes into the table of ways out or, if no start meets it, into the list above."""
    unplaced = {found.__name__ for found in classes()} - {found.__name__ for found in NOT_IN_THE_WAY}
    assert unplaced == {kind.__name__ for kind in ways_out._WAYS}


@pytest.mark.parametrize("kind", list(ways_out._WAYS), ids=lambda kind: kind.__name__)
def test_there_is_a_way_out_and_none_is_offered_twice(kind: type[UserFacingError]) -> None:
    ways = ways_of(kind)
    assert ways
    assert len(set(ways)) == len(ways)
    assert ways_out.blocks_the_way(kind.__new__(kind))


@pytest.mark.parametrize(
    "kind", [errors.SlotsRolledBack, errors.RosterRefused], ids=lambda kind: kind.__name__
)
def test_tampering_cannot_be_hidden_under_a_backup(kind: type[UserFacingError]) -> None:
    assert not {WayOut.RESTORE, WayOut.PUT_BACK} & set(ways_of(kind))
    assert "person responsible" in kind.todo.text


@pytest.mark.parametrize("kind", [errors.SlotsNewer, errors.DatabaseNewer], ids=lambda kind: kind.__name__)
def test_what_a_newer_program_wrote_is_left_alone(kind: type[UserFacingError]) -> None:
    assert ways_of(kind) == (WayOut.CLOSE,)


def test_the_sheet_is_offered_only_where_it_can_open_something() -> None:
    lost = {errors.SlotsMissing, errors.SlotsDamaged, errors.DatabaseMissing, errors.DatabaseDamaged}
    assert not any(WayOut.SHEET in ways_of(kind) for kind in lost)
    assert all(WayOut.RESTORE in ways_of(kind) for kind in lost)


def test_a_wrong_passphrase_is_no_closed_door() -> None:
    assert not any(ways_out.blocks_the_way(kind.__new__(kind)) for kind in NOT_IN_THE_WAY)


def test_a_changed_key_store_is_called_by_its_name() -> None:
    error = errors.KeyringChanged(
        recorded="keyring.backends.SecretService.Keyring", found="keyring.backends.kwallet.DBusKeyring"
    )
    what, _safe, _todo = error.sentences(english)
    assert "Secret Service" in what
    assert "KDE wallet" in what
    assert "keyring.backends" not in what
    assert "some.other.Store" in str(errors.KeyringChanged(recorded="some.other.Store", found="x"))


def test_every_permitted_key_store_has_a_name() -> None:
    assert set(errors._STORE_NAMES) == set(keyring_store._ALLOWED)
