"""What the calendar reads, recurring work, and reminders."""
