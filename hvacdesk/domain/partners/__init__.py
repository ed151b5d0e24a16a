"""Partner firms and client contractors: checks, orders, hand-overs, data that goes back."""
