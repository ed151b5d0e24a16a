"""The sample office with two other PCs, as somebody runs it: what is said is so, and nothing is left."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tests.helpers.secret_service import SecretService
from tests.journeys.sample_office import PRIVATE, program


def test_two_seats_work_in_the_sample_office(tmp_path: Path, secret_service: SecretService) -> None:
    private = {name: tmp_path / name.lower() for name in PRIVATE}
    for path in private.values():
        path.mkdir()
    environment = {**os.environ, **{name: str(path) for name, path in private.items()}}
    done = program("demo", "--seats", "--customers", "8", environment=environment)
    assert done.returncode == 0, done.stderr
    assert "✗" not in done.stdout
    assert done.stdout.count("✓") == 5
    (cut,) = re.findall(r"cut\. After (\d+) ms", done.stdout)
    assert int(cut) > 0
    left = [str(one) for path in private.values() for one in path.rglob("*") if one.is_file()]
    assert [one for one in left if "hvacdesk-" in one] == []
