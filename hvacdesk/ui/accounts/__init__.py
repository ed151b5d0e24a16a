"""Who works here: the accounts' tab of the settings and its dialogs."""
