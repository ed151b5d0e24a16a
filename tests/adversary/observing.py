"""Somebody who watches an office's folder and its key store, and opens nothing: what they get to see.

They see each file's name, size, mode and times, each step that changes a file in the order in which it
happens, each wait for the disk, how random a file looks, and the names and sizes of the key store's items. Of
the program they know the folder's path alone. Times are told as what they give away: whether one moved since
the last look.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.helpers.vault_offices import MemorySecrets

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime", "os.chmod", "os.truncate", "os.link"}
BLOCK = 64
RANDOM = "random"


@dataclass(frozen=True)
class FileLook:
    """What one file shows between two looks.

    Attributes:
        texture: :data:`RANDOM`, or how far it can be compressed, in tenths.
        repeated: how many blocks of it were in the former copy or stand in it twice, if it looks random.
        changed, modified: whether that time of it moved.
        read: whether it was read since, if it was not written too: then the time of reading says no more.
    """

    size: int
    mode: int
    owner: tuple[int, int]
    texture: str
    repeated: int
    changed: bool
    modified: bool
    read: bool


@dataclass
class Observer:
    """Watches one office.

    Attributes:
        seen: what each occasion showed, in order; the occasions' names are the watched person's day.
    """

    home: Path
    secrets: MemorySecrets
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    _steps: list[tuple[str, ...]] = field(default_factory=list)
    _former: dict[str, tuple[os.stat_result, frozenset[bytes]]] = field(default_factory=dict)

    def look(self, occasion: str) -> None:
        """Compare everything with the last look."""
        files, known = {}, {}
        for name, path in self._files():
            about = path.lstat()
            files[name], blocks = self._compared(name, about, _content(path))
            known[name] = about, blocks
        self._former = known
        items = sorted((self._item(account), len(secret)) for account, secret in self.secrets.kept.items())
        steps, self._steps[:] = list(self._steps), []
        self.seen.append((occasion, {"files": files, "steps": steps, "key store": items}))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Notice each step in the folder, and each wait for the disk."""
        real_fsync = os.fsync

        def fsync(descriptor: int) -> None:
            name = self._name(os.readlink(f"/proc/self/fd/{descriptor}"))
            if name is not None:
                self._steps.append(("fsync", name))
            real_fsync(descriptor)

        _watchers.append(self)
        try:
            with patch.object(os, "fsync", fsync):
                yield
        finally:
            _watchers.remove(self)

    def notice(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of a step; those that change nothing are passed over."""
        if event == "open":
            path, _mode, flags = arguments
            if not isinstance(flags, int) or not flags & WRITING:
                return
            paths: tuple[Any, ...] = (path,)
        elif event in STEPS:
            paths = arguments[: 2 if event in {"os.rename", "os.link"} else 1]
        else:
            return
        names = [self._name(path) for path in paths if isinstance(path, (str, bytes, os.PathLike))]
        if names and None not in names:
            self._steps.append((event, *(name for name in names if name is not None)))

    def _files(self) -> list[tuple[str, Path]]:
        found = [self.home, *sorted(self.home.rglob("*"))]
        return [(path.relative_to(self.home).as_posix(), path) for path in found]

    def _compared(
        self, name: str, about: os.stat_result, content: bytes
    ) -> tuple[FileLook, frozenset[bytes]]:
        former, known = self._former.get(name, (None, frozenset()))
        texture, now = _texture(content), frozenset[bytes]()
        if texture == RANDOM:
            now = frozenset(content[at : at + BLOCK] for at in range(0, len(content), BLOCK))
        changed = former is None or former.st_ctime_ns != about.st_ctime_ns
        look = FileLook(
            size=len(content),
            mode=about.st_mode,
            owner=(about.st_uid, about.st_gid),
            texture=texture,
            repeated=len(now & known) + (-(-len(content) // BLOCK) - len(now) if now else 0),
            changed=changed,
            modified=former is None or former.st_mtime_ns != about.st_mtime_ns,
            read=former is not None and not changed and former.st_atime_ns != about.st_atime_ns,
        )
        return look, now

    def _name(self, path: str | bytes | os.PathLike[Any]) -> str | None:
        """A path as told: within the folder, the folder itself, or None for what is elsewhere."""
        text = os.path.abspath(os.fsdecode(path))
        return os.path.relpath(text, self.home) if text.startswith(str(self.home)) else None

    def _item(self, account: str) -> str:
        return account.partition("/")[2]


def _content(path: Path) -> bytes:
    """What a file holds, read so that nobody sees it."""
    if not path.is_file():
        return b""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOATIME), "rb") as file:
        return file.read()


def _texture(content: bytes) -> str:
    """How random a file looks."""
    if not content:
        return "empty"
    tenths = 10 * len(zlib.compress(content, 1)) // len(content)
    return RANDOM if tenths >= 10 else str(tenths)


_watchers: list[Observer] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for one in _watchers:
        one.notice(event, arguments)


sys.addaudithook(_hook)
