"""The certificate of a restore 復元時の再廃棄証明書: customers who were destroyed before stay destroyed.

It says how far the disposed list reached, since a list may be older than the disposals that it should know.
"""

from __future__ import annotations

from hvacdesk.documents.disposal.certificates import chain_head
from hvacdesk.documents.kit.dates import moment_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, listed, paragraph, row, section
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.disposal.place_decisions import exceptions_said
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Certificate of a restore")
_DOCUMENT = phrase("Documents", "Certificate of a restore {number}")
_NUMBER = phrase("Restore certificate", "No. {number}")
_RESTORE = phrase("Documents", "The restore")
_RESTORED_AT = phrase("Documents", "Restored")
_RESTORED_BY = phrase("Documents", "Opened by")
_BACKUP = phrase("Documents", "Backup")
_TAKEN_AT = phrase("Documents", "Backup taken")
_LOST = phrase("Documents", "Log entries after the backup")
_AGAIN = phrase("Documents", "Disposals carried out again")
_NOTHING = phrase("Documents", "The backup held nobody who is on the disposed list.")
_COLUMNS = (
    phrase("Restore certificate", "Certificate of disposal"),
    phrase("Documents", "Destroyed again"),
    phrase("Documents", "Reduced again"),
)
_UNKNOWN = phrase("Documents", "not on the list")
_CHECK = phrase("Restore certificate", "Check")
_PAGES = phrase(
    "Documents",
    "Erased values searched for: {values}. Database pages: {pages}, log frames: {frames}. None was found but "
    "in living records.",
)
_LIST = phrase("Documents", "The disposed list")
_LISTS = phrase("Documents", "Signed lists found: {count}. The last disposal on them: {moment}.")
_NO_LIST = phrase("Documents", "No signed disposed list was found.")
_STALE = phrase(
    "Documents",
    "No disposal on the lists is newer than the backup. If any was carried out after it, and its list was "
    "out of reach, those customers are in the restored file: compare with the certificates on paper.",
)
_DAMAGED = phrase("Documents", "Lists that were damaged or not signed by the office, and not used: {count}.")
_WITHOUT = phrase(
    "Documents",
    "Lists that were damaged or not signed by the office: {count}. Whoever opened the backup was told that "
    "everybody destroyed after it comes back, and restored without a list.",
)
_KNOWN = phrase("Documents", "Disposals later than the last one on the lists cannot be known from them.")


def draw_restore_certificate(facts: RestoreCertificateFacts, words: Words) -> bytes:
    """The certificate as a PDF."""
    sheet = Sheet(words, words(_DOCUMENT).format(number=facts.number), facts.restored_at[:10])
    setter = sheet.set
    say = setter.say
    bands = [
        *head(setter, say(_TITLE), [say(_NUMBER, number=facts.number), facts.office_name]),
        section(setter, say(_RESTORE)),
        *listed(setter, _restore(setter, facts), size=11),
        *_again(setter, facts),
        *_list(setter, facts),
        *chain_head(setter, facts.head_sequence, facts.head_hash),
    ]
    return draw_single(sheet, bands, say(_DOCUMENT, number=facts.number))


def _restore(setter: Typesetter, facts: RestoreCertificateFacts) -> list[tuple[str, str]]:
    say, words = setter.say, setter.words
    return [
        (say(_RESTORED_AT), moment_with_era(words, facts.restored_at)),
        (say(_RESTORED_BY), facts.restored_by),
        (say(_BACKUP), facts.backup),
        (say(_TAKEN_AT), moment_with_era(words, facts.taken_at)),
        (say(_LOST), f"{facts.lost_entries:,}"),
    ]


def _again(setter: Typesetter, facts: RestoreCertificateFacts) -> list[Band]:
    say = setter.say
    bands = [section(setter, say(_AGAIN))]
    if not facts.repeated:
        return [*bands, *paragraph(setter.wrap(say(_NOTHING), BODY, 11), gap=3)]
    edges = (LEFT, LEFT + BODY * 0.5, LEFT + BODY * 0.75)
    widths = (BODY * 0.5 - 8, BODY * 0.25 - 8, BODY * 0.25 - 8)

    def cells(texts: tuple[str, ...], size: float, grey: float = 0.0) -> list[Cell]:
        return [
            Cell(left, setter.fit(text, width, (size, size - 2), grey=grey))
            for text, left, width in zip(texts, edges, widths, strict=True)
        ]

    titles = row(cells(tuple(say(name) for name in _COLUMNS), 8.5, MUTED), pad=2, rule=True)[0]
    bands.append(Band(titles.height, titles.draw, keep=True))
    for one in facts.repeated:
        texts = (one.certificate or say(_UNKNOWN), f"{one.destroyed:,}", f"{one.reduced:,}")
        bands += row(cells(texts, 11), pad=2.5, rule=True, repeat=titles)
    checked = say(_PAGES, values=f"{facts.values:,}", pages=f"{facts.pages:,}", frames=f"{facts.frames:,}")
    lines = setter.wrap(f"・{checked}", BODY, 11)
    for exception, places in exceptions_said(facts.exceptions, facts.remnants, (), setter.words):
        for text in (f"・{exception}", *(f"　　{place}" for place in places)):
            lines += setter.wrap(text, BODY, 11)
    return [*bands, section(setter, say(_CHECK)), *paragraph(lines, gap=3)]


def _list(setter: Typesetter, facts: RestoreCertificateFacts) -> list[Band]:
    say = setter.say
    if facts.list_until:
        text = say(_LISTS, count=facts.lists, moment=moment_with_era(setter.words, facts.list_until))
    else:
        text = say(_NO_LIST)
    damaged = []
    if facts.damaged_lists:
        told = say(_WITHOUT if facts.went_without_list else _DAMAGED, count=f"{facts.damaged_lists:,}")
        damaged = paragraph(setter.wrap(told, BODY, 11, bold=True), gap=3)
    warning = say(_STALE if facts.list_is_older else _KNOWN)
    return [
        section(setter, say(_LIST)),
        *paragraph(setter.wrap(text, BODY, 11), gap=3),
        *damaged,
        *paragraph(setter.wrap(warning, BODY, 11, bold=facts.list_is_older), gap=3),
    ]
