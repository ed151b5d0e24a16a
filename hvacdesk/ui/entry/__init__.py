"""Everything before and around the main window: set-up, login, lock and curtain."""
