"""A file that somebody chose at their PC, on its way to a service: its name and what it holds, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class GivenFile:
    """A file as services take and give it: read and written at the PC where somebody sits, and nowhere else.

    Attributes:
        name: without the folder.
    """

    name: str
    content: bytes = field(repr=False)
