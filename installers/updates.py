"""The publisher's tool for update files.

``python installers/updates.py key PRIVATE`` makes a key: the private half goes into the file PRIVATE, which
stays off every computer with a network; the public half into ``resources/updates/publisher.key``, which is
committed before the first release.

``python installers/updates.py sign PRIVATE INSTALLER SYSTEM`` leaves an update file beside the installer.
SYSTEM is linux-x86_64 or win32-x86_64.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hvacdesk import __version__  # noqa: E402
from hvacdesk.domain.office.updates import FORMAT, SUFFIX, UpdateFacts  # noqa: E402
from hvacdesk.services.office.updates import PURPOSE  # noqa: E402
from hvacdesk.vault import ciphers  # noqa: E402

PUBLIC = ROOT / "resources" / "updates" / "publisher.key"
WORDS = (
    "# The Ed25519 public key of whoever publishes hvacdesk. Update files that it did not sign are refused.\n"
)


def main(arguments: list[str]) -> int:
    """Run one of the two commands."""
    match arguments:
        case ["key", private]:
            make_key(Path(private), PUBLIC)
        case ["sign", private, installer, system]:
            print(sign(Path(private), Path(installer), system, __version__))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def make_key(private: Path, public: Path) -> None:
    """Make a new key; an existing private file is not written over."""
    key = secrets.token_bytes(32)
    descriptor = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as file:
        file.write(base64.b64encode(key) + b"\n")
    shown = base64.b64encode(ciphers.signing_public(key)).decode("ascii")
    public.write_text(f"{WORDS}{shown}\n", encoding="ascii")


def sign(private: Path, installer: Path, system: str, version: str) -> Path:
    """Put the installer into an update file beside it; returns its path."""
    content = installer.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    line = UpdateFacts(version, system, installer.name, len(content), digest).line()
    key = base64.b64decode(private.read_text(encoding="ascii"))
    signature = base64.b64encode(ciphers.sign(key, PURPOSE, line))
    update = installer.with_name(f"hvacdesk-{version}-{system}{SUFFIX}")
    update.write_bytes(b"\n".join((FORMAT.encode("ascii"), line, signature, content)))
    return update


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
