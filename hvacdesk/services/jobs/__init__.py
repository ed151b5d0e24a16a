"""Jobs: booking, changing and showing them, and what came back from the site."""
