"""Which rules can speak in a draft at all: those of which a literal stands in it."""
