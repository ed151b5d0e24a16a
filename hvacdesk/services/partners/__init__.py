"""Partner firms and client contractors: register, orders, hand-overs, provisions."""
