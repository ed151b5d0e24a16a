"""The register of storage media: who keeps it, what a record must say, and that it stands once written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from hvacdesk.domain.disposal.media import (
    DEGAUSS_WARNING,
    DRILL_WARNING,
    FLASH_WARNING,
    TECHNIQUES,
    Destination,
    MediumFacts,
    MediumKind,
    Sanitization,
    Sanitized,
    Technique,
    Verification,
    destinations,
    warning,
)
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.disposal.media import Media
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.models import Medium
from hvacdesk.store.office import office
from hvacdesk.store.oversight import tied
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

STICK = MediumFacts(MediumKind.USB_STICK, "バックアップ A", "見本電子", "UM-3", "SN-0042-77")


@pytest.fixture
def media(ground: Ground) -> Media:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Media(ground.workplace)


def done(ground: Ground) -> Sanitized:
    return Sanitized(
        on=ground.workplace.today().isoformat(),
        sanitization=Sanitization.DESTROY,
        technique=Technique.SHRED,
        verification=Verification.CONTRACTOR,
        verified_by="佐藤 綾",
        destination=Destination.WASTE,
        tool="破砕機 K-2",
        witness="伊藤 誠",
        certificate="破-2026-118",
    )


def test_the_desk_keeps_the_register_and_an_inspector_reads_it(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    (row,) = media.all(ground.people[Role.INSPECTOR])
    assert (row.medium, row.number, row.facts, row.done) == (medium, "M-0001", STICK, None)
    for role in (Role.TECHNICIAN, Role.ACCOUNTING):
        with pytest.raises(NotPermitted):
            media.all(ground.people[role])
    for role in (Role.INSPECTOR, Role.TECHNICIAN, Role.ACCOUNTING):
        person = ground.people[role]
        with pytest.raises(NotPermitted):
            media.register(person, STICK)
        with pytest.raises(NotPermitted):
            media.change(person, medium, STICK, shown=STICK)
        with pytest.raises(NotPermitted):
            media.sanitize(person, medium, done(ground), shown=STICK)


def test_what_was_done_is_written_down_once(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    media.sanitize(ground.desk, medium, done(ground), shown=STICK)
    (row,) = media.all(ground.desk)
    assert row.done == done(ground)
    assert row.done_by == ground.desk.name
    with pytest.raises(RecordGone):
        media.sanitize(ground.desk, medium, replace(done(ground), witness=""), shown=STICK)
    with pytest.raises(RecordGone):
        media.change(ground.desk, medium, replace(STICK, label="B"), shown=STICK)
    assert media.all(ground.desk)[0].done == done(ground)


def test_a_medium_is_not_set_back_to_what_an_older_form_showed(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    lent = replace(STICK, used_by="次郎")
    media.change(ground.desk, medium, lent, shown=STICK)
    with pytest.raises(ChangedMeanwhile):
        media.change(ground.desk, medium, replace(STICK, serial="SN-0042-78"), shown=STICK)
    assert media.all(ground.desk)[0].facts == lent


def test_the_log_names_codes_only(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    numbered = replace(STICK, serial="SN-0042-78")
    media.change(ground.desk, medium, numbered, shown=STICK)
    media.change(ground.desk, medium, numbered, shown=numbered)
    media.sanitize(ground.desk, medium, done(ground), shown=numbered)
    entries = AuditLog(ground.workplace).entries(ground.people[Role.OWNER], limit=10)
    kinds = {Action.MEDIUM_REGISTERED, Action.MEDIUM_CHANGED, Action.MEDIUM_SANITIZED}
    logged = [entry for entry in entries if entry.action in kinds]
    assert len(logged) == 3
    assert "SN-0042" not in repr([entry.details for entry in logged])


WRONG = {
    "label": lambda media, ground: media.register(ground.desk, replace(STICK, label=" ")),
    "on": lambda media, ground: media.sanitize(
        ground.desk, "0" * 32, replace(done(ground), on="2999-01-01"), shown=STICK
    ),
    "technique": lambda media, ground: media.sanitize(
        ground.desk, "0" * 32, replace(done(ground), technique=Technique.OVERWRITE), shown=STICK
    ),
    "verified_by": lambda media, ground: media.sanitize(
        ground.desk, "0" * 32, replace(done(ground), verified_by=""), shown=STICK
    ),
    "certificate": lambda media, ground: media.sanitize(
        ground.desk, "0" * 32, replace(done(ground), certificate=""), shown=STICK
    ),
}

SAYS = dict.fromkeys(WRONG, Missing) | {"on": BadDate, "technique": InvalidInput}


@pytest.mark.parametrize("field", WRONG)
def test_a_record_that_says_too_little_is_refused_at_its_field(
    ground: Ground, media: Media, field: str
) -> None:
    with pytest.raises(SAYS[field]) as refused:
        WRONG[field](media, ground)
    assert refused.value.field == field


NOT_MAGNETIC = (MediumKind.USB_STICK, MediumKind.SOLID_STATE, MediumKind.PHONE, MediumKind.OPTICAL)


@pytest.mark.parametrize("kind", MediumKind)
def test_a_magnet_sanitizes_nothing_that_is_not_magnetic(
    ground: Ground, media: Media, kind: MediumKind
) -> None:
    facts = replace(STICK, kind=kind)
    medium = media.register(ground.desk, facts)
    degaussed = replace(done(ground), sanitization=Sanitization.PURGE, technique=Technique.DEGAUSS)
    if kind in NOT_MAGNETIC:
        with pytest.raises(InvalidInput) as refused:
            media.sanitize(ground.desk, medium, degaussed, shown=facts)
        assert refused.value.field == "technique"
    else:
        media.sanitize(ground.desk, medium, degaussed, shown=facts)
    assert (media.all(ground.desk)[0].done is None) == (kind in NOT_MAGNETIC)


def test_what_speaks_against_a_way_is_said() -> None:
    assert warning(MediumKind.COMPUTER, Sanitization.PURGE, Technique.DEGAUSS) is DEGAUSS_WARNING
    assert warning(MediumKind.HARD_DISK, Sanitization.PURGE, Technique.DEGAUSS) is None
    assert warning(MediumKind.COMPUTER, Sanitization.PURGE, Technique.DEVICE_COMMAND) is None
    clear, destroy = Sanitization.CLEAR, Sanitization.DESTROY
    assert warning(MediumKind.USB_STICK, clear, Technique.OVERWRITE) is FLASH_WARNING
    assert warning(MediumKind.HARD_DISK, clear, Technique.OVERWRITE) is None
    assert warning(MediumKind.HARD_DISK, destroy, Technique.DRILL) is DRILL_WARNING
    assert warning(MediumKind.USB_STICK, destroy, Technique.SHRED) is None
    for perhaps in (
        MediumKind.EXTERNAL_DISK,
        MediumKind.NETWORK_STORAGE,
        MediumKind.COPIER,
        MediumKind.OTHER,
    ):
        assert warning(perhaps, clear, Technique.OVERWRITE) is FLASH_WARNING
        assert warning(perhaps, Sanitization.PURGE, Technique.DEGAUSS) is DEGAUSS_WARNING
    assert warning(MediumKind.OPTICAL, clear, Technique.OVERWRITE) is None


def test_every_technique_belongs_to_one_kind_of_sanitization() -> None:
    listed = [technique for few in TECHNIQUES.values() for technique in few]
    assert sorted(listed) == sorted(Technique)


@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_record_says_all_of_it(ground: Ground, media: Media, code: str) -> None:
    medium = media.register(ground.desk, STICK)
    media.sanitize(ground.desk, medium, done(ground), shown=STICK)
    text = read_text(media.record_pdf(ground.desk, medium, words_for(code)))
    for said in ("M-0001", "バックアップ A", "SN-0042-77", "破砕機 K-2", "伊藤 誠", "破-2026-118", "800-88"):
        assert said in text, said


@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_record_has_room_for_what_only_people_know(ground: Ground, media: Media, code: str) -> None:
    """NIST SP 800-88 asks also for the source, the sensitivity, and for who did and who verified, signed."""
    words = words_for(code)
    medium = media.register(ground.desk, STICK)
    media.sanitize(ground.desk, medium, done(ground), shown=STICK)
    printed = read_text(media.record_pdf(ground.people[Role.INSPECTOR], medium, words))
    for text in (
        "Used by (person, computer)",
        "Most sensitive data on it",
        "Place, and positions of those who signed",
        "Sanitized by",
        "Signature",
    ):
        assert words(Phrase("Documents", text)) in printed


def test_a_registered_user_is_printed_and_not_asked_for(ground: Ground, media: Media) -> None:
    source = "Used by (person, computer)"
    printed = []
    for user in ("", "受付のパソコン"):
        facts = replace(STICK, used_by=user)
        medium = media.register(ground.desk, facts)
        media.sanitize(ground.desk, medium, done(ground), shown=facts)
        printed.append(read_text(media.record_pdf(ground.desk, medium, words_for("en"))))
    without, known = printed
    assert without.index(source) > without.index("by hand")
    assert known.index(source) < known.index("受付のパソコン") < known.index("by hand")
    assert known.count(source) == 1


def test_everybody_who_works_here_is_offered_by_name(ground: Ground, media: Media) -> None:
    assert ground.people[Role.TECHNICIAN].name in media.staff(ground.desk)
    with pytest.raises(NotPermitted):
        media.staff(ground.people[Role.INSPECTOR])


def test_a_medium_in_use_has_no_record(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    with pytest.raises(ValueError, match="nothing is written down"):
        media.record_pdf(ground.desk, medium, words_for("en"))


def test_no_record_is_written_about_another_medium_than_was_shown(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    other = MediumFacts(MediumKind.SOLID_STATE, "経理のパソコン", serial="ZZZ-9")
    media.change(ground.desk, medium, other, shown=STICK)
    with pytest.raises(ChangedMeanwhile):
        media.sanitize(ground.desk, medium, done(ground), shown=STICK)
    assert media.all(ground.desk)[0].done is None
    media.sanitize(ground.desk, medium, done(ground), shown=other)
    assert media.all(ground.desk)[0].done == done(ground)


@pytest.mark.parametrize("sanitized", [False, True], ids=["in use", "sanitized"])
def test_what_hangs_on_the_log_is_hashed_as_the_file_holds_it(
    ground: Ground, media: Media, sanitized: bool
) -> None:
    """However a code is read: the log of every office has the hashes of earlier versions."""
    medium = media.register(ground.desk, STICK)
    if sanitized:
        media.sanitize(ground.desk, medium, done(ground), shown=STICK)
    with ground.workplace.reading() as session:
        names = [one.name for one in Medium.__table__.columns if one.name != "id"]
        (row,) = session.execute(sql(f"SELECT {', '.join(names)} FROM media")).all()
        hashed = tied.present(session)[tied.Tie("media", medium)]
    assert None not in row
    whole = json.dumps([list(row)], ensure_ascii=False)
    assert hashed == hashlib.sha256(whole.encode()).hexdigest()


@pytest.mark.parametrize("kind", MediumKind)
def test_what_was_destroyed_is_neither_used_on_nor_sold_unless_it_was_a_part(kind: MediumKind) -> None:
    gone = {Destination.REUSED, Destination.SOLD}
    part = kind in {MediumKind.COMPUTER, MediumKind.COPIER, MediumKind.NETWORK_STORAGE}
    assert gone.isdisjoint(destinations(kind, Sanitization.DESTROY)) is not part
    assert gone <= set(destinations(kind, Sanitization.PURGE))


def test_a_destroyed_stick_is_not_written_down_as_used_on(ground: Ground, media: Media) -> None:
    medium = media.register(ground.desk, STICK)
    with pytest.raises(InvalidInput) as refused:
        media.sanitize(
            ground.desk, medium, replace(done(ground), destination=Destination.REUSED), shown=STICK
        )
    assert refused.value.field == "destination"
    assert media.all(ground.desk)[0].done is None
