"""Parallel phrases, and the one that is built otherwise."""
