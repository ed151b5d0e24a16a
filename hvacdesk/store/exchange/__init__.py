"""Reading all customers for a list, storing many at once, and lists outside the program."""
