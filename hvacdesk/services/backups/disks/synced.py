"""Folders that a service copies elsewhere by itself: told by what the services leave in them, or by name.

A name alone is weak evidence, so it counts only where the service puts its folder by default. A wrong warning
can be overruled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

_MARKERS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".sync/ID", "Resilio Sync"),
    (".SynologyWorkingDirectory", "Synology Drive"),
    (".megaignore", "MEGA"),
)
"""What the service leaves at the top of the folder that it synchronises."""

_NAMES = (
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("My Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("iCloudDrive", "iCloud Drive"),
    ("iCloud", "iCloud Drive"),
    ("Box", "Box"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("MEGA", "MEGA"),
    ("pCloudDrive", "pCloud"),
    ("SynologyDrive", "Synology Drive"),
)
"""How the service's folder is named; some add the account after a space or a hyphen."""

_SEPARATORS = (" - ", "-", " (", " Sync")
_SETTINGS_VARIABLES = ("APPDATA", "LOCALAPPDATA")
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def synchronised_by(folder: Path, user_home: Path, environment: Mapping[str, str]) -> str:
    """The service that synchronises a folder, or empty; ``folder`` is given without links.

    Args:
        user_home: where services put their folders by default.
        environment: names the folders of OneDrive and of the programs' settings on Windows.
    """
    above = (folder, *folder.parents)
    for place, name in _told(user_home, environment):
        if place in above:
            return name
    for place in above:
        if name := _marked(place) or _named(place, user_home):
            return name
    return ""


def _told(user_home: Path, environment: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """The folders that a service's own settings name."""
    for variable in _ONEDRIVE_VARIABLES:
        if place := environment.get(variable):
            yield Path(place), "OneDrive"
    settings = [user_home / ".dropbox"]
    settings += [Path(environment[key]) / "Dropbox" for key in _SETTINGS_VARIABLES if environment.get(key)]
    for folder in settings:
        yield from ((place, "Dropbox") for place in _dropbox_folders(folder / "info.json"))


def _dropbox_folders(settings: Path) -> Iterator[Path]:
    """The folders that Dropbox's ``info.json`` names, one for each account (Dropbox's help centre)."""
    try:
        accounts = json.loads(settings.read_bytes())
    except (OSError, ValueError):
        return
    for account in accounts.values() if isinstance(accounts, dict) else ():
        if isinstance(account, dict) and isinstance(account.get("path"), str):
            yield Path(account["path"])


def _marked(place: Path) -> str:
    try:
        return next((name for pattern, name in _MARKERS if next(place.glob(pattern), None)), "")
    except OSError:  # a folder above that this user may not read
        return ""


def _named(place: Path, user_home: Path) -> str:
    if place.parent != user_home:
        return ""
    return next((name for start, name in _NAMES if _begins(place.name, start)), "")


def _begins(name: str, start: str) -> bool:
    return name == start or name.startswith(tuple(start + separator for separator in _SEPARATORS))
