"""What work costs and what a customer is offered: prices, estimates, tax."""
