"""What the desk sees to by itself: the log's head, backups, and whether the file is sound."""
