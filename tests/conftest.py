"""What every test gets: an environment of its own, real parts on request, and no unnoticed warnings."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers import cups, lost_workers, screen, systems
from tests.helpers.collecting import Collecting
from tests.helpers.credential_manager import CredentialManager
from tests.helpers.cups import CupsPrinter
from tests.helpers.left_windows import LeftWindows
from tests.helpers.log_guard import LogGuard
from tests.helpers.sabotage import sabotage_rows
from tests.helpers.secret_service import SecretService, unlocked_secret_service
from tests.helpers.shared_statements import shared_statements
from tests.helpers.vault_offices import cheap_passphrases
from tests.integration.faults import choosing

PRIVATE_FOLDER = pytest.StashKey[Path]()
KEYRING = pytest.StashKey[SecretService | CredentialManager]()
FAILED = pytest.StashKey[bool]()
TALLY = "tally: "
"""Begins the name of a test's property that holds a number of things done, summed up at the run's end."""

_collecting = Collecting()
_left = LeftWindows()

# Time limits would make the suite depend on the machine; CI must find the same examples each time.
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pictures of the windows, for people who want to look; and faults at every point, before a release."""
    parser.addoption("--screens", default="", help="folder for a picture of every screen in every look")
    parser.addoption(choosing.OPTION, action="store_true", help="faults at every step and many more instants")


def pytest_configure(config: pytest.Config) -> None:
    """Cut the test process off from the person's own files, keyring, printers and screen.

    Done before Qt and CUPS are loaded, since both look at their environment once.
    """
    config.pluginmanager.register(lost_workers)
    choosing.RUN.every_point = config.getoption(choosing.OPTION)
    gc.disable()  # a window freed on a worker thread crashes Qt: see hvacdesk.ui.collector
    folder = Path(tempfile.mkdtemp(prefix="hvt-"))
    # Shared: it holds only the font index, which Qt's font thread may write after the tests' end.
    os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    config.stash[PRIVATE_FOLDER] = folder
    for variable, name in (
        ("HOME", "home"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_RUNTIME_DIR", "run"),
        ("USERPROFILE", "home"),  # the three of Windows
        ("APPDATA", "config"),
        ("LOCALAPPDATA", "data"),
    ):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder / name)
    for variable in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(variable, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ[cups.SERVER] = str(cups.new_socket())
    if sys.platform == "win32":
        config.stash[KEYRING] = CredentialManager(alone=not hasattr(config, "workerinput"))


def pytest_sessionstart() -> None:
    """Without them every window would be tested in English, and half of the tests would fail for that."""
    for source in (Path(__file__).parents[1] / "resources" / "translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            how = "sh installers/translations.sh compiles it"
            pytest.exit(f"{compiled.name} is missing or older than {source.name}: {how}", returncode=4)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what :func:`pytest_configure` made."""
    if sys.platform == "win32":
        config.stash[KEYRING].forget_all()
    shutil.rmtree(config.stash[PRIVATE_FOLDER], ignore_errors=True)
    shutil.rmtree(Path(os.environ[cups.SERVER]).parent, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many faults, fuzz cases and steps there were, and of each sabotage whether it was caught."""
    _say_skips(terminalreporter)
    _say_sabotages(terminalreporter)
    done: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        if report.when == "call":
            for name, value in report.user_properties:
                if name.startswith(TALLY):
                    done[name.removeprefix(TALLY)] += value
    if done:
        terminalreporter.section("done by the tests")
    for kind, times in sorted(done.items()):
        terminalreporter.line(f"{times:7} {kind}")


def _say_skips(reporter: pytest.TerminalReporter) -> None:
    """How many tests did not run, by reason: pytest's own list names each of them."""
    reasons: Counter[str] = Counter()
    for report in reporter.getreports("skipped"):
        place = report.longrepr
        reasons[(place[2] if isinstance(place, tuple) else str(place)).removeprefix("Skipped: ")] += 1
    if reasons:
        reporter.section("not run here, by reason")
    for reason, times in reasons.most_common():
        reporter.line(f"{times:7} {reason}")


def _say_sabotages(reporter: pytest.TerminalReporter) -> None:
    rows = sabotage_rows(reporter.getreports("passed"), reporter.getreports("failed"))
    if rows:
        reporter.section("sabotaged disposals")
    for row in rows:
        reporter.write_line(row)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Looking through modules and tests at every collection took minutes."""
    _collecting.before_tests()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Only what this system can run; a keyring that a killed client took along must not fail what follows."""
    if (why := systems.why_not_here(item)) is not None:
        pytest.skip(why)
    if choosing.RUN.every_point:
        faulthandler.cancel_dump_traceback_later()  # one of these tests alone takes an hour
    if KEYRING in item.config.stash:
        item.config.stash[KEYRING].revive()
    _collecting.before_test(windows="qapp" in getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember which tests failed: their folders are looked into afterwards."""
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Collect between tests, on this thread; remove a passed test's folder once its patches are undone.

    Ten thousand tests leave 20 GB behind, and on a full disk all others fail.
    """
    values = getattr(item, "funcargs", {})
    folder = values.get("tmp_path")
    if folder is not None and not item.stash.get(FAILED, False):
        shutil.rmtree(folder, ignore_errors=True)
    values.clear()  # else what a test was given is kept past this collection, and so until a whole one
    _collecting.after_test()
    _left.after_test(item.name, failed=item.stash.get(FAILED, False))
    if nextitem is None or nextitem.path != item.path:
        if _left.since:
            _collecting.everything()
        if left := _left.after_file():
            pytest.fail("windows that this file's tests left:\n" + "\n".join(left), pytrace=False)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """pytest-qt's application is drawn as the program's is."""
    from hvacdesk.ui.theme import STYLE  # loads Qt, which many tests do without

    return ["tests", *STYLE]


@pytest.fixture(scope="module", autouse=True)
def _forgotten_secrets(request: pytest.FixtureRequest) -> Iterator[None]:
    """The offices of a file's tests leave their secrets behind."""
    yield
    if KEYRING in request.config.stash:
        request.config.stash[KEYRING].forget_all()


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[LogGuard]:
    """Fails the test on warnings in Python's log; ``log_guard.expect(regex)`` announces one that is meant."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    if complaints := guard.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passphrases() -> Iterator[None]:
    """A third of a second for each passphrase would be most of the suite's time."""
    with cheap_passphrases():
        yield


@pytest.fixture(scope="session", autouse=True)
def _shared_statements() -> Iterator[None]:
    """Every test opens an office of its own; all of them ask in the same words."""
    with shared_statements():
        yield


@pytest.fixture(scope="session")
def secret_service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SecretService | CredentialManager]:
    """A real key store: unlocked, on a bus that only this test process knows; on Windows the user's."""
    if sys.platform == "win32":
        yield request.config.stash[KEYRING]
        return
    from tests.helpers.short_questions import short_questions

    with unlocked_secret_service(tmp_path_factory.mktemp("keyring")) as service, short_questions():
        request.config.stash[KEYRING] = service
        with service.kept_alive():
            yield service


@pytest.fixture(scope="session")
def _scheduler() -> Iterator[CupsPrinter]:
    with cups.running_printer(Path(os.environ[cups.SERVER])) as printer:
        yield printer


@pytest.fixture
def cups_printer(request: pytest.FixtureRequest) -> CupsPrinter:
    """A real printer with an empty tray, the only one that this test process can see."""
    try:
        printer: CupsPrinter = request.getfixturevalue("_scheduler")
    except cups.NotRoot as reason:
        pytest.skip(str(reason))
    printer.clear()
    return printer


@pytest.fixture
def virtual_screen() -> Iterator[str]:
    """The ``DISPLAY`` of a real X screen, for programs that a test starts.

    Each test has its own: what a window manager says of itself stays on a screen after its end, and windows
    that come to the front there wait for it for ever.
    """
    with screen.virtual_screen() as display:
        yield display
