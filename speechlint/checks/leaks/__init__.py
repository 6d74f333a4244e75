"""Names and places that anonymising left in the draft."""
