"""The report box: its views before the login, and its readers' inbox among the safeguards."""
