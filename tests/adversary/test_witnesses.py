"""Forgeries that leave nothing in the office to be noticed by, and what an outsider's kept copy says of them.

The attacker here reaches all of it: file, key file, key store, and what they kept of earlier days.
"""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import keyring
import pytest

from hvacdesk.domain.oversight.checkpoints import HeadComparison, KeptHeadState, comparison_sentences
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.oversight.witness_folder import kept_in, save_into
from tests.adversary.conftest import ATTACK
from tests.adversary.log_forger import Entry, Forger, Kept, chained, service_of, unsigned
from tests.helpers.real_office import NAMES, RealOffice, new_real_office
from tests.helpers.secret_service import SecretService


@dataclass(frozen=True)
class Watched:
    """An office whose state a tax adviser keeps; ``size`` is how many entries it had then.

    Attributes:
        revisions: of the key file, as the key store remembered them then and in the end.
        earlier: the last signed entry of the earlier day.
    """

    forger: Forger
    kept: Kept
    revisions: tuple[str, str]
    copies: Path
    size: int
    earlier: int

    @property
    def revision_account(self) -> str:
        return f"{self.forger.office_id}/1/revision"


def _worked(real: RealOffice, who: Role) -> None:
    office, actor = real.login(who)
    office.accounts.lock(actor)
    office.leave(actor)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Watched:
    """An earlier day, which the attacker kept whole; then a day whose end the tax adviser keeps."""
    folder = tmp_path_factory.mktemp("watched")
    real = new_real_office(folder / "office", names=[NAMES[Role.TECHNICIAN]])
    office, owner = real.login(Role.OWNER)
    forger = Forger(real, office._workplace.vault.office_id, office._workplace.vault.database_key())
    office.leave(owner)
    account = f"{forger.office_id}/1/revision"
    forger.older, then = Kept.of(forger, folder / "older"), keyring.get_password(service_of(account), account)
    with forger.raw() as raw:
        earlier = len(forger.read(raw))
    _worked(real, Role.TECHNICIAN)
    office, owner = real.login(Role.OWNER)
    copies = folder / "copies"
    copies.mkdir()
    save_into(copies, partial(office.log_witness.save, owner))
    size = office.audit.verify(owner).entries
    office.leave(owner)
    _worked(real, Role.TECHNICIAN)
    now = keyring.get_password(service_of(account), account)
    assert then is not None
    assert now is not None
    return Watched(forger, Kept.of(forger, folder / "kept"), (then, now), copies, size, earlier)


def seen(watched: Watched, copies: Path | None = None) -> tuple[bool, HeadComparison]:
    """Whether the program by itself finds all in order, and what the kept copies say."""
    office, owner = watched.forger.real.login(Role.OWNER)
    alone = office.integrity.damage is None and office.audit.verify(owner).intact
    found = office.log_witness.compare(owner, kept_in([copies or watched.copies]))
    office.leave(owner)
    return alone, found


def _earlier_day(watched: Watched, _entries: list[Entry]) -> None:
    """Database, key file, note in the folder and all of the key store."""
    forger = watched.forger
    assert forger.older is not None
    shutil.rmtree(forger.real.home)
    shutil.copytree(forger.older.folder, forger.real.home)
    forger.put_into_key_store(forger.older.key_store)
    keyring.set_password(service_of(watched.revision_account), watched.revision_account, watched.revisions[0])


def _rewritten_since_a_signature(watched: Watched, entries: list[Entry]) -> list[Entry]:
    """The signed day taken away; in its place as many entries as there were, of something harmless."""
    left = entries[: watched.earlier]
    harmless = [unsigned({**entry, "action": "logged_in"}) for entry in entries[watched.earlier :]]
    watched.forger.note(made := chained([*left, *harmless]))
    return made


def _taken_out(watched: Watched, entries: list[Entry]) -> list[Entry]:
    """One act of the technician, with every signature that vouches for it."""
    left = entries[: watched.earlier]
    rest = [unsigned(entry) for entry in entries[watched.earlier + 1 :]]
    watched.forger.note(made := chained([*left, *rest]))
    return made


Forge = Callable[[Watched, list[Entry]], list[Entry] | None]
KINDS: dict[str, tuple[Forge, KeptHeadState]] = {
    "everything of an earlier day put back, key file and key store too": (
        _earlier_day,
        KeptHeadState.SHORTER,
    ),
    "rewritten since an earlier signature, both notes too": (
        _rewritten_since_a_signature,
        KeptHeadState.REWRITTEN,
    ),
    "one act taken out with all signatures over it, both notes too": (_taken_out, KeptHeadState.REWRITTEN),
}


def bring_back(watched: Watched) -> None:
    watched.kept.bring_back(watched.forger)
    keyring.set_password(service_of(watched.revision_account), watched.revision_account, watched.revisions[1])


@pytest.mark.parametrize("name", KINDS)
def test_a_kept_copy_shows_what_nothing_in_the_office_can(
    watched: Watched, name: str, record_property: Callable[[str, object], None]
) -> None:
    bring_back(watched)
    forge, expected = KINDS[name]
    with watched.forger.raw() as raw:
        entries = watched.forger.read(raw)
    forged = forge(watched, entries)  # Windows lets nobody put back a file that is open
    if forged is not None:
        with watched.forger.raw() as raw:
            watched.forger.write(raw, forged)
    alone, found = seen(watched)
    (one,) = found.kept
    noticed = "noticed by a witness alone" if alone and not found.good else "noticed without a witness"
    record_property(f"{ATTACK}{name}", noticed if not found.good else "NOT NOTICED")
    assert alone
    assert one.state is expected
    assert one.sequence == watched.size
    assert one.restored is None
    said = " ".join(comparison_sentences(found, english))
    assert "DOES NOT AGREE" in said
    assert str(watched.size) in said
    assert one.day is not None
    assert one.day.isoformat() in said
    assert not any(person in said for person in NAMES.values())


def test_an_honest_office_agrees(watched: Watched) -> None:
    bring_back(watched)
    alone, found = seen(watched)
    assert alone
    assert found.good


def test_a_kept_copy_that_was_altered_proves_nothing_and_says_so(watched: Watched, tmp_path: Path) -> None:
    """Each line altered in turn; none of it is taken for the office's word."""
    bring_back(watched)
    (file,) = watched.copies.glob("hvacdesk-log-*-20[0-9][0-9]-[0-9][0-9]-*.txt")
    text = file.read_text(encoding="utf-8")
    asked, note = text.split("\n\n", 1)
    origin, size, root, empty, *signatures = note.splitlines()
    stranger = base64.b64encode(bytes(32)).decode()
    altered = {
        "size": [origin, str(int(size) - 1), root, empty, *signatures],
        "root": [origin, size, stranger, empty, *signatures],
        "office": [origin[:-1] + ("1" if origin.endswith("0") else "0"), size, root, empty, *signatures],
        "unsigned": [origin, size, root, empty],
        "signature": [origin, size, root, empty, signatures[0][:-8] + "AAAAAAA="],
        "emptied": [],
    }
    for name, lines in altered.items():
        (tmp_path / f"hvacdesk-log-{name}.txt").write_text(
            asked + "\n\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8"
        )
    _, found = seen(watched, tmp_path)
    states = {one.name.removeprefix("hvacdesk-log-").removesuffix(".txt"): one.state for one in found.kept}
    assert states == {
        "size": KeptHeadState.NOT_SIGNED,
        "root": KeptHeadState.NOT_SIGNED,
        "office": KeptHeadState.OTHER_OFFICE,
        "unsigned": KeptHeadState.NOT_SIGNED,
        "signature": KeptHeadState.NOT_SIGNED,
        "emptied": KeptHeadState.UNREADABLE,
    }
    assert not found.good
