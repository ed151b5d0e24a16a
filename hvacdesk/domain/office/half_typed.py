"""What the windows and the office agree on about half-typed forms."""

from __future__ import annotations

SEALED = "sealed"
"""Under this name stands, among what was typed, what may be stored under the payment key alone."""
