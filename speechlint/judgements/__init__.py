"""What people have said about findings: ignores, baselines, changed lines, severities."""
