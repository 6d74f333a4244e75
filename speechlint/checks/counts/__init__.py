"""Numbers that a draft promises, and the lists that answer them."""
