"""Files between a window and a service: whole, in memory, or as the name of one that the office PC has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated


class NamesAFile:
    """Marks a text that the office PC takes for the name of a file or folder of its own."""


OfficeFile = Annotated[str, NamesAFile]
"""Such a text. What takes one is never asked from another PC: that would have the office PC look into, write
or remove whatever is named there."""


@dataclass(frozen=True)
class GivenFile:
    """A file as services take and give it: read and written at the PC where somebody sits, and nowhere else.

    Attributes:
        name: without the folder.
        place: folder and name as that PC writes them; empty where nobody has to find the file again.
    """

    name: str
    content: bytes = field(repr=False)
    place: str = field(default="", repr=False, compare=False)
