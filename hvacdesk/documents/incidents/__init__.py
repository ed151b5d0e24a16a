"""An incident on paper: the report to the commission, letters, the record."""
