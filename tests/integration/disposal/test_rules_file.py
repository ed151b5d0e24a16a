"""The file of rules is damaged, or of a later program: nobody is judged or destroyed, all else goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.retention.retention_rules import DamagedRules, RulesFromNewerProgram
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.retention import retention
from tests.helpers.erasure_requests import erase_on_request
from tests.helpers.sabotage import replaced
from tests.integration.disposal.office import GOING, MONTH, DisposalOffice
from tests.integration.disposal.test_crash import customers

SHIPPED = retention.resource("legal", "retention.toml").read_text(encoding="utf-8")
TEXTS = {
    "cut short": (SHIPPED[: len(SHIPPED) // 2], DamagedRules),
    "emptied": ("", DamagedRules),
    "from the future": (SHIPPED.replace("format = 3", "format = 4"), RulesFromNewerProgram),
}


@contextmanager
def rules_file(folder: Path, text: str) -> Iterator[None]:
    """Within the block the program finds this text as its rules."""
    (folder / "legal").mkdir()
    (folder / "legal" / "retention.toml").write_text(text, encoding="utf-8")
    retention.shipped_rules.cache_clear()
    try:
        with replaced(retention, "resource", folder.joinpath):
            yield
    finally:
        retention.shipped_rules.cache_clear()


def steps(office: DisposalOffice, batch: str) -> dict[str, Callable[[], object]]:
    """Whatever judges somebody."""
    disposal, going = office.disposal, office.going()[0]
    return {
        "review": lambda: disposal.reviews.review(office.desk, MONTH),
        "open": lambda: disposal.reviews.open_batch(office.desk, batch),
        "ahead": lambda: disposal.reviews.months_ahead(office.desk),
        "verdict": lambda: disposal.reviews.verdict(office.desk, going),
        "request": lambda: erase_on_request(office.workplace, office.desk, going, "2026-11-20"),
        "dry run": lambda: disposal.destruction.dry_run(office.owner, batch),
        "destroy": lambda: office.destroy(batch),
    }


@pytest.mark.approved
@pytest.mark.parametrize("kind", TEXTS)
def test_nobody_is_judged_or_destroyed_without_sound_rules(
    office: DisposalOffice, tmp_path: Path, kind: str
) -> None:
    text, refusal = TEXTS[kind]
    assert text != SHIPPED
    batch = office.approved()
    with rules_file(tmp_path, text):
        for name, step in steps(office, batch).items():
            with pytest.raises(refusal) as told:
                step()
            assert isinstance(told.value, UserFacingError), name
            assert "Nothing is judged or destroyed" in str(told.value)
        assert customers(office) == 40 + len(GOING)
        assert office.disposal.certificates.ledger(office.owner) == ()
        assert office.disposal.reviews.batches(office.owner)[0].state is BatchState.APPROVED
        assert Customers(office.workplace).search(office.desk, "").total == 40 + len(GOING)
    assert office.destroy(batch).state is BatchState.VERIFIED
