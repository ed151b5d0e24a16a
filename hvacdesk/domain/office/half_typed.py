"""What the windows and the office agree on about half-typed forms."""

from __future__ import annotations

FILE = "file"
"""Under this name stands which file a list was read from, as a digest: the same at every PC."""

SEALED = "sealed"
"""Under this name stands, among what was typed, what may be stored under the payment key alone."""
