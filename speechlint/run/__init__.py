"""From drafts to results: one draft, all drafts, several processes, what is kept."""
