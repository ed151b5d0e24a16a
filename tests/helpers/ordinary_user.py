"""A login without rights for tests that run as root: input methods refuse to serve root."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pwd

ROOT = Path(__file__).parents[2]
NOBODY = "nobody"
"""Every Debian has this login."""
READ_ALL = "dac_read_search"


@dataclass(frozen=True)
class OrdinaryUser:
    """Whose programs run without root's rights.

    Attributes:
        home: a folder of their own, gone at the end.
    """

    home: Path
    prefix: tuple[str, ...]

    def run(self, *command: str, timeout: float, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command from the checkout, with nothing of this process's own session in its environment."""
        kept = {name: os.environ[name] for name in ("PATH", "CI") if name in os.environ}
        own = {"HOME": str(self.home), "TMPDIR": str(self.home / "tmp"), "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [*self.prefix, *command],
            env={**kept, **own, "PYTHONDONTWRITEBYTECODE": "1", **environment},
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=timeout,
        )


@contextmanager
def ordinary_user(within: Path = Path("/tmp")) -> Iterator[OrdinaryUser]:
    """This process's own user, or for root the one who owns nothing.

    Args:
        within: where their folder is made; not the tests' own, whose parents are closed to others.
    """
    import pwd

    home = Path(tempfile.mkdtemp(prefix="hvu-", dir=within))
    (home / "tmp").mkdir()
    try:
        if os.getuid():
            yield OrdinaryUser(home, ())
            return
        nobody = pwd.getpwnam(NOBODY)
        for folder in (home, home / "tmp"):
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield OrdinaryUser(home, _prefix(nobody))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _prefix(user: pwd.struct_passwd) -> tuple[str, ...]:
    """Root's own folder is closed to others: if the checkout lies there, the right to read it is kept.

    The last of the options lets access(2), with which Qt asks before it loads a plugin, count that right too.
    """
    plain = ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
    reads = subprocess.run([*plain, "test", "-r", str(Path(__file__))], check=False)
    if reads.returncode == 0:
        return plain
    kept = (f"--inh-caps=-all,+{READ_ALL}", f"--ambient-caps=-all,+{READ_ALL}")
    return (*plain, *kept, "--securebits=+no_setuid_fixup")
