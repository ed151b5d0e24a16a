"""A warning nobody announced, Python's or Qt's, fails the test during which it came."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def outcome(tmp_path: Path, body: str) -> int:
    """Exit status of a pytest run, under this suite's own settings, of one test with the body."""
    test = tmp_path / "test_sample.py"
    test.write_text(
        f"import logging, warnings\nfrom PySide6.QtCore import qWarning\n\ndef test_it(qapp):\n    {body}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-q", f"--rootdir={ROOT}", f"--confcutdir={ROOT}"]
    command += ["-c", "pyproject.toml", "-p", "no:cacheprovider", "-p", "tests.conftest", str(test)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode


@pytest.mark.parametrize(
    "body",
    ["logging.getLogger('office').warning('x')", "warnings.warn('x', UserWarning)", "qWarning('x')"],
    ids=["log", "python", "qt"],
)
def test_a_warning_fails_the_test(tmp_path: Path, body: str) -> None:
    assert outcome(tmp_path, body) == pytest.ExitCode.TESTS_FAILED


def test_without_a_warning_it_passes(tmp_path: Path) -> None:
    assert outcome(tmp_path, "logging.getLogger('office').info('x')") == pytest.ExitCode.OK
