"""What an HVAC office knows: plain Python without Qt, SQL, files, network or clock."""
