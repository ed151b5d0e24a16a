"""Where somebody says that the office PC is."""

from __future__ import annotations

import pytest

from hvacdesk.domain.seats.places import PlaceMistyped, TypedPlace


@pytest.mark.parametrize(
    ("typed", "host", "port"),
    [
        ("192.168.1.10", "192.168.1.10", 0),
        (" １９２．１６８．１．１０：４７０１１ ", "192.168.1.10", 47011),
        ("192。168。1。10", "192.168.1.10", 0),
        ("[fd00::7]:47011", "fd00::7", 47011),
        ("fd00::7", "fd00::7", 0),
        ("OFFICE-PC", "OFFICE-PC", 0),
        ("office_pc.local:1024", "office_pc.local", 1024),
    ],
)
def test_an_address_or_a_name_is_read(typed: str, host: str, port: int) -> None:
    assert TypedPlace.read(typed) == TypedPlace(host, port)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "192.168.1", "192.168.1.10:", "192.168.1.10:0", "192.168.1.10:70000", "1.2.3.4.5"),
        *("a b", "事務所", "-x", "x" * 254, "http://x", "a..b", "pc:47 011"),
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(PlaceMistyped):
        TypedPlace.read(typed)
