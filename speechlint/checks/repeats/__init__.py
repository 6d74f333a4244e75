"""Words, clauses and paragraphs said twice."""
