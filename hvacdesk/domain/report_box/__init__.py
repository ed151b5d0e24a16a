"""The report box: what a report is, what may be typed, what was promised to reporters."""
