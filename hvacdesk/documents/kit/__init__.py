"""What papers are drawn with: pages, fonts, text, tables, parts that several papers share."""
