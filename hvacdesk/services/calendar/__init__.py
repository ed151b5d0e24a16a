"""The calendar: who goes where, days of rest, recurring work and reminders."""
