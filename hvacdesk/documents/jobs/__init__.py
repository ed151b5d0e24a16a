"""What was done and measured on site, on paper, and contracts made on a visit."""
