"""The self-check: it needs no login, and changes nothing that stays."""

from __future__ import annotations

import logging
import platform
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk import __version__, own_files
from hvacdesk.domain.backups.backups import PLACE_STATE_NAMES, PlaceState
from hvacdesk.domain.backups.folder_kinds import OFFICE_WARNINGS, PASSING, FolderKind
from hvacdesk.domain.clock import Clock, office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.input_methods import InputMethodSeen
from hvacdesk.domain.office.self_check import Finding, Part, Verdict, room_verdict
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.resource_files import resource
from hvacdesk.services.office import japanese_typing

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

FONT_FILES = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "NotoSansJPRare-Medium.ttf")
AFTER_LOGIN = phrase("SelfCheck", "Shown after a login: Settings, About.")
PROBE_FILE = "self-check.db"
CLOCK_SLACK = timedelta(minutes=10)
"""So far a clock may lie behind the office's newest file: another computer's, over a network drive."""

_GIBIBYTE = 1 << 30
_log = logging.getLogger(__name__)
_MEBIBYTE = 1 << 20


def run(
    home: Path,
    clock: Clock,
    words: Words,
    printers: Callable[[], Sequence[str]],
    office: Office | None = None,
    input_method: Callable[[], InputMethodSeen] | None = None,
) -> tuple[Finding, ...]:
    """Look at every part of the computer, in the order of :class:`Part`.

    Args:
        printers: names the printers that the system knows.
        input_method: says which one runs; it is not looked at without.
        office: an open one, which knows the backup folders.
    """
    key_store = _looked(Part.KEY_STORE, words, lambda: _key_store(words))
    return (
        _looked(Part.PROGRAM, words, _program),
        _looked(Part.LIBRARIES, words, _libraries),
        key_store,
        _looked(Part.OFFICE_KEY, words, lambda: _office_key(home, key_store)),
        _looked(Part.DATABASE, words, lambda: _database(home)),
        _looked(Part.PAGES, words, lambda: _pages(office)),
        _looked(Part.FOLDER, words, lambda: _folder(home)),
        _looked(Part.FREE_SPACE, words, lambda: _free_space(home)),
        _looked(Part.CLOCK, words, lambda: _clock(home, clock, office)),
        _looked(Part.FONTS, words, _fonts),
        _looked(Part.JAPANESE, words, lambda: japanese_typing.look(input_method)),
        _looked(Part.PRINTER, words, lambda: _printers(printers())),
        _looked(Part.BACKUPS, words, lambda: _backups(office, words)),
    )


def run_at_seat(
    home: Path,
    clock: Clock,
    words: Words,
    printers: Callable[[], Sequence[str]],
    input_method: Callable[[], InputMethodSeen] | None = None,
) -> tuple[Finding, ...]:
    """Look at what a seat needs of its computer, in the order of ``OF_A_SEAT``; as :func:`run`."""
    return (
        _looked(Part.PROGRAM, words, _program),
        _looked(Part.LIBRARIES, words, _libraries),
        _looked(Part.KEY_STORE, words, lambda: _key_store(words)),
        _looked(Part.SEAT_FOLDER, words, lambda: _seat_folder(home)),
        _looked(Part.CLOCK, words, lambda: _clock(home, clock, None)),
        _looked(Part.FONTS, words, _fonts),
        _looked(Part.JAPANESE, words, lambda: japanese_typing.look(input_method)),
        _looked(Part.PRINTER, words, lambda: _printers(printers())),
    )


def _looked(part: Part, words: Words, look: Callable[[], Finding]) -> Finding:
    """One line of the table; a failure of any kind is what was found, for the others are still wanted."""
    try:
        return look()
    except UserFacingError as error:
        what, safe, todo = error.sentences(words)
        text = phrase("SelfCheck", "{what} {safe} {todo}")
        return Finding(part, Verdict.BAD, text, {"what": what, "safe": safe, "todo": todo})
    except OSError as error:
        text = phrase("SelfCheck", "The system refuses it: {reason}")
        return Finding(part, Verdict.BAD, text, {"reason": own_files.reason(error)})
    except Exception as error:  # noqa: BLE001 - as said
        _log.critical("the self-check could not look at %s: %s", part, type(error).__name__)
        text = phrase("SelfCheck", "It could not be looked at, by a fault of the program ({fault}).")
        return Finding(part, Verdict.BAD, text, {"fault": type(error).__name__})


def _program() -> Finding:
    text = phrase("SelfCheck", "Version {version} on {system}")
    details = {"version": __version__, "system": f"{platform.system()} {platform.machine()}"}
    return Finding(Part.PROGRAM, Verdict.GOOD, text, details)


def _libraries() -> Finding:
    from hvacdesk.services.office import installed_libraries

    missing = installed_libraries.missing()
    if missing:
        text = phrase("SelfCheck", "Missing: {names}. Install the program again.")
        return Finding(Part.LIBRARIES, Verdict.BAD, text, {"names": ", ".join(missing)})
    return Finding(Part.LIBRARIES, Verdict.GOOD, phrase("SelfCheck", "Every part of the program loads."))


def _key_store(words: Words) -> Finding:
    from hvacdesk.vault.device.keyring_store import DeviceKeyring, prove
    from hvacdesk.vault.errors import store_name

    store = DeviceKeyring()
    prove(store)
    text = phrase("SelfCheck", "A key was put into {store} and read back.")
    return Finding(Part.KEY_STORE, Verdict.GOOD, text, {"store": store_name(store.backend_name, words)})


def _office_key(home: Path, key_store: Finding) -> Finding:
    """See whether the office that lies here could be opened: a store that was emptied works, and opens none.

    Raises:
        UserFacingError: the key file's, or the key's: the same that a start meets.
    """
    from hvacdesk.vault.device.keyring_store import DeviceKeyring
    from hvacdesk.vault.keyfile import opening, slots

    if not opening.exists(home):
        return Finding(Part.OFFICE_KEY, Verdict.NOT_SEEN, phrase("SelfCheck", "There is no office here yet."))
    if key_store.verdict is not Verdict.GOOD:
        text = phrase("SelfCheck", "The key store has to answer first.")
        return Finding(Part.OFFICE_KEY, Verdict.NOT_SEEN, text)
    opening.with_device_secret(slots.read_copies(home), DeviceKeyring())
    text = phrase("SelfCheck", "The key store holds it, and it opens the key file.")
    return Finding(Part.OFFICE_KEY, Verdict.GOOD, text)


def _database(home: Path) -> Finding:
    """Make an encrypted file where the office lies; the vault itself checks every setting of it."""
    from hvacdesk.services.backups.folder_kinds import made_meanwhile
    from hvacdesk.vault.database import database

    probe = home / PROBE_FILE
    with made_meanwhile(home):
        _remove(probe)
        try:
            connection = database.connect(probe, secrets.token_hex(48), create=True)
            try:
                cipher, sqlite = database.versions(connection)
            finally:
                connection.close()
        finally:
            _remove(probe)
    text = phrase("SelfCheck", "SQLCipher {cipher}, SQLite {sqlite}; every setting takes effect.")
    return Finding(Part.DATABASE, Verdict.GOOD, text, {"cipher": cipher, "sqlite": sqlite})


def _pages(office: Office | None) -> Finding:
    """See when the daily check last saw every page; it is due again after a day of work."""
    if office is None:
        return Finding(Part.PAGES, Verdict.NOT_SEEN, AFTER_LOGIN)
    if office.integrity.damage is not None:
        return Finding(Part.PAGES, Verdict.BAD, office.integrity.damage.what)
    seen = office.integrity.last_seen(office.session_actor)
    if not seen:
        text = phrase("SelfCheck", "The daily check has not looked at every page yet.")
        return Finding(Part.PAGES, Verdict.LOOK, text)
    text = phrase("SelfCheck", "Every page was last seen to be sound on {day}.")
    return Finding(Part.PAGES, Verdict.GOOD, text, {"day": seen})


def _remove(probe: Path) -> None:
    from hvacdesk.vault.folder import COMPANIONS

    for path in (probe, *(probe.with_name(f"{probe.name}{end}") for end in COMPANIONS)):
        with suppress(OSError):
            own_files.remove(path)


def _folder(home: Path) -> Finding:
    from hvacdesk.services.backups import folder_kinds

    if (failed := _refused(Part.FOLDER, home)) is not None:
        return failed
    kind = folder_kinds.office_standing(home).kind
    details = {"folder": str(home)}
    if kind in PASSING:
        return Finding(Part.FOLDER, Verdict.BAD, OFFICE_WARNINGS[kind])
    if kind is FolderKind.SYNCED:
        text = phrase(
            "SelfCheck", "{folder} lies in a synchronised folder: copies of the office leave the PC."
        )
        return Finding(Part.FOLDER, Verdict.LOOK, text, details)
    if kind is FolderKind.NETWORK:
        text = phrase("SelfCheck", "{folder} lies on a network drive, where a database can be damaged.")
        return Finding(Part.FOLDER, Verdict.LOOK, text, details)
    open_to_others = folder_kinds.open_to_others(home) if home.is_dir() else False
    if open_to_others:
        text = phrase("SelfCheck", "{folder} can be read by other logins of this computer.")
        return Finding(Part.FOLDER, Verdict.LOOK, text, details)
    if open_to_others is None:
        text = phrase("SelfCheck", "{folder}, on this computer's disk. Who may read it could not be seen.")
        return Finding(Part.FOLDER, Verdict.LOOK, text, details)
    return Finding(
        Part.FOLDER, Verdict.GOOD, phrase("SelfCheck", "{folder}, on this computer's disk"), details
    )


def _refused(part: Part, home: Path) -> Finding | None:
    """What is found where no file can be made in a folder; None where one can."""
    from hvacdesk.services.backups import folder_kinds

    try:
        folder_kinds.prove(home)
    except PermissionError:
        text = phrase("SelfCheck", "{folder} cannot be written to.")
    except OSError as error:
        text = phrase("SelfCheck", "{folder} cannot be used: {reason}")
        return Finding(part, Verdict.BAD, text, {"folder": str(home), "reason": own_files.reason(error)})
    else:
        return None
    return Finding(part, Verdict.BAD, text, {"folder": str(home)})


def _seat_folder(home: Path) -> Finding:
    """A seat keeps its settings there and nothing of the office, so that it matters little where it lies."""
    details = {"folder": str(home)}
    if (failed := _refused(Part.SEAT_FOLDER, home)) is not None:
        return failed
    text = phrase(
        "SelfCheck", "{folder}: this PC's own settings. The office's data lie at the office PC alone."
    )
    return Finding(Part.SEAT_FOLDER, Verdict.GOOD, text, details)


def _free_space(home: Path) -> Finding:
    from hvacdesk.services.backups.folder_kinds import nearest

    free = shutil.disk_usage(nearest(home)).free
    database = sum(path.stat().st_size for path in _files(home) if path.suffix == ".db")
    text = phrase("SelfCheck", "{free:.1f} GB free; the office takes {used:.1f} GB.")
    details = {"free": free / _GIBIBYTE, "used": database / _GIBIBYTE}
    if database < _GIBIBYTE:
        text = phrase("SelfCheck", "{free:.1f} GB free; the office takes {used:.1f} MB.")
        details["used"] = database / _MEBIBYTE
    return Finding(Part.FREE_SPACE, room_verdict(free, database), text, details)


def _clock(home: Path, clock: Clock, office: Office | None) -> Finding:
    """Compared with the files and, in an open office, with its log: a wrong clock dates the files too."""
    now = clock()
    newest = max((path.stat().st_mtime for path in _files(home)), default=0.0)
    used = datetime.fromtimestamp(newest, UTC)
    behind = office.clock_check.behind() if office is not None else None
    if behind is not None:
        used = max(used, behind.last)
    details = {"now": f"{office_time(now):%Y-%m-%d %H:%M}", "used": f"{office_time(used):%Y-%m-%d %H:%M}"}
    if now + CLOCK_SLACK < used:
        text = phrase("SelfCheck", "It says {now}, but the office was last used {used}: set the clock.")
        return Finding(Part.CLOCK, Verdict.BAD, text, details)
    text = phrase("SelfCheck", "{now} in the office")
    return Finding(Part.CLOCK, Verdict.GOOD, text, details)


def _files(home: Path) -> Iterator[Path]:
    if home.is_dir():
        yield from (path for path in home.iterdir() if path.is_file() and path.suffix in {".db", ".keys"})


def _fonts() -> Finding:
    missing = [name for name in FONT_FILES if not resource("fonts", name).is_file()]
    if missing:
        text = phrase("SelfCheck", "Missing: {names}. Install the program again.")
        return Finding(Part.FONTS, Verdict.BAD, text, {"names": ", ".join(missing)})
    return Finding(Part.FONTS, Verdict.GOOD, phrase("SelfCheck", "The program's own fonts are all there."))


def _printers(names: Sequence[str]) -> Finding:
    if not names:
        text = phrase("SelfCheck", "No printer is set up on this computer.")
        return Finding(Part.PRINTER, Verdict.LOOK, text)
    return Finding(Part.PRINTER, Verdict.GOOD, phrase("SelfCheck", "{names}"), {"names": ", ".join(names)})


def _backups(office: Office | None, words: Words) -> Finding:
    if office is None:
        return Finding(Part.BACKUPS, Verdict.NOT_SEEN, AFTER_LOGIN)
    places = office.backups.places(office.session_actor)
    if not places:
        return Finding(Part.BACKUPS, Verdict.BAD, phrase("SelfCheck", "No folder for backups was named."))
    lines = (f"{place.folder}: {words(PLACE_STATE_NAMES[place.state])}" for place in places)
    good = any(place.state is PlaceState.GOOD for place in places)
    verdict = Verdict.GOOD if good else Verdict.LOOK
    return Finding(Part.BACKUPS, verdict, phrase("SelfCheck", "{places}"), {"places": "; ".join(lines)})
