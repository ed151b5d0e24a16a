"""The small part of Markdown that rule texts and training pages are drawn with.

Headings, points and paragraphs, nothing else: everything that is not one of them, HTML and script included,
is a paragraph's plain text. The help's own pages have pictures besides; a text that somebody typed has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_POINT = re.compile(r"(\s*)[-*・]\s+(.*)")
_NUMBERED = re.compile(r"(\s*)(\d{1,2})[.．)]\s*(.*)")
_PICTURE = re.compile(r"!\[(.+)\]\(([a-z0-9_]+\.png)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")


class BlockKind(StrEnum):
    """What a block is drawn as."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    POINT = "point"
    PARAGRAPH = "paragraph"
    PICTURE = "picture"


@dataclass(frozen=True)
class Block:
    """One block.

    Attributes:
        text: of a picture, what it shows.
        mark: what is written before a point: ``・`` or its number; of a picture, its file's name.
        depth: how far a point is set in, from 0.
    """

    kind: BlockKind
    text: str
    mark: str = ""
    depth: int = 0


def blocks(source: str, *, pictures: bool = False) -> tuple[Block, ...]:
    """The text's blocks in order. A line break within a paragraph ends it: Japanese needs no re-flowing.

    ``pictures`` reads ``![what it shows](name.png)`` on a line of its own; no name leads to another folder.
    """
    return tuple(_blocks(source, pictures=pictures))


def _blocks(source: str, *, pictures: bool) -> Iterator[Block]:
    for line in source.splitlines():
        if not line.strip():
            continue
        if found := _HEADING.fullmatch(line):
            kind = BlockKind.HEADING if len(found[1]) < 3 else BlockKind.SUBHEADING
            yield Block(kind, _plain(found[2]))
        elif found := _POINT.fullmatch(line):
            yield Block(BlockKind.POINT, _plain(found[2]), "・", _depth(found[1]))
        elif found := _NUMBERED.fullmatch(line):
            yield Block(BlockKind.POINT, _plain(found[3]), f"{found[2]}.", _depth(found[1]))
        elif pictures and (found := _PICTURE.fullmatch(line.strip())):
            yield Block(BlockKind.PICTURE, _plain(found[1]), found[2])
        else:
            yield Block(BlockKind.PARAGRAPH, _plain(line.strip()))


def _plain(text: str) -> str:
    """Stars for strong words are left out rather than shown."""
    return _STRONG.sub(r"\1", text).strip()


def _depth(space: str) -> int:
    return min(2, len(space.expandtabs(4)) // 2)
