"""The keys' tab of the settings: epoch and recovery sheets."""
