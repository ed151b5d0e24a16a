"""One search for everything, by Ctrl+K: customers, jobs, papers, firms, pages and tasks."""
