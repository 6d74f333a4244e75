"""Finds what applies to a draft: config, phase, rules, judgements."""
