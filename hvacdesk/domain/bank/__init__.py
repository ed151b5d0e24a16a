"""What a bank's file of deposits says, and which invoices its deposits may pay for."""
