"""Building blocks of the pages: each widget in a module of its own, imported where it is needed."""
