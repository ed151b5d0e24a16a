"""The office itself: its facts, its page of today, help, updates and checks of the program."""
