"""What windows call things: the words that more than one feature says."""
