"""Files that people write or name: read strictly, written whole or not at all."""
