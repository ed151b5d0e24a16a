"""The keys' tab of the settings: epoch, recovery sheets, and the logins of this computer."""
