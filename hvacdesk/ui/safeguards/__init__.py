"""What an inspector looks at: the audit log and the disposal ledger."""
