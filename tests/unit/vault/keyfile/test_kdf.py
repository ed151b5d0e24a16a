"""Passphrase work in full, as no other test does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.report_box import report_box_case
from tests.helpers.vault_offices import MemorySecrets, make_office, real_passphrases

OWASP_FLOOR = kdf.Cost(memory=47_104, passes=1, lanes=1)
NEW_MEMORY = 65_536


def test_a_new_passphrase_is_worth_64_mebibytes(tmp_path: Path) -> None:
    with real_passphrases():
        office = make_office(tmp_path / "office", MemorySecrets())
        cost = office.vault._session.read().person(office.vault.slot_id).wrapped.cost
    assert cost.memory >= NEW_MEMORY
    assert cost.passes >= 2


@pytest.mark.parametrize("cheaper", [kdf.Cost(47_103, 1, 1), kdf.Cost(47_104, 0, 1), kdf.Cost(47_104, 1, 0)])
def test_nothing_below_the_floor_is_computed(cheaper: kdf.Cost) -> None:
    with real_passphrases():
        assert len(kdf.passphrase_key("whatever it is", bytes(16), OWASP_FLOOR)) == kdf.DERIVED_BYTES
        with pytest.raises(kdf.CostRefused):
            kdf.passphrase_key("whatever it is", bytes(16), cheaper)


def test_what_the_tests_make_cheap_is_dear_in_the_program() -> None:
    with real_passphrases():
        assert kdf._FLOOR == OWASP_FLOOR
        assert kdf.Cost(memory=19_456, passes=2, lanes=1) == kdf._LIGHT
        assert (kdf._SLOWDOWN.memory, kdf._SLOWDOWN.passes) == (NEW_MEMORY, 1)
        assert kdf.Cost(memory=NEW_MEMORY, passes=3, lanes=4) == report_box_case.RECEIPT_COST
