"""Files that people write, read strictly and written whole."""
