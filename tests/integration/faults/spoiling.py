"""What a disk, a copier or a person makes of a small file: spoiled contents by name, the same in each run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random


def spoiled(content: bytes, another: bytes, seed: str, times: int) -> Iterator[tuple[str, bytes]]:
    """So many flipped bits and cut ends, noise, nothing, and what belongs to another office."""
    random = Random(seed)
    for _ in range(times):
        at = random.randrange(len(content))
        yield "flipped", content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]
    for _ in range(times):
        yield "cut", content[: random.randrange(1, len(content))]
    yield "noise", random.randbytes(len(content))
    yield "empty", b""
    yield "another office's", another


def put_folder(path: Path) -> None:
    """A folder in the place of a file."""
    path.unlink(missing_ok=True)
    path.mkdir()
