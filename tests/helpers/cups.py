"""A private, real CUPS with one cups-pdf printer, for tests that print.

The scheduler has its own folder and socket and knows nothing of the machine's printers; programs find it
through ``CUPS_SERVER``. cups-pdf itself runs only as root, so a test process of another user asks ``sudo``
without a password. Only the printer's settings file lies outside the folder: cups-pdf reads it from
``/etc/cups``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SERVER = "CUPS_SERVER"
PRINTER = "Office-PDF"
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
SETTINGS = Path("/etc/cups")
QUEUE_OPTIONS = (
    *("-o", "PageSize=A4"),
    *("-o", "printer-error-policy=abort-job"),
    # Of the converters to PostScript only Cairo's keeps Japanese text readable in the printed PDF.
    *("-o", "pdftops-renderer-default=pdftocairo"),
)
PATIENCE_SECONDS = 30
SYSTEM_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


class PrinterUnavailable(RuntimeError):
    """The machine cannot run a private printer; the message says what it lacks."""


class NotRoot(PrinterUnavailable):
    """cups-pdf runs only as root, and this user cannot become root without a password."""


def new_socket() -> Path:
    """Where a scheduler of this process will listen: a short path, as a socket's address must be."""
    folder = Path(tempfile.mkdtemp(prefix="hvp-"))
    folder.chmod(0o711)
    return folder / "cups.sock"


@dataclass
class CupsPrinter:
    """A running scheduler with its printer; ``output`` is the folder that receives the printed PDFs."""

    name: str
    socket: Path
    output: Path
    process: subprocess.Popen[bytes]

    def jobs(self, which: str) -> list[str]:
        """Job ids that CUPS calls ``completed`` or ``not-completed``, oldest first."""
        listing = _run(["lpstat", "-h", str(self.socket), "-W", which, "-o", self.name])
        return sorted((line.split()[0] for line in listing.splitlines() if line.strip()), key=_job_number)

    def disable(self) -> None:
        """Stop the printer, as one that is out of paper: jobs are accepted but wait."""
        _run([*_as_root(), "cupsdisable", "-h", str(self.socket), self.name])

    def enable(self) -> None:
        """Let the printer go on with the jobs that wait."""
        _run([*_as_root(), "cupsenable", "-h", str(self.socket), self.name])

    def cancel(self, job: str) -> None:
        """Cancel a job at the queue, as somebody else in the office might."""
        _run([*_as_root(), "cancel", "-h", str(self.socket), job])

    def reject(self) -> None:
        """Refuse new jobs, as a printer that is gone."""
        _run([*_as_root(), "cupsreject", "-h", str(self.socket), self.name])

    def accept(self) -> None:
        """Accept new jobs again."""
        _run([*_as_root(), "cupsaccept", "-h", str(self.socket), self.name])

    def printed(self, count: int = 1) -> list[Path]:
        """Wait until at least ``count`` PDFs lie in the output folder and no job is under way; oldest first.

        Raises:
            AssertionError: they did not come.
        """
        wait_until(lambda: len(self._pdfs()) >= count and not self.jobs("not-completed"), self._complaint)
        return self._pdfs()

    def kept_pages(self) -> list[str]:
        """The data files of jobs, finished or not, that lie in the scheduler's spool."""
        listing = _run([*_as_root(), "ls", str(self.socket.parent / "spool")])
        return [name for name in listing.split() if name.startswith("d")]

    def clear(self) -> None:
        """Cancel what waits and delete what was printed, so that the next test starts with an empty tray."""
        _run([*_as_root(), "cancel", "-h", str(self.socket), "-a", "-x", self.name])
        self.enable()
        self.accept()
        for path in self._pdfs():
            path.unlink()

    def _pdfs(self) -> list[Path]:
        return sorted(self.output.rglob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)

    def _complaint(self) -> str:
        log = self.socket.parent / "log" / "error_log"
        return f"not printed; the scheduler's log ends with:\n{_tail(log)}"


def _job_number(job: str) -> int:
    return int(job.rsplit("-", 1)[1])


def _tail(log: Path, lines: int = 20) -> str:
    text = _run([*_as_root(), "cat", str(log)])
    return "\n".join(text.splitlines()[-lines:])


def wait_until(condition: Callable[[], bool], complaint: Callable[[], str]) -> None:
    """Return once ``condition`` holds.

    Raises:
        AssertionError: it did not within :data:`PATIENCE_SECONDS`, with the ``complaint``.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(complaint())
        time.sleep(0.05)


def _run(command: list[str], text: str | None = None) -> str:
    administrator = {name: value for name, value in os.environ.items() if name != "CUPS_USER"}
    done = subprocess.run(
        command,
        input=text,
        stdin=subprocess.DEVNULL if text is None else None,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=administrator | {"PATH": SYSTEM_PATH, "LC_ALL": "C.UTF-8"},
    )
    if done.returncode != 0:
        raise PrinterUnavailable(f"{' '.join(command[:3])} failed: {done.stderr.strip()}")
    return done.stdout


def _as_root() -> list[str]:
    """The words before a command that make it run as root.

    Raises:
        NotRoot: neither root nor a sudo that needs no password.
    """
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        raise NotRoot("cups-pdf runs only as root, and there is no sudo")
    try:
        _run(["sudo", "-n", "true"])
    except PrinterUnavailable as refusal:
        raise NotRoot("cups-pdf runs only as root, and sudo wants a password") from refusal
    return ["sudo", "-n"]


def _require_programs() -> None:
    needed = ("cupsd", "lpadmin", "lpstat")
    missing = [name for name in needed if shutil.which(name, path=SYSTEM_PATH) is None]
    # The backend's folder may be closed to this user, so its PPD is looked for instead.
    missing += [str(PPD)] if not PPD.exists() else []
    if missing:
        raise PrinterUnavailable(f"not installed: {', '.join(missing)}")


@contextmanager
def running_printer(socket: Path, *, installed_policy: bool = False) -> Iterator[CupsPrinter]:
    """A scheduler that listens on ``socket`` (see :func:`new_socket`), until the block ends.

    Args:
        installed_policy: with the rules that CUPS was installed with, which tell owners of jobs from others.

    Raises:
        PrinterUnavailable: something that it needs is missing.
    """
    _require_programs()
    sudo = _as_root()
    instance = f"hvacdesk-test-{socket.parent.name}"
    settings = SETTINGS / f"cups-pdf-{instance}.conf"
    folder = socket.parent
    output = _write_configuration(folder, socket, _installed_policy() if installed_policy else _OPEN_POLICY)
    _run([*sudo, "tee", str(settings)], text=_PDF_SETTINGS.format(output=output, spool=folder / "pdf-spool"))
    scheduler = shutil.which("cupsd", path=SYSTEM_PATH) or "cupsd"
    files = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    process = subprocess.Popen(
        [*sudo, scheduler, "-f", *files],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    printer = CupsPrinter(PRINTER, socket, output, process)
    try:
        wait_until(lambda: socket.exists() or process.poll() is not None, lambda: "cupsd did not start")
        if process.poll() is not None:
            assert process.stderr is not None
            raise PrinterUnavailable(f"cupsd stopped at once: {process.stderr.read().decode()}")
        queue = ["-p", PRINTER, "-v", f"cups-pdf:/{instance}", "-P", str(PPD), "-E"]
        _run([*sudo, "lpadmin", "-h", str(socket), *queue, *QUEUE_OPTIONS])
        yield printer
    finally:
        # sudo passes the signal on to the scheduler, which is the only process it started.
        if process.poll() is None:
            _run([*sudo, "kill", str(process.pid)])
            process.wait(PATIENCE_SECONDS)
        assert process.stderr is not None
        process.stderr.close()
        _run([*sudo, "rm", "-f", str(settings)])
        with suppress(PrinterUnavailable):
            _run([*sudo, "rm", "-rf", str(folder)])


def _installed_policy() -> str:
    text = (SETTINGS / "cupsd.conf").read_text(encoding="utf-8")
    found = re.search(r"<Policy default>.*?</Policy>", text, re.DOTALL)
    if found is None:
        raise PrinterUnavailable("CUPS has no policy named default")
    return found[0]


def _write_configuration(folder: Path, socket: Path, policy: str) -> Path:
    """Write the scheduler's two files; returns the folder for the printed PDFs."""
    folders = {name: folder / name for name in ("etc", "cache", "state", "spool", "log", "pdf")}
    for path in folders.values():
        path.mkdir()
    folders["pdf"].chmod(0o777)
    temporary = folders["spool"] / "tmp"
    temporary.mkdir()
    temporary.chmod(0o1777)  # the filters run as another user
    (folder / "cupsd.conf").write_text(_SCHEDULER.format(socket=socket, policy=policy), encoding="utf-8")
    (folder / "cups-files.conf").write_text(_FILES.format(**folders), encoding="utf-8")
    return folders["pdf"]


# How long pages are kept is left to CUPS's own default, as on an office's computer.
_SCHEDULER = """LogLevel warn
Listen {socket}
Browsing No
WebInterface No
DefaultAuthType None
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow all
</Location>
{policy}
"""

_OPEN_POLICY = """<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>"""
"""Anyone who reaches the socket may do everything with the test's printer."""

_FILES = """ServerRoot {etc}
CacheDir {cache}
StateDir {state}
RequestRoot {spool}
TempDir {spool}/tmp
AccessLog {log}/access_log
ErrorLog {log}/error_log
PageLog {log}/page_log
"""

_PDF_SETTINGS = """Out {output}
AnonDirName {output}
AnonUser nobody
Spool {spool}
TitlePref 1
Label 2
LogType 0
"""
"""Files are named for the job's title and number, so that equal titles do not overwrite each other."""
