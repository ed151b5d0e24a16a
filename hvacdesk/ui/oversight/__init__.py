"""What an inspector looks at: the audit log, the access review, the calendar of duties, drills."""
