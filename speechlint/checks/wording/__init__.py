"""What words say: patterns, formulations, lines of a site, marks, blanks."""
