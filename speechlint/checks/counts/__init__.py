"""What is promised as a number and what answers it."""
