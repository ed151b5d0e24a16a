"""The report box: before the login for whoever reports, after it for its readers."""
