"""The layout of papers: who may change it, what is refused, and that every paper follows."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.papers.letterhead import ImageKind, OptionalBlock, PaperLayout
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.office.settings import check_facts
from hvacdesk.services.papers.layout import MOST_PIXELS, FactsTyped, Layout, NotAPicture, PictureTooLarge
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

FACTS = OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
PAPERS = PaperLayout(("Desk", "Owner"), frozenset({OptionalBlock.RESULTS}), "Open 8:30-17:30")


def png(width: int = 60, height: int = 40) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), (200, 20, 20)).save(target, "PNG")
    return target.getvalue()


def hidden_size(side: int) -> bytes:
    """A PNG whose head stands behind another chunk, where nobody looks for its size; one colour, so small."""
    target = io.BytesIO()
    Image.new("1", (side, side)).save(target, "PNG")
    plain, body = target.getvalue(), b"tEXta\x00b"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return plain[:8] + chunk + plain[8:]


@pytest.fixture
def layout(ground: Ground) -> Layout:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return Layout(ground.workplace)


def test_an_office_begins_with_three_blank_boxes_and_every_block(layout: Layout) -> None:
    head = layout.letterhead()
    assert head.layout.seal_titles == ("", "", "")
    assert all(head.shows(block) for block in OptionalBlock)
    assert (head.logo, head.seal) == (b"", b"")


def test_what_is_set_is_drawn(layout: Layout, ground: Ground) -> None:
    owner = ground.people[Role.OWNER]
    before = read_text(layout.sample(layout.letterhead(), english))
    layout.change(owner, PAPERS, layout.letterhead().layout)
    text = read_text(layout.sample(layout.letterhead(), english))
    assert "Simple inspection" in before
    assert "Simple inspection" not in text
    assert "Drilling" in before
    assert "Airtightness" in text
    assert "Open 8:30-17:30" in text
    assert "Owner" in text
    # What is ordered stays on the paper whatever the office does without.
    assert "Trial run" in text
    assert "Drilling" not in text


def test_the_facts_on_it_are_changed_in_the_same_step_or_not_at_all(layout: Layout, ground: Ground) -> None:
    owner, read = ground.people[Role.OWNER], layout.letterhead()
    good, bad = (FactsTyped(replace(read.facts, postal_code=code), read.facts) for code in ("4600008", "1"))
    too_long = replace(PAPERS, footer="x" * 10_000)
    for papers, facts in ((PAPERS, bad), (too_long, good)):
        with pytest.raises(InvalidInput):
            layout.change(owner, papers, read.layout, facts)
        assert layout.letterhead() == read
    layout.change(owner, PAPERS, read.layout, good)
    now = layout.letterhead()
    assert (now.facts, now.layout.footer) == (good.typed, PAPERS.footer)


def test_pictures_are_kept_exchanged_and_dropped(layout: Layout, ground: Ground) -> None:
    owner = ground.people[Role.OWNER]
    layout.set_image(owner, ImageKind.SEAL, png())
    layout.set_image(owner, ImageKind.SEAL, png(80))
    assert layout.letterhead().seal == png(80)
    layout.drop_image(owner, ImageKind.SEAL)
    assert layout.letterhead().seal == b""


@pytest.mark.parametrize(
    ("picture", "refusal"),
    [
        (b"", NotAPicture),
        (b"\xff\xd8\xff\xe0 a JPEG", NotAPicture),
        (png()[:20], NotAPicture),
        (png(MOST_PIXELS + 1, 2), PictureTooLarge),
        (png() + bytes(2_000_000), PictureTooLarge),
        (hidden_size(9_000), PictureTooLarge),
        (png()[:-30], NotAPicture),
        (png()[:60] + bytes(40) + png()[100:], NotAPicture),
    ],
)
def test_only_a_small_png_is_kept(
    layout: Layout, ground: Ground, picture: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        layout.set_image(ground.people[Role.OWNER], ImageKind.LOGO, picture)
    assert layout.letterhead().logo == b""
    for pictures in ({"logo": picture}, {"seal": picture}):
        if picture:
            with pytest.raises(refusal):
                layout.sample(replace(layout.letterhead(), **pictures), english)


def test_a_sample_shows_the_office_as_it_is_stored_whatever_is_sent(layout: Layout) -> None:
    head = layout.letterhead()
    forged = replace(head, facts=replace(head.facts, name="偽物工業" * 100_000))
    text = read_text(layout.sample(forged, english))
    assert FACTS.name in text
    assert "偽物" not in text
    with pytest.raises(InvalidInput):
        layout.sample(replace(head, layout=PaperLayout(("",) * 90_000)), english)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"seal_titles": ("",) * 6}, "seal_titles"),
        ({"seal_titles": ("とても長い検印欄の名前",)}, "seal_titles"),
        ({"footer": "あ" * 91}, "footer"),
        ({"footer": "a\x00b"}, "footer"),
    ],
)
def test_what_does_not_fit_is_refused(
    layout: Layout, ground: Ground, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        layout.change(ground.people[Role.OWNER], replace(PAPERS, **change), PAPERS)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_nobody_but_a_person_responsible_changes_it(layout: Layout, ground: Ground) -> None:
    for role in set(Role) - {Role.OWNER}:
        actor = ground.people[role]
        for change in (
            lambda actor=actor: layout.change(actor, PAPERS, PAPERS),
            lambda actor=actor: layout.set_image(actor, ImageKind.LOGO, png()),
            lambda actor=actor: layout.drop_image(actor, ImageKind.LOGO),
        ):
            with pytest.raises(NotPermitted):
                change()


def test_a_block_of_a_later_program_is_left_out(layout: Layout, ground: Ground) -> None:
    kept = {"seal_titles": [], "blocks": ["results", "holograms"], "footer": ""}
    with ground.workplace.transaction() as session:
        office.save_setting(session, office.OFFICE, "paper_layout", kept)
    assert layout.letterhead().layout.blocks == frozenset({OptionalBlock.RESULTS})


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("postal_code", "４６０－０００８", "4600008"),
        ("invoice_registration", "ｔ1234567890123", "T1234567890123"),
        ("invoice_registration", "T1-2345-6789-0123", "T1234567890123"),
        ("fax", " 052-000-0001 ", "052-000-0001"),
    ],
)
def test_facts_for_papers_are_stored_as_they_are_written(field: str, typed: str, stored: str) -> None:
    assert getattr(check_facts(replace(FACTS, **{field: typed})), field) == stored
