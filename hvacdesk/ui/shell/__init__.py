"""The desk around the pages: main window, navigation, keys, the search for anything, who may see what."""
