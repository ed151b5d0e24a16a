"""Writes the licences of everything that the built program ships.

``python installers/licences.py FILE`` leaves the list that the program shows under *About*;
``--copyright FILE`` prints such a list in the form of Debian's copyright files.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hvacdesk.services.office.licences import Work, as_json, collect  # noqa: E402

PYTHON_TEXTS = ("LICENSE.txt", "LICENSE")
COMMON = "/usr/share/common-licenses"
COMMON_TEXTS = (
    (
        r"[ \t]*Apache License\s+Version 2\.0",
        r"(?:END OF TERMS AND CONDITIONS|or additional liability\.(?!\s+END OF TERMS))",
        "Apache-2.0",
    ),
    (r"[ \t]*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1", r"END OF TERMS AND CONDITIONS", "LGPL-2.1"),
    (r"[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 2", r"END OF TERMS AND CONDITIONS", "GPL-2"),
    (r"[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 3", r"END OF TERMS AND CONDITIONS", "GPL-3"),
    (
        r"[ \t]*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3",
        r"permanent authorization.*?Library\.",
        "LGPL-3",
    ),
    (r"Creative Commons Legal Code\s+CC0 1\.0 Universal", r"this CC0 or use of the Work\.", "CC0-1.0"),
)
"""How a licence begins and ends, and under which name Debian holds it."""


def main(arguments: list[str]) -> int:
    """Write or print; 1 when a work has no licence or no text of it."""
    if arguments[0] == "--copyright":
        print(copyright_file(json.loads(Path(arguments[1]).read_text(encoding="utf-8"))))
        return 0
    found = (*collect(), python())
    unknown = [work.name for work in found if not (work.licence and work.text)]
    if unknown:
        print(f"no licence or no text of it is known of: {', '.join(unknown)}", file=sys.stderr)
        return 1
    Path(arguments[0]).write_text(as_json(found), encoding="utf-8")
    return 0


def python() -> Work:
    """The interpreter that the build ships."""
    text = python_text(Path(os.__file__).parent, Path(sys.base_prefix))
    return Work("Python", sys.version.split()[0], "PSF-2.0", text)


def python_text(library: Path, prefix: Path) -> str:
    """Python's own licence: in its library on Debian, beside its program on Windows; else empty."""
    places = [place / name for place in (library, prefix) for name in PYTHON_TEXTS]
    return next((path.read_text("utf-8") for path in places if path.is_file()), "")


def copyright_file(works: list[dict[str, str]]) -> str:
    """The Debian copyright file: our own licence, then each work with its text."""
    parts = [
        "hvacdesk",
        "Copyright: the hvacdesk maintainers",
        f"Licence: Apache-2.0, whose text is in {COMMON}/Apache-2.0",
        "",
        "The program ships these works:",
    ]
    for work in works:
        parts += [
            "",
            "-" * 78,
            f"{work['name']} {work['version']}".rstrip(),
            f"Licence: {work['licence']}",
            "",
        ]
        parts += [_with_common_texts_named(work["text"])]
    return "\n".join(parts)


def _with_common_texts_named(text: str) -> str:
    """The text without those licences that every Debian holds already, which are named instead."""
    for begins, ends, name in COMMON_TEXTS:
        found = re.compile(f"{begins}.*?{ends}", re.DOTALL)
        text = found.sub(f"[The text is in {COMMON}/{name}]", text)
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
