"""Finding somebody: the search of a customer from any form, and showing what a mask hides."""
