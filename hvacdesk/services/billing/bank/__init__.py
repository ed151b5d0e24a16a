"""What a bank says has arrived, beside what the office knows of payers and typed itself."""
