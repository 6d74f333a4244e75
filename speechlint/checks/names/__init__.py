"""Persons and posts, against a roster."""
