"""The languages of people, for everything that is not a window: papers, the command line, the demo.

Qt Linguist's files are the only catalogue of translations. Windows use them through Qt; here the same files
are read directly, so that services need no Qt.
"""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from hvacdesk.domain.text.wording import Phrase, Words, english
from hvacdesk.resource_files import resource


def words_for(language: str) -> Words:
    """The translator into one of the languages; English is the source text itself."""
    if language == "en":
        return english
    catalogue = _catalogue(language)

    def translate(text: Phrase) -> str:
        return catalogue.get((text.context, text.text)) or text.text

    return translate


@cache
def _catalogue(language: str) -> dict[tuple[str, str], str]:
    tree = ElementTree.parse(resource(f"translations/hvacdesk_{language}.ts"))
    found: dict[tuple[str, str], str] = {}
    for context in tree.iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            if message.get("numerus") != "yes":  # texts that count belong to the windows: Qt picks their form
                found[name, message.findtext("source", "")] = message.findtext("translation", "")
    return found
