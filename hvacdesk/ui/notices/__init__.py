"""The purposes notice and consents: the office's wording, giving it, and the customer's own page."""
