"""Japanese through a real input method, in real windows, by an ordinary user."""

from __future__ import annotations

import json
import sys

import pytest

from tests.helpers.ordinary_user import ordinary_user

SCANS = 1_000
STATIONS = ["logged in", "checked", "registered", "found", "booked", "closed"]


@pytest.mark.parametrize(
    ("method", "settings"),
    [
        ("fcitx5", {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}),
        ("fcitx5", {"QT_IM_MODULES": "wayland;fcitx;ibus"}),
        ("ibus-daemon", {"QT_IM_MODULE": "ibus"}),
        ("ibus-daemon", {}),
    ],
    ids=["fcitx-as-usual", "fcitx-among-others", "ibus-as-usual", "nothing-named"],
)
def test_a_morning_in_japanese(method: str, settings: dict[str, str], virtual_screen: str) -> None:
    with ordinary_user() as user:
        done = user.run(
            "sh",
            "installers/with-keyring.sh",
            sys.executable,
            "-m",
            "tests.journeys.japanese_desk",
            str(user.home / "office"),
            method,
            timeout=300,
            DISPLAY=virtual_screen,
            QT_QPA_PLATFORM="xcb",
            **settings,
        )
    # Services that the bus starts write here as well.
    assert [line for line in done.stdout.splitlines() if line in STATIONS] == STATIONS, done.stderr
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("method", ["fcitx5", "ibus-daemon"])
def test_a_thousand_scans_at_full_speed_arrive_as_they_are(method: str, virtual_screen: str) -> None:
    with ordinary_user() as user:
        done = user.run(
            "dbus-run-session",
            "--",
            sys.executable,
            "-m",
            "tests.journeys.fast_scanner",
            method,
            str(SCANS),
            timeout=300,
            DISPLAY=virtual_screen,
            QT_QPA_PLATFORM="xcb",
        )
    told = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert [json.loads(line) for line in told] == [{"came": SCANS, "wrong": 0}], done.stderr
