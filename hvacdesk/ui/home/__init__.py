"""What the home page lists beside the day's jobs: calls to make, papers, disposals and deadlines."""
