"""The audit log's rows, what hangs on it by hash, and what the access review reads."""
