"""The price list, as the person responsible keeps it."""
