"""The letter that reminds a customer."""
