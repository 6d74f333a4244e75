"""The tree of headings and lists of a draft."""
