"""The calendar: who works where and when, what comes round again, reminders of it."""
