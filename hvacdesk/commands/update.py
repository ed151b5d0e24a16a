"""``hvacdesk update``: checks an update file and writes out its installer, ready to be installed."""

from __future__ import annotations

from pathlib import Path

from hvacdesk import own_files
from hvacdesk.commands.door import OK, say
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.office import updates


def run(file: Path, folder: Path | None) -> int:
    """Check and take out; the installer is put beside the update file where no folder is named."""
    facts = updates.look(file)
    installer = updates.take_out(file, folder or own_files.real(file).parent)
    text = phrase(
        "Command line",
        "Version {version} is genuine. Its installer is {path}. Close hvacdesk, then install it.",
    )
    say(text, version=facts.version, path=installer)
    return OK
