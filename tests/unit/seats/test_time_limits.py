"""How long things last between PCs: what people are told is true, and no slip loses a limit of security.

A limit may be tuned within its bounds; beyond them the reason that stands beside it would be false.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from hvacdesk.domain.seats.seats import JoiningTimeOver, PairingRefused
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.resource_files import resource
from hvacdesk.seats import http_server, link, seat_sessions
from hvacdesk.services.language import words_for
from hvacdesk.services.seats import invitation

MINUTE = 60.0
SPELLED = {2: "two", 3: "three", 5: "five", 10: "ten", 15: "fifteen", 20: "twenty"}
ASKS_AGAIN_SECONDS = 1.0
"""So often a PC that joins asks while it waits."""


@dataclass(frozen=True)
class Limit:
    """Seconds that something lasts.

    Attributes:
        too_short: why not less than ``least``.
        too_long: why not more than ``most``.
    """

    name: str
    seconds: float
    least: float
    most: float
    too_short: str
    too_long: str


LIMITS = (
    Limit(
        "HANDSHAKE_SECONDS",
        http_server.HANDSHAKE_SECONDS,
        *(1.5, 5.0),
        "a seat on a poor Wi-Fi needs two round trips and some computing",
        "a stranger, who has proved nothing yet, may hold one of 64 places at most 5 s",
    ),
    Limit(
        "UNPROVEN_IDLE_SECONDS",
        http_server.UNPROVEN_IDLE_SECONDS,
        *(2 * ASKS_AGAIN_SECONDS, 5.0),
        "a PC that joins asks every second, on the same connection",
        "so long may a stranger hold a place without a word",
    ),
    Limit(
        "HEAD_SECONDS",
        http_server.HEAD_SECONDS,
        *(2.0, 5.0),
        "a packet that was lost comes again after a second",
        "so long may one who sends a byte now and then hold a thread",
    ),
    Limit(
        "OPEN_FOR",
        invitation.OPEN_FOR.total_seconds(),
        *(5 * MINUTE, 15 * MINUTE),
        "somebody walks to the other PC and types 32 letters",
        "the code is on a screen that a passer-by may read, and strangers are listened to meanwhile",
    ),
    Limit(
        "CONFIRMED_WITHIN",
        invitation.CONFIRMED_WITHIN.total_seconds(),
        *(5 * MINUTE, 15 * MINUTE),
        "words are compared, over the telephone perhaps, and a name is typed",
        "strangers are listened to meanwhile, and who comes back later confirms a PC that they forgot",
    ),
    Limit(
        "UNHEARD_SECONDS",
        invitation.UNHEARD_SECONDS,
        *(link.COLLECT_SECONDS + ASKS_AGAIN_SECONDS, 10.0),
        "one ask that was lost, and the next one, fit in",
        "longer an owner could confirm a PC that is not there any more",
    ),
    Limit(
        "ARRIVES_SECONDS",
        invitation.ARRIVES_SECONDS,
        *(10.0, 60.0),
        "what was confirmed is written to a slow disk and key store, and a connection made",
        "the owner waits before the screen, with a certificate out that nobody uses",
    ),
    Limit(
        "LOGIN_KEPT_SECONDS",
        seat_sessions.LOGIN_KEPT_SECONDS,
        *(5 * MINUTE, 15 * MINUTE),
        "a router that starts anew costs nobody their login",
        "keys of who went away, or of a seat that was carried off, lie in memory so long",
    ),
    Limit(
        "NEWS_HELD_SECONDS",
        seat_sessions.NEWS_HELD_SECONDS,
        *(0.3, 1.0),
        "fifteen seats that ask anew each time keep the office PC busy",
        "a login that ended and a seat that was stopped are judged again only then",
    ),
    Limit(
        "NEWS_LATE_SECONDS",
        link.NEWS_LATE_SECONDS,
        *(2 * seat_sessions.NEWS_HELD_SECONDS, 2.0),
        "an answer that is held and a lost packet are no absence",
        "help says that a person learns within two seconds that nobody answers",
    ),
)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: one.name)
def test_a_limit_holds_what_it_is_for(limit: Limit) -> None:
    assert limit.least <= limit.seconds, limit.too_short
    assert limit.seconds <= limit.most, limit.too_long
    assert limit.most < 10 * limit.least  # so that no slip of a digit goes unseen


# What people are told


def translated(part: str) -> tuple[str, str]:
    """The one text of a window that has this part, in both languages."""
    messages = ElementTree.parse(resource("translations", "hvacdesk_ja.ts")).iter("message")
    ((english, japanese),) = [
        (source, one.findtext("translation", ""))
        for one in messages
        if part in (source := one.findtext("source", ""))
    ]
    return english, japanese


def help_page(language: str, name: str) -> str:
    return resource("help", language, f"{name}.md").read_text(encoding="utf-8")


def both(text: Phrase) -> tuple[str, str]:
    return text.text, words_for("ja")(text)


def test_how_long_a_code_is_good_is_said_as_it_is() -> None:
    minutes, rest = divmod(invitation.OPEN_FOR.total_seconds(), MINUTE)
    assert rest == 0
    told = [
        both(PairingRefused.todo),
        translated("shows a code there, good for"),
        (help_page("en", "seats"), help_page("ja", "seats")),
    ]
    for english, japanese in told:
        assert re.findall(r"good for (\w+) minutes", english) == [SPELLED[int(minutes)]]
        assert re.findall(r"([0-9]+)分", japanese) == [str(int(minutes))]


def test_how_often_a_code_may_be_tried_is_said_as_it_is() -> None:
    assert f"{SPELLED[invitation.TRIES]} tries" in help_page("en", "seats")
    assert f"{invitation.TRIES}回まで" in help_page("ja", "seats")


def test_what_is_said_of_a_code_that_ran_out_is_true_of_typing_and_of_confirming() -> None:
    """Two limits end it, which need not be the same."""
    for said in both(JoiningTimeOver.what):
        assert not re.search(r"[0-9]|\b(" + "|".join(SPELLED.values()) + r")\b", said)


def test_when_a_person_learns_that_nobody_answers_is_said_as_it_is() -> None:
    assert "within two seconds" in help_page("en", "joining")
    assert "2秒以内" in help_page("ja", "joining")
    assert link.NEWS_LATE_SECONDS <= 2.0
