"""Texts in which nobody sees anything, as names were once made of."""

from __future__ import annotations

UNSEEN = (
    "\u200b",
    "\u2060",
    "\u3164",
    "\u00ad",
    "\u202e",
    "\u2800",
    "・",
    "\u0301",
    "\u3099",
    "\uffa0\u3000",
)
