"""The monthly access review: the sheet on the screen, on paper, and its signature."""
