"""Which rules can speak in a draft: a literal of the rule must stand in it."""
