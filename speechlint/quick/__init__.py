"""Stand-ins for the standard library that a cold start does without."""
