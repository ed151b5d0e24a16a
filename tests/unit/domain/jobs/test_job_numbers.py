"""Which job number a typed text means."""

from __future__ import annotations

import pytest

from hvacdesk.domain.jobs.job_numbers import meant_number, numbers_between


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-000037", "2026-000037"),
        ("2026-37", "2026-000037"),
        ("2026000037", "2026-000037"),
        ("2026-000037 1/1", "2026-000037"),
        ("２０２６－０００３７", "2026-000037"),
        ("2026-000037  12/12", "2026-000037"),
        ("2026 - 37", "2026-000037"),
        ("2026 37", "2026-000037"),
        ("2026-000037　１／２", "2026-000037"),
        ("2026-0000371/2", ""),
        ("37", "-000037"),
        ("000037", "-000037"),
        ("090-8765-5678", ""),
        ("08765", "-008765"),
        ("12345678", ""),
        ("田中 37", ""),
        ("P2026-00037", ""),
        ("", ""),
    ],
)
def test_what_is_meant(typed: str, meant: str) -> None:
    assert meant_number(typed) == meant


def test_a_field_for_several_numbers_is_taken_apart() -> None:
    assert numbers_between(" 2026-37、38 ３９・40;41 ") == ("2026-37", "38", "39", "40", "41")
    assert numbers_between("") == ()
