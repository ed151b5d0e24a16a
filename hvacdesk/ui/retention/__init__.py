"""How long data is kept and why; the disposal at the end of a month, its ledger, and storage media."""
