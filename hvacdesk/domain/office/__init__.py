"""The office itself: its facts, its home page, help, updates and checks of the program."""
