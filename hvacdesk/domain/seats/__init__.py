"""The PCs that work in one office beside the office PC."""
