#!/usr/bin/env python3
"""Checks states of hvacdesk's audit log that an outsider keeps. Needs Python 3.10 or later, nothing else.

  verify_log.py check KEPT NEW KEY            whether NEW follows from KEPT: nothing was changed or taken away
  verify_log.py new-key FILE NAME             a witness's own key; FILE stays with the witness
  verify_log.py cosign KEPT NEW KEY FILE      check, then keep NEW, cosigned, in KEPT (made the first time)
NEW is a file that the program saved, KEY the office's hvacdesk-log-key-….txt, fetched once: the key printed
must be the fingerprint on the recovery sheet. Exit status: 0 follows, 1 unreadable, 2 DOES NOT FOLLOW.
The forms are published: c2sp.org/signed-note, /tlog-checkpoint, /tlog-cosignature, /tlog-witness; the tree is
RFC 6962's. A leaf is the 32 bytes of SHA-256 over an entry of the log, which holds the hash before it.
A state has to be whole, but Windows's ends of lines are read, and the very last one may be missing, as code
scanners and clipboards drop it: a signature ends with "=", so that nothing else can be missing there.
"""

import base64
import hashlib
import os
import re
import secrets
import sys
import time
from functools import partial
from pathlib import Path
from textwrap import wrap

# Ed25519 (RFC 8032, section 5.1). A point is (x, y, z, t) with z = 1 and t = xy where it was unpacked.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, BASE = -121665 * pow(121666, P - 2, P) % P, (4 * pow(5, P - 2, P) % P).to_bytes(32, "little")
Point = tuple[int, int, int, int]
Signed = tuple[int, list[bytes], tuple[str, int, bytes], str, str]
NUMBER, HASH = "0|[1-9][0-9]{0,17}", "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
NOTE = re.compile(  # perhaps a proof; the state; the signatures under it: nothing else, no line cut off
    rf"(?:old ({NUMBER})\n((?:{HASH}\n){{0,63}})\n)?(([^\s+]+)\n({NUMBER})\n({HASH})\n)\n"
    r"((?:— [^\s+]+ [A-Za-z0-9+/]{7,}={0,2}\n){0,64})"
)
_raw64 = partial(base64.b64decode, validate=True)


class Wrong(Exception):
    """The log is not what it should be; everything else that goes wrong cannot be read."""


def _unpacked(raw: bytes) -> Point:
    number = int.from_bytes(raw, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x * pow(2, (P - 1) // 4, P) % P if (x * x - square) % P else x
    if len(raw) != 32 or y >= P or (x * x - square) % P or (x == 0 and sign):
        raise ValueError("not a point")
    return (x := P - x if x % 2 != sign else x), y, 1, x * y % P


def _packed(point: Point) -> bytes:
    over = pow(point[2], P - 2, P)
    return (point[1] * over % P | (point[0] * over % P & 1) << 255).to_bytes(32, "little")


def _added(one: Point, other: Point) -> Point:
    (xa, ya, za, ta), (xb, yb, zb, tb) = one, other
    m, n = (ya - xa) * (yb - xb), (ya + xa) * (yb + xb)
    c, d = 2 * ta * tb * D, 2 * za * zb
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(count: int, point: Point, result: Point = (0, 1, 1, 0)) -> Point:
    while count:
        result = _added(result, point) if count & 1 else result
        point, count = _added(point, point), count >> 1
    return result


def _challenge(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ORDER


def _signed_with(seed: bytes, text: bytes) -> tuple[bytes, bytes]:
    """The public key of a seed, and its signature over a text."""
    raw = hashlib.sha512(seed).digest()
    number = int.from_bytes(raw[:32], "little") & (1 << 254) - 8 | 1 << 254
    once, public = _challenge(raw[32:], text), _packed(_times(number, _unpacked(BASE)))
    mark = _packed(_times(once, _unpacked(BASE)))
    return public, mark + ((once + _challenge(mark, public, text) * number) % ORDER).to_bytes(32, "little")


def _holds(public: bytes, text: bytes, made: bytes) -> bool:
    try:
        mark, key, number = _unpacked(made[:32]), _unpacked(public), int.from_bytes(made[32:], "little")
    except ValueError:
        return False
    right = _added(mark, _times(_challenge(made[:32], public, text), key))
    return len(made) == 64 and number < ORDER and _packed(_times(number, _unpacked(BASE))) == _packed(right)


def _key_id(name: str, kind: int, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def _read(path: str) -> str:
    raw = Path(path).read_bytes()
    return raw.decode("utf-8-sig").replace("\r\n", "\n") if len(raw) <= 64_000 else ""


def _read_signed(path: str, key_path: str) -> Signed:
    """Earlier size and proof (0, none if there is none); origin, size, root; the text and its signatures."""
    if not (note := NOTE.fullmatch((whole := _read(path)) + "\n" * whole.endswith("="))):
        raise ValueError(f"{path!r} is no whole state of a log / 記録の控えの形ではありません")
    asked, hashes, text, origin, size, root, lines = note.groups()
    state, proof = (origin, int(size), _raw64(root)), [_raw64(one) for one in (hashes or "").split()]
    signed = [(line.split(" ")[1], _raw64(line.split(" ")[2])) for line in lines.split("\n")[:-1]]
    for name, identity, raw in (line.split("+", 2) for line in _read(key_path).split()):  # all keys ever
        public = _raw64(raw)[1:]
        for by, made in signed:
            own = made[:4] == _key_id(name, 1, public) == bytes.fromhex(identity) and by == name == origin
            if own and _holds(public, text.encode(), made[4:]):
                print(f"{path!r}: key", *wrap(hashlib.sha256(public).hexdigest()[:32].upper(), 4))
                return int(asked or 0), proof, state, text, lines
    raise Wrong(f"{path!r}: NOT SIGNED by this office, or altered / 署名がないか、改変されています")


def _follows(size: int, root: bytes, later: int, later_root: bytes, proof: list[bytes]) -> bool:
    """RFC 6962's consistency proof, checked in the way that RFC 9162 (section 2.1.4.2) describes."""
    if size == later or not 0 < size < later:
        return size == later and root == later_root
    if size & (size - 1) == 0:
        proof = [root, *proof]
    one, other, old, new = size - 1, later - 1, *(proof[:1] or [b""]) * 2
    while one & 1:
        one, other = one >> 1, other >> 1
    for step in proof[1:]:
        if other == 0:
            return False
        if one & 1 or one == other:
            old, new = (hashlib.sha256(b"\1" + step + half).digest() for half in (old, new))
            while not one & 1 and one:
                one, other = one >> 1, other >> 1
        else:
            new = hashlib.sha256(b"\1" + new + step).digest()
        one, other = one >> 1, other >> 1
    return old == root and new == later_root and other == 0


def check(kept_path: str, new_path: str, key_path: str) -> Signed:
    """Say that the new state follows from the kept one; raise what is not so."""
    kept, new = _read_signed(kept_path, key_path), _read_signed(new_path, key_path)
    (origin, size, root), (name, later, later_root) = kept[2], new[2]
    if later < size or name != origin:
        raise Wrong(f"SHORTER, or another log: {size} entries before, {later} now / 記録が短くなっています")
    if later > size != new[0]:
        raise ValueError(f"the proof begins at entry {new[0]}, not at {size} / 証明の起点が控えと異なります")
    if not _follows(size, root, later, later_root, new[1]):
        raise Wrong(f"DOES NOT FOLLOW: entries 1-{size} were changed / 控えの後に記録が書き換えられています")
    print(f"follows: entries 1-{size} are unchanged, {later} entries now / 一致({size}件 → {later}件)")
    return new


def new_key(path: str, name: str) -> None:
    """Make a witness's own key and print its public half, as c2sp.org/signed-note writes it."""
    if "+" in name or len(name.split()) != 1:
        raise ValueError("the name has spaces or plus signs")
    seed = secrets.token_bytes(32)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(f"{name} {base64.b64encode(seed).decode()}\n".encode())
    public, _ = _signed_with(seed, b"")
    print(f"{name}+{_key_id(name, 4, public).hex()}+{base64.b64encode(bytes([4]) + public).decode()}")


def cosign(kept_path: str, new_path: str, key_path: str, own_path: str) -> None:
    """Check the new state, then keep it with the witness's signature and its time under it."""
    known = [kept_path] if os.path.exists(kept_path) else []
    *_, text, lines = (check if known else _read_signed)(*known, new_path, key_path)
    (name, seed), now = _read(own_path).split(), int(time.time())
    public, made = _signed_with(_raw64(seed), f"cosignature/v1\ntime {now}\n{text}".encode())
    line = base64.b64encode(_key_id(name, 4, public) + now.to_bytes(8, "big") + made).decode()
    if not NOTE.fullmatch(note := f"{text}\n{lines}— {name} {line}\n"):
        raise ValueError("too many signatures / 署名が多すぎます")
    Path(f"{kept_path}.new").write_bytes(note.encode())
    os.replace(f"{kept_path}.new", kept_path)
    print(f"kept and cosigned / 控えを更新しました: {kept_path!r}")


def main(words: list[str]) -> int:
    """Run one command."""
    acts = {"check": (check, 3), "new-key": (new_key, 2), "cosign": (cosign, 4)}
    act, count = acts.get(words[0] if words else "", (None, 0))
    if act is None or len(words) != count + 1:
        print(__doc__)
        return 1
    try:
        act(*words[1:])
    except (Wrong, OSError, ValueError) as error:
        print(error if isinstance(error, Wrong) else f"cannot be read / 読み取れません: {error}")
        return 2 if isinstance(error, Wrong) else 1
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
