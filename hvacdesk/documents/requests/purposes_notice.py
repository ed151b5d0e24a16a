"""The notice 個人情報の取り扱いについて, put together from the office's facts and its own words."""

from __future__ import annotations

from hvacdesk.documents.kit.dates import as_of_text, calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import head, place_single
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.purposes_notice import NOTICE_AS_OF, NOTICE_LAW, NOTICE_PARTS, NoticeVersion
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Notice paper", "How we handle personal data")
_VERSION = phrase("Notice paper", "Version {number}")
_SINCE = phrase("Notice paper", "In force since {date}")
_WHO = phrase("Notice paper", "Who handles the data")
_NAME = phrase("Notice paper", "Name")
_ADDRESS = phrase("Notice paper", "Address")
_REPRESENTATIVE = phrase("Notice paper", "Representative")
_MANAGER = phrase("Notice paper", "Responsible for personal data")
_PHONE = phrase("Notice paper", "Phone")
_EMAIL = phrase("Notice paper", "E-mail")
_LAW = phrase("Notice paper", "This notice follows {law} (as read in {as_of}).")


def draw_purposes_notice(version: NoticeVersion, words: Words, letterhead: Letterhead) -> bytes:
    """One wording of the notice as a PDF, to be handed over or hung up."""
    sheet = Sheet(words, words(_TITLE), version.made_on)
    place_purposes_notice(sheet, version, letterhead)
    return sheet.finish()


def place_purposes_notice(sheet: Sheet, version: NoticeVersion, letterhead: Letterhead) -> None:
    """The same on a sheet that holds another paper too, beginning on a page of its own."""
    setter, words = sheet.set, sheet.set.words
    facts = [
        letterhead.facts.name,
        setter.say(_VERSION, number=version.number),
        setter.say(_SINCE, date=calendar_day(words, version.made_on)),
    ]
    bands = [*head(setter, setter.say(_TITLE), facts), *_office(setter, letterhead)]
    for part, name in NOTICE_PARTS.items():
        bands.append(section(setter, setter.say(name)))
        bands += paragraph(setter.wrap(getattr(version.texts, part), BODY, 11), gap=3)
    law = setter.say(_LAW, law=NOTICE_LAW, as_of=as_of_text(setter.words, NOTICE_AS_OF))
    bands += paragraph(setter.wrap(law, BODY, 8.5, grey=MUTED), gap=12)
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    place_single(sheet, bands, office_line(setter, letterhead))


def _office(setter: Typesetter, letterhead: Letterhead) -> list[Band]:
    say, facts = setter.say, letterhead.facts
    code = f"〒{hyphenated(facts.postal_code)} " if facts.postal_code else ""
    values = (
        (say(_NAME), facts.name),
        (say(_ADDRESS), f"{code}{facts.address}"),
        (say(_REPRESENTATIVE), facts.representative),
        (say(_MANAGER), facts.privacy_manager),
        (say(_PHONE), facts.phone),
        (say(_EMAIL), facts.email),
    )
    return [
        section(setter, say(_WHO)),
        *listed(setter, [pair for pair in values if pair[1].strip()], size=11),
    ]
