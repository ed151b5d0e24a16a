"""The calendar: who works where and when, moved with the mouse or by keys."""
