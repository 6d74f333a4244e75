"""People's judgements of findings: ignores, baselines, changed lines, severities."""
