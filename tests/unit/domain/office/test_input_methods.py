"""Which way to the input method is chosen before the first window, for every usual kind of login."""

from __future__ import annotations

import pytest

from hvacdesk.domain.office.input_methods import FCITX, IBUS_DAEMON, InputMethod, settings_for

PORTAL = {"IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    ("environment", "running", "added"),
    [
        ({"QT_IM_MODULE": "fcitx"}, FCITX, {"QT_IM_MODULES": "ibus;wayland"} | PORTAL),
        ({"QT_IM_MODULE": "fcitx5"}, FCITX, {"QT_IM_MODULES": "ibus;wayland"} | PORTAL),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, FCITX, {"QT_IM_MODULES": "wayland;ibus"} | PORTAL),
        ({"QT_IM_MODULE": "ibus"}, FCITX, PORTAL),
        ({"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}, FCITX, {}),
        ({}, FCITX, {"QT_IM_MODULES": "wayland;ibus"} | PORTAL),
        ({"QT_IM_MODULE": "ibus"}, IBUS_DAEMON, {}),
        ({}, IBUS_DAEMON, {"QT_IM_MODULES": "wayland;ibus"}),
        ({"QT_IM_MODULE": "xim"}, IBUS_DAEMON, {"QT_IM_MODULES": "ibus;wayland"}),
        ({"QT_IM_MODULE": "fcitx"}, None, {}),
        ({}, None, {}),
        ({"QT_IM_MODULE": "compose"}, FCITX, {}),
        ({"QT_IM_MODULES": "wayland"}, FCITX, {}),
    ],
)
def test_what_is_added_to_the_environment(
    environment: dict[str, str], running: InputMethod | None, added: dict[str, str]
) -> None:
    assert settings_for(environment, lambda: running) == added


def test_what_the_program_can_do_is_not_asked_about() -> None:
    def ask() -> InputMethod | None:
        raise AssertionError("the bus was asked")

    assert settings_for({"QT_IM_MODULES": "wayland"}, ask) == {}
