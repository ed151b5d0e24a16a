"""Storage media that hold customers' data, and how each was sanitized before it left the office.

The three kinds of sanitization, and what a record of it states, are those of NIST SP 800-88 Rev. 2 (2025-09).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.text.input_checks import clean_line, known_day
from hvacdesk.domain.text.refused_numbers import clean_words
from hvacdesk.domain.text.wording import Phrase, phrase


class MediumKind(StrEnum):
    """What it is. :data:`_KEPT_ON` says how it keeps data."""

    USB_STICK = "usb_stick"
    EXTERNAL_DISK = "external_disk"
    NETWORK_STORAGE = "network_storage"
    HARD_DISK = "hard_disk"
    SOLID_STATE = "solid_state"
    COMPUTER = "computer"
    PHONE = "phone"
    COPIER = "copier"
    OPTICAL = "optical"
    OTHER = "other"


@dataclass(frozen=True)
class KeptOn:
    """How a kind of medium keeps data, which says what sanitizes it.

    Attributes:
        flash: whether some may be in flash memory, of which an overwriting program does not reach all.
        magnetic: whether some may be on a magnetic disk; only then a magnet erases it.
        around_disk: whether it is a machine that goes on with another disk once its own was destroyed.
    """

    flash: bool
    magnetic: bool
    around_disk: bool = False


_KEPT_ON: dict[MediumKind, KeptOn] = {
    MediumKind.USB_STICK: KeptOn(flash=True, magnetic=False),
    MediumKind.EXTERNAL_DISK: KeptOn(flash=True, magnetic=True),
    MediumKind.NETWORK_STORAGE: KeptOn(flash=True, magnetic=True, around_disk=True),
    MediumKind.HARD_DISK: KeptOn(flash=False, magnetic=True),
    MediumKind.SOLID_STATE: KeptOn(flash=True, magnetic=False),
    MediumKind.COMPUTER: KeptOn(flash=True, magnetic=True, around_disk=True),
    MediumKind.PHONE: KeptOn(flash=True, magnetic=False),
    MediumKind.COPIER: KeptOn(flash=True, magnetic=True, around_disk=True),
    MediumKind.OPTICAL: KeptOn(flash=False, magnetic=False),
    MediumKind.OTHER: KeptOn(flash=True, magnetic=True),
}

MEDIUM_KIND_NAMES: dict[MediumKind, Phrase] = {
    MediumKind.USB_STICK: phrase("Media", "USB stick, memory card"),
    MediumKind.EXTERNAL_DISK: phrase("Media", "External disk"),
    MediumKind.NETWORK_STORAGE: phrase("Media", "Network storage (NAS)"),
    MediumKind.HARD_DISK: phrase("Media", "Hard disk"),
    MediumKind.SOLID_STATE: phrase("Media", "Solid-state disk"),
    MediumKind.COMPUTER: phrase("Media", "Computer with its disk"),
    MediumKind.PHONE: phrase("Media", "Phone, tablet"),
    MediumKind.COPIER: phrase("Media", "Copier, FAX"),
    MediumKind.OPTICAL: phrase("Media", "CD, DVD"),
    MediumKind.OTHER: phrase("Media", "Other"),
}


class Sanitization(StrEnum):
    """How much is asked of an attacker afterwards: Clear, Purge, Destroy (NIST SP 800-88 Rev. 2)."""

    CLEAR = "clear"
    PURGE = "purge"
    DESTROY = "destroy"


SANITIZATION_NAMES: dict[Sanitization, Phrase] = {
    Sanitization.CLEAR: phrase("Media", "Clear (overwritten)"),
    Sanitization.PURGE: phrase("Media", "Purge (out of reach of a laboratory)"),
    Sanitization.DESTROY: phrase("Media", "Destroy (cannot be used again)"),
}

SANITIZATION_SHORT: dict[Sanitization, Phrase] = {
    Sanitization.CLEAR: phrase("Media", "Clear"),
    Sanitization.PURGE: phrase("Media", "Purge"),
    Sanitization.DESTROY: phrase("Media", "Destroy"),
}
"""For a list, whose other columns need the room."""


class Technique(StrEnum):
    """What was done."""

    OVERWRITE = "overwrite"
    FACTORY_RESET = "factory_reset"
    CRYPTOGRAPHIC_ERASE = "cryptographic_erase"
    DEVICE_COMMAND = "device_command"
    DEGAUSS = "degauss"
    SHRED = "shred"
    DRILL = "drill"
    INCINERATE = "incinerate"


TECHNIQUE_NAMES: dict[Technique, Phrase] = {
    Technique.OVERWRITE: phrase("Media", "Overwritten by a program"),
    Technique.FACTORY_RESET: phrase("Media", "Reset to the state of delivery"),
    Technique.CRYPTOGRAPHIC_ERASE: phrase("Media", "Key of an encrypted disk erased"),
    Technique.DEVICE_COMMAND: phrase("Media", "The device's own erase command"),
    Technique.DEGAUSS: phrase("Media", "Degaussed"),
    Technique.SHRED: phrase("Media", "Shredded, crushed"),
    Technique.DRILL: phrase("Media", "Drilled, broken by hand"),
    Technique.INCINERATE: phrase("Media", "Burnt, melted"),
}

TECHNIQUES: dict[Sanitization, tuple[Technique, ...]] = {
    Sanitization.CLEAR: (Technique.OVERWRITE, Technique.FACTORY_RESET),
    Sanitization.PURGE: (Technique.DEVICE_COMMAND, Technique.CRYPTOGRAPHIC_ERASE, Technique.DEGAUSS),
    Sanitization.DESTROY: (Technique.SHRED, Technique.DRILL, Technique.INCINERATE),
}


def techniques(kind: MediumKind, sanitization: Sanitization) -> tuple[Technique, ...]:
    """What can be done with this kind of medium to sanitize it so far.

    Source: NIST SP 800-88 Rev. 2: degaussing does not sanitize flash memory.
    """
    magnetic = _KEPT_ON[kind].magnetic
    return tuple(one for one in TECHNIQUES[sanitization] if one is not Technique.DEGAUSS or magnetic)


class Verification(StrEnum):
    """How somebody made sure."""

    READ_WHOLE = "read_whole"
    READ_SAMPLES = "read_samples"
    TOOL_REPORT = "tool_report"
    CONTRACTOR = "contractor"
    SEEN = "seen"


VERIFICATION_NAMES: dict[Verification, Phrase] = {
    Verification.READ_WHOLE: phrase("Media", "The whole medium was read again"),
    Verification.READ_SAMPLES: phrase("Media", "Samples were read again"),
    Verification.TOOL_REPORT: phrase("Media", "The program's report was checked"),
    Verification.CONTRACTOR: phrase("Media", "Certificate of a contractor"),
    Verification.SEEN: phrase("Media", "Seen with one's own eyes"),
}


class Destination(StrEnum):
    """Where the medium went."""

    REUSED = "reused"
    RETURNED = "returned"
    SOLD = "sold"
    RECYCLED = "recycled"
    WASTE = "waste"


DESTINATION_NAMES: dict[Destination, Phrase] = {
    Destination.REUSED: phrase("Media", "Used on in the office"),
    Destination.RETURNED: phrase("Media", "Given back (lease)"),
    Destination.SOLD: phrase("Media", "Sold, given away"),
    Destination.RECYCLED: phrase("Media", "Recycled by the maker"),
    Destination.WASTE: phrase("Media", "Industrial waste"),
}

_ONLY_WHOLE = frozenset({Destination.REUSED, Destination.SOLD})


def destinations(kind: MediumKind, sanitization: Sanitization) -> tuple[Destination, ...]:
    """Where such a medium can have gone: nobody uses what was destroyed, unless it was a part of it."""
    if sanitization is not Sanitization.DESTROY or _KEPT_ON[kind].around_disk:
        return tuple(Destination)
    return tuple(one for one in Destination if one not in _ONLY_WHOLE)


FLASH_WARNING = phrase(
    "Media",
    "Overwriting does not reach all of a flash memory. Choose Purge or Destroy if it leaves the office.",
)
DEGAUSS_WARNING = phrase(
    "Media", "A magnet erases no flash memory. Choose this only if the disk within is a magnetic one."
)
DRILL_WARNING = phrase("Media", "Parts of a drilled medium can still be read. Let a contractor shred it.")


@dataclass(frozen=True)
class MediumFacts:
    """What tells one medium from another.

    Attributes:
        label: what the office wrote on it.
        used_by: the person or the computer that uses it.
    """

    kind: MediumKind
    label: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    used_by: str = ""


@dataclass(frozen=True)
class Sanitized:
    """What was done with a medium.

    Attributes:
        on: ISO date.
        tool: program and version, or the machine.
        verified_by, witness: names of people who were present.
        certificate: the number on a contractor's certificate.
    """

    on: str
    sanitization: Sanitization
    technique: Technique
    verification: Verification
    verified_by: str
    destination: Destination
    tool: str = ""
    witness: str = ""
    certificate: str = ""


@dataclass(frozen=True)
class MediumRow:
    """A medium in the register. ``done`` is None while it is in use; ``number`` counts the office's media."""

    medium: str
    number: str
    facts: MediumFacts
    registered_on: str
    registered_by: str
    done: Sanitized | None = None
    done_by: str = ""


def checked_facts(facts: MediumFacts) -> MediumFacts:
    """The facts as they are stored. Raises :class:`InvalidInput` where the label is missing or too long."""
    label = clean_words("label", facts.label, limit=80)
    if not label:
        raise Missing("label")
    return MediumFacts(
        facts.kind,
        label,
        clean_words("maker", facts.maker, limit=80),
        clean_line("model", facts.model, limit=80),
        clean_line("serial", facts.serial, limit=80),
        clean_words("used_by", facts.used_by, limit=80),
    )


def checked_sanitized(done: Sanitized, kind: MediumKind, today: str) -> Sanitized:
    """What was done with a medium of this kind, as it is stored.

    Raises:
        InvalidInput: a day to come, a technique of another kind of sanitization or that does nothing to such
            a medium, where nothing destroyed can go, nobody who made sure, or a contractor's certificate
            without its number.
    """
    on = known_day("on", done.on, latest=date.fromisoformat(today)).isoformat()
    if done.technique not in techniques(kind, done.sanitization):
        raise InvalidInput("technique")
    if done.destination not in destinations(kind, done.sanitization):
        raise InvalidInput("destination")
    tidy = Sanitized(
        on=on,
        sanitization=done.sanitization,
        technique=done.technique,
        verification=done.verification,
        verified_by=clean_words("verified_by", done.verified_by, limit=80),
        destination=done.destination,
        tool=clean_words("tool", done.tool, limit=80),
        witness=clean_words("witness", done.witness, limit=80),
        certificate=clean_line("certificate", done.certificate, limit=80),
    )
    if not tidy.verified_by:
        raise Missing("verified_by")
    if tidy.verification is Verification.CONTRACTOR and not tidy.certificate:
        raise Missing("certificate")
    return tidy


def warning(kind: MediumKind, sanitization: Sanitization, technique: Technique | None) -> Phrase | None:
    """What speaks against a way of sanitizing this kind of medium; it is not forbidden.

    ``technique`` is None as long as only the kind of sanitization was chosen.

    Source: NIST SP 800-88 Rev. 2 on flash memory and on destruction by hand.
    """
    if _KEPT_ON[kind].flash and sanitization is Sanitization.CLEAR:
        return FLASH_WARNING
    if _KEPT_ON[kind].flash and technique is Technique.DEGAUSS:
        return DEGAUSS_WARNING
    return DRILL_WARNING if technique is Technique.DRILL else None
