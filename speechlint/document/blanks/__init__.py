"""Blanks that were left open in a draft: masks, words that ask to be filled in."""
