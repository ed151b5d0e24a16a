"""Text as its reader may see it; :mod:`hvacdesk.domain.masking` makes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Masked:
    """Text as its reader may see it.

    Attributes:
        text: the visible characters, with ``●`` in place of what is absent.
        hidden: whether anything is absent.
        revealable: whether the reader's role may ask to see the rest.
    """

    text: str
    hidden: bool = False
    revealable: bool = False

    @property
    def wholly_hidden(self) -> bool:
        """Whether nothing of it shows but that there is something."""
        return self.hidden and not self.text.strip("● ")

    @classmethod
    def shown(cls, text: str) -> Masked:
        """A value without anything hidden."""
        return cls(text)
