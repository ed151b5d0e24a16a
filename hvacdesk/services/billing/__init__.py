"""The price list, and estimates from draft to answer."""
