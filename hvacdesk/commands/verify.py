"""``hvacdesk verify``: the database, the audit log's chain, and with ``--backup`` a backup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hvacdesk.commands.door import NOT_INTACT, OK, logged_in, say, words
from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.domain.oversight.chain_report import (
    NOTE_PLACE_NAMES,
    NOTE_STATE_NAMES,
    ChainReport,
    record_sentences,
    signature_sentences,
)
from hvacdesk.domain.oversight.checkpoints import comparison_sentences
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.oversight.witness_folder import kept_in


def run(home: Path | None, account: str | None, backup: Path | None, witness: Sequence[Path] = ()) -> int:
    """Check and print; 2 when something is wrong with the office."""
    facts = None
    with logged_in(home, account) as (office, actor):
        chain = office.audit.verify(actor)
        sound = office.audit.database_sound(actor)
        mended = office.disposal.reviews.mend_retention_days(actor) if sound else 0
        kept = office.log_witness.compare(actor, kept_in(witness)) if witness else None
        if backup is not None:
            facts = office.backups.check(actor, str(backup))
    _print_chain(chain)
    for sentence in () if kept is None else comparison_sentences(kept, words()):
        print(sentence)
    say(
        phrase("Command line", "Every page of the database is sound.")
        if sound
        else phrase("Command line", "The database is DAMAGED: restore the last verified backup.")
    )
    if mended:
        say(
            phrase("Command line", "Kept ends of retention that were WRONG and are mended: {count}"),
            count=mended,
        )
    if facts is not None:
        _print_backup(facts)
    agrees = kept is None or kept.good
    return OK if chain.intact and agrees and sound and not mended else NOT_INTACT


def _print_chain(chain: ChainReport) -> None:
    say(phrase("Command line", "Entries in the audit log: {count}"), count=chain.entries)
    say(phrase("Command line", "Head of the chain: {hash}"), hash=chain.head_hash)
    for place, state in chain.anchors:
        text = phrase("Command line", "Stored head ({place}): {standing}")
        where = words()(NOTE_PLACE_NAMES[place])
        say(text, place=where, standing=words()(NOTE_STATE_NAMES[state]))
    if chain.broken_at is not None:
        say(phrase("Command line", "The chain is BROKEN at entry {sequence}."), sequence=chain.broken_at)
    for text, sequences in (
        (phrase("Command line", "Entries with a signature that is NOT THE OFFICE'S: {list}"), chain.refused),
        (phrase("Command line", "Entries that explain a gap WITHOUT A SIGNATURE: {list}"), chain.claims),
        (
            phrase(
                "Command line", "Entries that were wrong and that a person responsible answered for: {list}"
            ),
            chain.answered,
        ),
    ):
        if sequences:
            say(text, list=", ".join(map(str, sequences)))
    for sentence in record_sentences(chain, words()):
        print(sentence)
    for sentence in signature_sentences(chain, words()):
        print(sentence)


def _print_backup(facts: BackupFacts) -> None:
    text = phrase(
        "Command line",
        "The backup of {moment} is whole: {rows} rows, {size} bytes, audit log to entry {entry}.",
    )
    say(text, moment=facts.taken_at, rows=facts.rows, size=facts.size, entry=facts.head_sequence)
