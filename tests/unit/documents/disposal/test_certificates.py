"""The certificate: three results, every exception, what is not claimed, the chain's head."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.disposal.certificates import draw_certificate
from hvacdesk.documents.kit.page import Sheet
from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts, KeptFields
from hvacdesk.domain.disposal.place_decisions import KeptPlaces
from hvacdesk.domain.disposal.remnants import LEFT_IN_RECORDS
from hvacdesk.domain.oversight.checkpoints import Checkpoint, origin_of, parsed
from hvacdesk.domain.text.wording import Words, english
from hvacdesk.vault.keyfile import checkpoint_keys
from hvacdesk.vault.keyfile.signers import LogKeys, LogSigner
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import CERTIFICATE, EXCEPTIONS, text_of

WITH_EXCEPTIONS = replace(CERTIFICATE, result=BatchState.EXCEPTIONS, exceptions=EXCEPTIONS, same_person=True)
WITH_REMNANTS = replace(
    WITH_EXCEPTIONS,
    exceptions=(LEFT_IN_RECORDS, *EXCEPTIONS),
    remnants=(("customers", 3), ("log", 1_200)),
    kept=(KeptPlaces("customers", "law", 2), KeptPlaces("log", "unchangeable", 1_200)),
    cleaned=4,
    taken=2,
)
WITH_CHECKPOINT = replace(
    WITH_REMNANTS,
    checkpoint=checkpoint_keys.signed(
        Checkpoint(origin_of("3f" * 16), 48_213, bytes(range(32))), LogSigner("3f" * 16, 1, bytes(32))
    ).note(),
)
FAILED = replace(CERTIFICATE, result=BatchState.FAILED, exceptions=EXCEPTIONS)

LANGUAGES = pytest.mark.parametrize("words", [japanese, english], ids=["ja", "en"])
EACH_RESULT = pytest.mark.parametrize(
    "facts",
    [CERTIFICATE, WITH_EXCEPTIONS, FAILED, WITH_REMNANTS, WITH_CHECKPOINT],
    ids=["verified", "exceptions", "failed", "remnants", "checkpoint"],
)


@LANGUAGES
@EACH_RESULT
def test_nothing_is_clipped_or_overlaps(facts: CertificateFacts, words: Words) -> None:
    texts = drawn_by(lambda: draw_certificate(facts, words))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        (CERTIFICATE, "消去確認済み"),
        (WITH_EXCEPTIONS, "一部未確認あり"),
        (FAILED, "確認できませんでした"),
    ],
    ids=["verified", "exceptions", "failed"],
)
def test_the_result_is_the_largest_text(facts: CertificateFacts, result: str) -> None:
    texts = drawn_by(lambda: draw_certificate(facts, japanese))
    tallest = max((text for text in texts if len(text.text) > 1), key=lambda text: text.top - text.bottom)
    assert result in {
        text.text for text in texts if text.top - text.bottom >= 0.99 * (tallest.top - tallest.bottom)
    }


def test_every_exception_is_listed() -> None:
    text = re.sub(r"\s+", " ", text_of(draw_certificate(WITH_EXCEPTIONS, english)))
    for exception in EXCEPTIONS:
        assert exception.text in text
    assert "The erasure is not confirmed" in text
    assert "none of the erased values was found" not in text


def test_a_failed_check_certifies_nothing() -> None:
    text = text_of(draw_certificate(FAILED, english))
    assert "This paper certifies no erasure." in text
    assert "none of the erased values was found" not in text


@EACH_RESULT
def test_words_follow_nist(facts: CertificateFacts) -> None:
    text = text_of(draw_certificate(facts, english))
    assert "partial sanitization" in text
    assert not re.search(r"\b(clear(ed)?|purged?|destroyed)\b", text, re.IGNORECASE)


def test_the_signed_state_of_the_log_is_on_the_paper_whole_and_in_its_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coded: list[str] = []
    monkeypatch.setattr(Sheet, "qr", lambda _sheet, _left, _top, _size, text: coded.append(text))
    texts = drawn_by(lambda: draw_certificate(WITH_CHECKPOINT, english))
    (note,) = coded
    checkpoint = parsed(note.encode())
    public = LogSigner("3f" * 16, 1, bytes(32)).public
    assert (checkpoint.size, checkpoint.root) == (48_213, bytes(range(32)))
    assert checkpoint_keys.holds(checkpoint, LogKeys("3f" * 16, {1: public}))
    printed = "".join(text.text for text in texts)
    assert all(line in printed for line in note.splitlines())


@LANGUAGES
def test_no_line_runs_into_the_code(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters of base64 are of all widths, and so many wide ones in a row are as likely as any others."""
    places: list[tuple[float, float]] = []
    monkeypatch.setattr(Sheet, "qr", lambda _sheet, left, top, _size, _text: places.append((left, top)))
    wide = replace(WITH_CHECKPOINT, checkpoint=f"{WITH_CHECKPOINT.checkpoint}— {'W' * 150}\n")
    texts = drawn_by(lambda: draw_certificate(wide, words))
    ((left, _top),) = places
    beside = [text for text in texts if "W" * 20 in text.text]
    assert len(beside) > 1
    assert all(text.right < left - 4 for text in beside)


@LANGUAGES
def test_a_disposal_without_exceptions_needs_one_page(words: Words) -> None:
    """What is not claimed must not stand alone on a second sheet, which nobody files with the first."""
    usual = replace(
        CERTIFICATE,
        checkpoint=WITH_CHECKPOINT.checkpoint,
        batch_number="D2026-002",
    )
    assert len(PdfReader(io.BytesIO(draw_certificate(usual, words))).pages) == 1


def test_the_chain_head_is_printed_in_full() -> None:
    text = re.sub(r"\s+", "", text_of(draw_certificate(CERTIFICATE, japanese)))
    assert CERTIFICATE.head_hash in text
    assert "第48213号" in text


def test_japanese_dates_carry_the_era_and_office_time() -> None:
    text = text_of(draw_certificate(CERTIFICATE, japanese))
    assert "2026年（令和8年）12月1日" in text
    assert "2026年（令和8年）11月30日 17:12" in text


def test_english_dates_carry_no_era() -> None:
    text = text_of(draw_certificate(CERTIFICATE, english))
    assert "1 Dec 2026" in text
    assert "Reiwa" not in text


def test_rules_and_counts_are_printed() -> None:
    text = text_of(draw_certificate(CERTIFICATE, japanese))
    for rule, law, _ in CERTIFICATE.rules:
        assert rule in text
        assert law in text
    for count in ("184", "1,312", "2,048", "17"):
        assert count in text


def test_one_person_alone_is_said() -> None:
    assert "申請者本人" in text_of(draw_certificate(WITH_EXCEPTIONS, japanese))
    assert "申請者本人" not in text_of(draw_certificate(CERTIFICATE, japanese))


def test_what_was_kept_is_counted_by_place() -> None:
    text = text_of(draw_certificate(WITH_REMNANTS, japanese))
    above, below = text.split("操作記録：1,200件（理由を付けて残したもの：プログラムでは変更できない）")
    assert "ほかのお客様の記録・備考：2件（理由を付けて残したもの：法令で保存が必要）" in above
    assert above.rstrip("・ \n").endswith("ほかのお客様の記録・備考：1件"), "under their own exception"
    assert "黒塗り4か所、記録ごと廃棄2件" in text
    assert japanese(EXCEPTIONS[0])[:8] in below


@pytest.mark.parametrize(
    "facts",
    [
        replace(CERTIFICATE, result=BatchState.APPROVED),
        replace(CERTIFICATE, exceptions=EXCEPTIONS),
        replace(WITH_EXCEPTIONS, exceptions=()),
    ],
    ids=["no result", "verified with exceptions", "exceptions without any"],
)
def test_contradictions_are_refused(facts: CertificateFacts) -> None:
    with pytest.raises(ValueError, match="result"):
        draw_certificate(facts, japanese)


def test_long_data_runs_over() -> None:
    long = "とても長い名前がここに続きます。" * 250
    facts = replace(
        WITH_EXCEPTIONS,
        office_name=long,
        proposed_by=long,
        approved_by=long,
        rules=tuple((f"{number} {long[:200]}", long[:300], number) for number in range(40)),
    )
    texts = drawn_by(lambda: draw_certificate(facts, japanese))
    assert max(text.page for text in texts) > 3
    assert "".join(text.text for text in texts).count("長い名前がここに続きます。") >= 740
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


def test_properties_name_no_person() -> None:
    metadata = PdfReader(io.BytesIO(draw_certificate(CERTIFICATE, japanese))).metadata
    assert metadata is not None
    assert metadata.title == "廃棄・消去証明書 2026-11-01"
    said = " ".join(str(value) for value in metadata.values())
    assert CERTIFICATE.proposed_by not in said
    assert CERTIFICATE.approved_by not in said


def test_the_reduced_are_counted_beside_the_destroyed_and_the_review_is_named() -> None:
    reduced = (KeptFields("business", "法人税法施行規則 第59条", ("name",), 417),)
    facts = replace(CERTIFICATE, customers=0, call_notes=0, reduced=reduced, batch_number="D2026-002")
    drawn = drawn_by(lambda: draw_certificate(facts, english))
    texts = [one.text for one in drawn]
    assert "417" in texts
    assert "0" not in texts[: texts.index("417")]
    assert any("D2026-002" in text for text in texts)
    assert not list(outside_paper(drawn))
    assert not list(overlaps(drawn))
