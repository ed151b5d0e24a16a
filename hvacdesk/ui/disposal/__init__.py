"""The month-end disposal wizard, one module per step."""
