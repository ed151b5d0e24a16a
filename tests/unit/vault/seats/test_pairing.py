"""The typed code and the proofs made of it."""

from __future__ import annotations

import pytest

from hvacdesk.domain.seats.seats import PairingCodeMistyped
from hvacdesk.vault.seats import pairing
from hvacdesk.vault.seats.pairing import PairingCode

CERTIFICATE = bytes(range(32))


def code(address: str = "192.168.1.10") -> PairingCode:
    return PairingCode.draw(address, 47011, CERTIFICATE)


@pytest.mark.parametrize("address", ["192.168.1.10", "10.0.0.1", "fd00::12", "::1"])
def test_a_code_is_read_as_it_was_shown(address: str) -> None:
    shown = code(address)
    assert PairingCode.read(shown.text()) == shown
    assert shown.is_of(CERTIFICATE)
    assert not shown.is_of(bytes(32))


def test_it_is_read_in_any_width_and_case_without_strokes() -> None:
    shown = code()
    place, _space, groups = shown.text().partition(" ")
    wide = "".join(chr(ord(one) + 0xFEE0) for one in place) + "\u3000" + groups.lower().replace("-", " ")
    assert PairingCode.read(f"  {wide} ") == shown
    assert PairingCode.read(shown.text().replace("O", "0").replace("-I", "-1")) == shown


def test_one_wrong_letter_is_noticed_nearly_always() -> None:
    text, noticed = PairingCode("192.168.1.10", 47011, CERTIFICATE[:9], bytes(10)).text(), 0
    letters = [at for at, one in enumerate(text) if at > text.index(" ") and one != "-"]
    for at in letters:
        other = "A" if text[at] != "A" else "B"
        try:
            PairingCode.read(text[:at] + other + text[at + 1 :])
        except PairingCodeMistyped:
            noticed += 1
    assert noticed >= len(letters) - 2  # one in 256 fits by chance


@pytest.mark.parametrize(
    "typed",
    ["", " ", "192.168.1.10:47011", "ABCD", "example.jp:47011 ABCD", "192.168.1.10:0 ABCD", "x" * 10_000],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(PairingCodeMistyped):
        PairingCode.read(typed)


def test_two_codes_have_two_secrets_and_no_code_shows_its_in_a_log() -> None:
    one, other = code(), code()
    assert one.secret != other.secret
    assert "secret" not in repr(one)


def test_a_proof_is_of_one_side_one_certificate_one_request_and_one_number() -> None:
    secret = code().secret
    told = [
        pairing.proof(secret, "seat", CERTIFICATE, b"r"),
        pairing.proof(secret, "office", CERTIFICATE, b"r"),
        pairing.proof(secret, "seat", bytes(32), b"r"),
        pairing.proof(secret, "seat", CERTIFICATE, b"s"),
        pairing.proof(secret, "seat", CERTIFICATE, b"r", b"1"),
        pairing.proof(bytes(10), "seat", CERTIFICATE, b"r"),
    ]
    assert len(set(told)) == len(told)


def test_the_words_change_with_whatever_they_are_drawn_from() -> None:
    secret = code().secret
    told = {
        pairing.words_to_compare(secret, CERTIFICATE, b"r", b"1"),
        pairing.words_to_compare(secret, CERTIFICATE, b"r", b"2"),
        pairing.words_to_compare(secret, CERTIFICATE, b"s", b"1"),
        pairing.words_to_compare(secret, bytes(32), b"r", b"1"),
    }
    assert len(told) == 4
    assert all(len(words) == 4 for words in told)


def test_a_code_carries_every_chosen_address() -> None:
    drawn = PairingCode.draw("192.168.1.10", 47011, CERTIFICATE, ("10.0.0.5", "fd00::7"))
    place = drawn.text().partition(" ")[0]
    assert place == "192.168.1.10,10.0.0.5,[fd00::7]:47011"
    assert PairingCode.read(drawn.text()) == drawn
    assert PairingCode.read(drawn.text().replace(",", "、 ")).addresses == drawn.addresses
    with pytest.raises(PairingCodeMistyped):
        PairingCode.read(drawn.text().replace("10.0.0.5", "10.0.0.6"))
