"""The pages of the main window, one module each, built when they are first opened."""
