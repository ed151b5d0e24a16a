"""What of the windows' colours must contrast with what, and how much it does."""

from __future__ import annotations

from hvacdesk.ui.palette import Palette, Tone


def text_pairs(colours: Palette) -> list[tuple[str, str, str]]:
    """Every (text, ground, where) that the windows draw."""
    grounds = ("background", "surface", "selection", "hover", "shown_ground", "warn_ground", "bad_ground")
    pairs = [(colours.text, getattr(colours, ground), f"text on {ground}") for ground in grounds]
    pairs += [
        (colours.muted, getattr(colours, g), f"muted on {g}") for g in ("background", "surface", "hover")
    ]
    pairs += [
        (colours.primary, getattr(colours, g), f"link on {g}") for g in ("background", "surface", "hover")
    ]
    for tone in Tone:
        ink, ground = colours.tone(tone)
        pairs.append((ink, ground, f"{tone} chip"))
        pairs.append((ink, colours.surface, f"{tone} on surface"))
        pairs.append((ink, colours.background, f"{tone} on background"))
    pairs += [
        (colours.on_primary, colours.primary, "primary button"),
        (colours.on_primary, colours.primary_hover, "primary button, hovered"),
        (colours.on_danger, colours.danger, "danger button"),
        (colours.on_danger, colours.danger_hover, "danger button, hovered"),
        (colours.nav_text, colours.nav, "navigation"),
        (colours.nav_muted, colours.nav, "navigation foot"),
        (colours.nav_text, colours.nav_active, "navigation, hovered"),
        (colours.nav_active_text, colours.nav_active, "navigation, current"),
    ]
    return pairs


def edge_pairs(colours: Palette) -> list[tuple[str, str, str]]:
    """Every (line, ground, where) that shows where a field or a button is."""
    grounds = ("background", "surface", "hover")
    pairs = [(colours.field_line, getattr(colours, g), f"field or button on {g}") for g in grounds]
    pairs += [(colours.primary, getattr(colours, g), f"with the keyboard, on {g}") for g in grounds]
    pairs += [(colours.bad, getattr(colours, g), f"refused field on {g}") for g in grounds]
    pairs.append((colours.muted, colours.surface, "check box"))
    pairs.append((colours.nav_muted, colours.nav, "button of a notice"))
    return pairs


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance), 1 to 21."""

    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    def luminance(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
