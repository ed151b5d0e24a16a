"""Work orders, completion reports, slips, labels, FAX covers, lists."""
