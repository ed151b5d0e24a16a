"""The report box: before the login for those who report, after it for its readers."""
