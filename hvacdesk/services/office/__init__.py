"""The office and its computer: settings, home, search, help, updates, checks."""
