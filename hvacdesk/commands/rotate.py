"""``hvacdesk rotate``: new keys for the office, then a backup under them."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.commands.door import OK, logged_in, words
from hvacdesk.domain.text.wording import phrase

RENEWED = phrase("Command line", "The keys are renewed. Epoch: {epoch}")
PENDING = phrase(
    "Command line",
    "The former keys still open the former file, because no verified backup of the new one was possible: "
    "connect a backup disk and run “hvacdesk backup”.",
)

KEPT_BACK = phrase(
    "Command line",
    "The former keys are not gone yet. {what} {todo} The next backup removes them.",
)


def run(home: Path | None, account: str | None) -> int:
    """Renew the keys in a session of a person responsible."""
    say = words()
    with logged_in(home, account) as (office, actor):
        office.keys.rotate(actor)
        standing = office.keys.standing(actor)
        kept_back = office.backups.overview(actor).pending_because
    print(say(RENEWED).format(epoch=standing.epoch))
    if kept_back is not None:
        what, _, todo = kept_back.sentences(say)
        print(say(KEPT_BACK).format(what=what, todo=todo))
    elif standing.former_epochs:
        print(say(PENDING))
    return OK
