"""What operating systems tell about the disks below folders: one module for each, one for synchronising."""
