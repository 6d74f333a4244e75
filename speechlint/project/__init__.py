"""What applies to which draft: config, phase, rules, judgements."""
