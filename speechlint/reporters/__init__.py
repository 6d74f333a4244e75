"""Results → text."""
