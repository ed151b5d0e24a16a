"""The short verifier that needs nothing of the program, as a process of its own, against forged states.

The logs here are made up by this file alone, with a tree, notes and signatures of its own; those of a real
office come from the program.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hvacdesk.domain.oversight.checkpoints import parsed
from hvacdesk.domain.roles import Role
from hvacdesk.services.oversight.witness_folder import kept_in, save_into
from tests.adversary.conftest import ATTACK
from tests.helpers.real_office import SECOND_OWNER, new_real_office
from tests.helpers.secret_service import SecretService

PROGRAM = Path(__file__).parents[2] / "installers" / "verify_log.py"
FOLLOWS, UNREADABLE, WRONG = 0, 1, 2

RFC_LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
RFC_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""The inputs and roots that implementations of RFC 6962 are compared by."""


def run(*words: object, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """The verifier with Python's own library and nothing else."""
    alone = ["-I"] if encoding == "utf-8" else []  # alone, Python does not hear of another encoding
    command = [sys.executable, *alone, "-S", str(PROGRAM), *map(str, words)]
    settings = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, capture_output=True, encoding=encoding, env=settings, check=False)


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def tree(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962's root, level by level: a node without a neighbour goes up as it is."""
    level = [hashlib.sha256(b"\0" + one).digest() for one in leaves]
    while len(level) > 1:
        pairs = [level[at : at + 2] for at in range(0, len(level), 2)]
        level = [hashlib.sha256(b"\1" + b"".join(two)).digest() if len(two) == 2 else two[0] for two in pairs]
    return level[0]


def proof(leaves: Sequence[bytes], size: int, known: bool = True) -> list[bytes]:
    """RFC 6962's PROOF(m, D[n]) as the RFC writes it."""
    if size == len(leaves):
        return [] if known else [tree(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if size <= k:
        return [*proof(leaves[:k], size, known), tree(leaves[k:])]
    return [*proof(leaves[k:], size - k, False), tree(leaves[:k])]


def identity(name: str, kind: int, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


@dataclass
class MadeUp:
    """A log that nobody wrote."""

    name: str = "hvacdesk.invalid/made-up"
    leaves: list[bytes] = field(
        default_factory=lambda: [hashlib.sha256(b"%d" % n).digest() for n in range(40)]
    )
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def vkey(self) -> str:
        public = self.key.public_key().public_bytes_raw()
        raw = b64(b"\1" + public)
        return f"{self.name}+{identity(self.name, 1, public).hex()}+{raw}\n"

    def note(self, size: int, *, root: bytes | None = None) -> str:
        text = f"{self.name}\n{size}\n{b64(root or tree(self.leaves[:size]))}\n"
        public = self.key.public_key().public_bytes_raw()
        made = identity(self.name, 1, public) + self.key.sign(text.encode())
        return f"{text}\n— {self.name} {b64(made)}\n"

    def since(self, size: int, later: int) -> str:
        hashes = "".join(f"{b64(one)}\n" for one in proof(self.leaves[:later], size))
        return f"old {size}\n{hashes}\n{self.note(later)}"


def key_file(folder: Path, generation: int) -> Path:
    """The office's keys as the program saved them."""
    (found,) = folder.glob(f"hvacdesk-log-key-*-{generation}.txt")
    return found


def checked(folder: Path, kept: str, new: str, key: str) -> int:
    for name, text in (("kept", kept), ("new", new), ("key", key)):
        (folder / name).write_bytes(text.encode())
    ended = run("check", folder / "kept", folder / "new", folder / "key")
    assert "Traceback" not in ended.stderr
    return ended.returncode


def test_it_is_short_and_needs_nothing_of_ours() -> None:
    source = PROGRAM.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 200
    imported = [line.split()[1] for line in source.splitlines() if line.startswith(("import ", "from "))]
    assert set(imported) <= sys.stdlib_module_names


@pytest.mark.parametrize("size", RFC_ROOTS)
def test_the_trees_here_are_the_rfcs(size: int) -> None:
    from hvacdesk.domain.oversight import merkle

    leaves = [bytes.fromhex(one) for one in RFC_LEAVES[:size]]
    assert tree(leaves).hex() == RFC_ROOTS[size]
    hashed = [hashlib.sha256(b"\0" + one).digest() for one in leaves]
    assert merkle.root(hashed).hex() == RFC_ROOTS[size]


def test_every_proof_of_the_program_is_the_rfcs() -> None:
    from hvacdesk.domain.oversight import merkle

    entries = [hashlib.sha256(b"%d" % number).hexdigest() for number in range(33)]
    hashed, raw = [merkle.leaf(one) for one in entries], [bytes.fromhex(one) for one in entries]
    for later in range(1, 34):
        assert merkle.root(hashed[:later]) == tree(raw[:later])
        for size in range(1, later):
            assert list(merkle.consistency(hashed[:later], size)) == proof(raw[:later], size)


SIZES = [(1, 2), (1, 40), (2, 3), (3, 7), (4, 8), (6, 8), (7, 8), (8, 33), (13, 39), (32, 33), (40, 40)]


@pytest.mark.parametrize(("size", "later"), SIZES)
def test_a_log_that_only_grew_follows(tmp_path: Path, size: int, later: int) -> None:
    log = MadeUp()
    assert checked(tmp_path, log.note(size), log.since(size, later), log.vkey()) == FOLLOWS


LOG = MadeUp()
FORGED = MadeUp(LOG.name, [*LOG.leaves[:5], b"\0" * 32, *LOG.leaves[6:]], LOG.key)
OTHER = MadeUp("hvacdesk.invalid/other", LOG.leaves, LOG.key)
STRANGER = MadeUp(LOG.name, LOG.leaves)


FOREIGN = "— other.invalid/w AAAAAAAAAAAA\n"


def _without_a_hash() -> str:
    lines = LOG.since(13, 39).split("\n")
    return "\n".join([*lines[:2], *lines[3:]])


def _with_a_hash_more() -> str:
    first, rest = LOG.since(13, 39).split("\n", 1)
    return f"{first}\n{b64(bytes(32))}\n{rest}"


KINDS: dict[str, tuple[Callable[[], tuple[str, str, str]], int]] = {
    "an entry rewritten, signed and proved anew": (
        lambda: (LOG.note(13), FORGED.since(13, 39), LOG.vkey()),
        WRONG,
    ),
    "an entry rewritten, with the honest proof": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace(LOG.note(39), FORGED.note(39)), LOG.vkey()),
        WRONG,
    ),
    "the log cut": (lambda: (LOG.note(39), LOG.since(5, 13), LOG.vkey()), WRONG),
    "another log of the same length": (lambda: (LOG.note(39), FORGED.since(39, 39), LOG.vkey()), WRONG),
    "the proof of another state": (
        lambda: (LOG.note(13), LOG.since(12, 39).replace("old 12", "old 13"), LOG.vkey()),
        WRONG,
    ),
    "a proof from another entry": (lambda: (LOG.note(13), LOG.since(12, 39), LOG.vkey()), UNREADABLE),
    "a hash of the proof left out": (lambda: (LOG.note(13), _without_a_hash(), LOG.vkey()), WRONG),
    "a hash put into the proof": (lambda: (LOG.note(13), _with_a_hash_more(), LOG.vkey()), WRONG),
    "no proof": (lambda: (LOG.note(13), LOG.note(39), LOG.vkey()), UNREADABLE),
    "an empty proof": (lambda: (LOG.note(13), f"old 13\n\n{LOG.note(39)}", LOG.vkey()), WRONG),
    "signed by another key": (lambda: (LOG.note(13), STRANGER.since(13, 39), LOG.vkey()), WRONG),
    "the kept state signed by another key": (
        lambda: (STRANGER.note(13), LOG.since(13, 39), LOG.vkey()),
        WRONG,
    ),
    "checked with another key": (lambda: (LOG.note(13), LOG.since(13, 39), STRANGER.vkey()), WRONG),
    "another office's log": (lambda: (LOG.note(13), OTHER.since(13, 39), LOG.vkey()), WRONG),
    "another office's log under both keys": (
        lambda: (LOG.note(13), OTHER.since(13, 39), LOG.vkey() + OTHER.vkey()),
        WRONG,
    ),
    "no signature": (lambda: (LOG.note(13), LOG.since(13, 39).split("\n—")[0] + "\n", LOG.vkey()), WRONG),
    "an empty file": (lambda: (LOG.note(13), "", LOG.vkey()), UNREADABLE),
    "a line after the signatures": (
        lambda: (LOG.note(13), LOG.since(13, 39) + "poison\n", LOG.vkey()),
        UNREADABLE,
    ),
    "the last line's end and one sign cut off": (
        lambda: (LOG.note(13), LOG.since(13, 39)[:-2], LOG.vkey()),
        UNREADABLE,
    ),
    "the kept state's last line's end and one sign cut off": (
        lambda: (LOG.note(13)[:-2], LOG.since(13, 39), LOG.vkey()),
        UNREADABLE,
    ),
    "the last four signs cut off": (lambda: (LOG.note(13), LOG.since(13, 39)[:-5], LOG.vkey()), UNREADABLE),
    "a witness's line cut off within": (
        lambda: (LOG.note(13), LOG.since(13, 39) + FOREIGN[:-1], LOG.vkey()),
        UNREADABLE,
    ),
    "cut off after the state": (
        lambda: (LOG.note(13), LOG.since(13, 39).split("\n\n—")[0], LOG.vkey()),
        UNREADABLE,
    ),
    "half of Windows's last line's end": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("\n", "\r\n")[:-1], LOG.vkey()),
        UNREADABLE,
    ),
    "an empty line at the end": (lambda: (LOG.note(13), LOG.since(13, 39) + "\n", LOG.vkey()), UNREADABLE),
    "a space at the end": (lambda: (LOG.note(13), LOG.since(13, 39)[:-1] + " ", LOG.vkey()), UNREADABLE),
    "spaces at the lines' ends": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("\n", " \n"), LOG.vkey()),
        UNREADABLE,
    ),
    "an old Macintosh's line ends": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("\n", "\r"), LOG.vkey()),
        UNREADABLE,
    ),
    "all in one line": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("\n", " ").strip(), LOG.vkey()),
        UNREADABLE,
    ),
    "a hundred foreign lines before the signature": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("\n— ", "\n" + FOREIGN * 100 + "— ", 1), LOG.vkey()),
        UNREADABLE,
    ),
    "a size that is no plain number": (
        lambda: (LOG.note(13), LOG.since(13, 39).replace("old 13", "old 1_3"), LOG.vkey()),
        UNREADABLE,
    ),
    "more than 64 000 bytes": (
        lambda: (LOG.note(13), LOG.since(13, 39) + f"— x.y {'A' * 64_000}\n", LOG.vkey()),
        UNREADABLE,
    ),
    "no key": (lambda: (LOG.note(13), LOG.since(13, 39), ""), WRONG),
}


def _read_by_the_program(text: str) -> bool:
    try:
        parsed(text.encode())
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", KINDS)
def test_the_program_reads_what_the_verifier_reads_and_nothing_else(tmp_path: Path, name: str) -> None:
    """A state that one of them passes over could be cosigned and then be kept from the other's eyes."""
    new, key, own = (tmp_path / name for name in ("new", "key", "own"))
    key.write_text(LOG.vkey() + OTHER.vkey() + STRANGER.vkey(), encoding="utf-8")
    run("new-key", own, "adviser.invalid/w1")
    for number, text in enumerate(KINDS[name][0]()[:2]):
        new.write_bytes(text.encode())
        ended = run("cosign", tmp_path / f"kept{number}", new, key, own)
        assert _read_by_the_program(text) is (ended.returncode != UNREADABLE), ended.stdout


@pytest.mark.parametrize(
    "as_edited",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.removesuffix("\n"),
        lambda text: text.replace("\n", "\r\n").removesuffix("\r\n"),
        lambda text: text.replace("\n— ", "\n" + FOREIGN * 60 + "— ", 1),
    ],
    ids=["mark", "line ends", "both", "no last end", "line ends but the last", "other witnesses"],
)
def test_what_an_editor_a_scanner_or_another_witness_makes_of_it_is_read_by_both(
    tmp_path: Path, as_edited: Callable[[str], str]
) -> None:
    kept, new = as_edited(LOG.note(13)), as_edited(LOG.since(13, 39))
    key = LOG.vkey() if FOREIGN in kept else as_edited(LOG.vkey())
    assert checked(tmp_path, kept, new, key) == FOLLOWS
    assert _read_by_the_program(kept)
    assert _read_by_the_program(new)


@pytest.mark.parametrize("spoilt", ["a line more", "cut off", "full of signatures"])
def test_a_witness_cosigns_nothing_that_the_program_could_not_read(tmp_path: Path, spoilt: str) -> None:
    kept, new, key, own = (tmp_path / name for name in ("kept.txt", "new", "key", "own"))
    key.write_text(LOG.vkey(), encoding="utf-8")
    run("new-key", own, "adviser.invalid/w1")
    text = {
        "a line more": LOG.since(13, 39) + "poison\n",
        "cut off": LOG.since(13, 39)[:-2],
        "full of signatures": LOG.since(13, 39).replace("\n— ", "\n" + FOREIGN * 63 + "— ", 1),
    }[spoilt]
    new.write_text(text, encoding="utf-8")
    assert run("cosign", kept, new, key, own).returncode == UNREADABLE
    assert not kept.exists()


def test_what_a_scanner_read_without_its_last_line_end_is_kept_whole(tmp_path: Path) -> None:
    """What the witness keeps has the end again, and its own line begins a line of its own."""
    kept, new, key, own = (tmp_path / name for name in ("kept.txt", "new", "key", "own"))
    key.write_text(LOG.vkey(), encoding="utf-8")
    run("new-key", own, "adviser.invalid/w1")
    new.write_text(LOG.note(13).removesuffix("\n"), encoding="utf-8")
    assert run("cosign", kept, new, key, own).returncode == FOLLOWS
    assert kept.read_text(encoding="utf-8").startswith(LOG.note(13) + "— adviser.invalid/w1 ")
    assert run("check", kept, kept, key).returncode == FOLLOWS


@pytest.mark.linux("names that Windows takes for none")
def test_a_files_name_says_nothing_and_a_narrow_terminal_stops_nothing(tmp_path: Path) -> None:
    odd = tmp_path / "x\nfollows: entries 1-39 are unchanged\x1b[2K控え"
    odd.write_text(STRANGER.note(13), encoding="utf-8")
    key = tmp_path / "key"
    key.write_text(LOG.vkey(), encoding="utf-8")
    for encoding in ("utf-8", "ascii"):
        ended = run("check", odd, odd, key, encoding=encoding)
        assert ended.returncode == WRONG
        assert len(ended.stdout.splitlines()) == 1
        assert "\x1b" not in ended.stdout
        assert not ended.stderr


@pytest.mark.parametrize("name", KINDS)
def test_a_state_that_does_not_follow_is_refused(
    tmp_path: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    forge, expected = KINDS[name]
    status = checked(tmp_path, *forge())
    record_property(f"{ATTACK}verifier: {name}", "noticed by the verifier" if status else "NOT NOTICED")
    assert status == expected


def test_no_flipped_bit_passes(tmp_path: Path) -> None:
    """One bit of every eleventh byte, and of every byte of the signature's line."""
    whole = LOG.since(13, 39).encode()
    places = [*range(0, len(whole), 11), *range(len(whole) - 95, len(whole) - 1, 7)]
    for at in places:
        flipped = bytearray(whole)
        flipped[at] ^= 1 << at % 7
        (tmp_path / "new").write_bytes(flipped)
        (tmp_path / "kept").write_text(LOG.note(13), encoding="utf-8")
        (tmp_path / "key").write_text(LOG.vkey(), encoding="utf-8")
        ended = run("check", tmp_path / "kept", tmp_path / "new", tmp_path / "key")
        assert ended.returncode in (UNREADABLE, WRONG), (at, bytes(flipped))
        assert not ended.stderr, ended.stderr


def test_a_witness_cosigns_in_the_published_form_and_keeps_what_it_saw(tmp_path: Path) -> None:
    kept, new, key, own = (tmp_path / name for name in ("kept", "new", "key", "own"))
    key.write_text(LOG.vkey(), encoding="utf-8")
    made = run("new-key", own, "adviser.invalid/w1")
    assert made.returncode == 0
    name, number, raw = made.stdout.strip().split("+", 2)
    public = base64.b64decode(raw)[1:]
    assert (name, number) == ("adviser.invalid/w1", identity(name, 4, public).hex())
    for since, size in ((1, 13), (13, 39)):
        new.write_text(LOG.since(since, size), encoding="utf-8")
        assert run("cosign", kept, new, key, own).returncode == FOLLOWS
        text, signatures = kept.read_text(encoding="utf-8").split("\n\n")
        office, witness = signatures.splitlines()
        assert f"{text}\n\n{office}\n" == LOG.note(size)
        mark, by, signed = witness.split(" ")
        signature = base64.b64decode(signed)
        assert (mark, by, signature[:4]) == ("—", name, identity(name, 4, public))
        seconds = int.from_bytes(signature[4:12], "big")
        message = f"cosignature/v1\ntime {seconds}\n{text}\n".encode()
        Ed25519PublicKey.from_public_bytes(public).verify(signature[12:], message)
    before = kept.read_bytes()
    new.write_text(FORGED.since(39, 40), encoding="utf-8")
    assert run("cosign", kept, new, key, own).returncode == WRONG
    assert kept.read_bytes() == before


def test_what_a_real_office_saves_follows_and_is_cosigned(
    tmp_path: Path, secret_service: SecretService
) -> None:
    real = new_real_office(tmp_path / "office")
    stick, kept = tmp_path / "stick", tmp_path / "kept.txt"
    stick.mkdir()
    run("new-key", tmp_path / "own", "adviser.invalid/w1")
    for _ in range(3):
        office, owner = real.login(Role.OWNER)
        saved = save_into(stick, partial(office.log_witness.save, owner))
        fingerprint = office.audit.verify(owner).fingerprint
        office.leave(owner)
        ended = run("cosign", kept, saved, key_file(stick, 1), tmp_path / "own")
        assert ended.returncode == FOLLOWS, ended.stdout
        assert fingerprint in ended.stdout
    office, owner = real.login(Role.OWNER)
    found = office.log_witness.compare(owner, kept_in([stick, kept]))
    office.leave(owner)
    assert found.good
    assert len(found.kept) == 4


def test_a_new_signing_key_follows_the_former_one_in_the_offices_keys(
    tmp_path: Path, secret_service: SecretService
) -> None:
    """An owner left, who may have a copy of the key: states of before and after are checked by their own."""
    real = new_real_office(tmp_path / "office", names=[SECOND_OWNER])
    office, owner = real.login(Role.OWNER)
    before = save_into(tmp_path, partial(office.log_witness.save, owner))
    office.accounts.remove(owner, real.accounts[SECOND_OWNER])
    after = save_into(tmp_path, partial(office.log_witness.save, owner))
    found = office.log_witness.compare(owner, kept_in([tmp_path]))
    office.leave(owner)
    assert found.good
    assert run("check", before, after, key_file(tmp_path, 2)).returncode == FOLLOWS
    assert run("check", before, after, key_file(tmp_path, 1)).returncode == WRONG
