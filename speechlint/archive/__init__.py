"""An office's archive of drafts: what of a draft stands in others, and what the drafts look like together.

Bytes → letters → fingerprints → Parquet, then one join on an engine that speaks SQL. Needs the extra ``archive``;
nothing here is imported by a check.
"""
