"""One search for everything, by Ctrl+K: customers, jobs, papers, firms, and the places of the program."""
