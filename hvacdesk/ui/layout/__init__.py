"""How the office's papers look: pictures, boxes, blocks, foot, with a sample page beside."""
