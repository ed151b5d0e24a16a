"""The list of reminders on the schedule."""
