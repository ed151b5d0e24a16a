"""Partner firms and client contractors, and the hand-over ledger."""
