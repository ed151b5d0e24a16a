"""``hvacdesk host`` as it is, in a process of its own; only passphrases cost less.

Usage: ``python -m tests.integration.seats.office_program HOME``.
"""

from __future__ import annotations

import sys

from hvacdesk import cli
from tests.helpers.killing import end_with_parent
from tests.helpers.short_questions import short_questions
from tests.helpers.vault_offices import cheap_passphrases

if __name__ == "__main__":
    end_with_parent()
    with cheap_passphrases(), short_questions():
        sys.exit(cli.main(["host", "--home", sys.argv[1]]))
