"""What the desk sees to by itself: the log's head, and backups."""
