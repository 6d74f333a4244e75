"""What anonymising left in the draft."""
