"""All questions that an archive is asked, as SQL that every engine speaks.

Tables: ``drafts``, ``findings``, ``fingerprints`` (text, digest, at) of the drafts that count; ``draft`` (digest, at)
of the one that is checked. Names in braces are filled in: they are numbers. Every answer is ordered to the last column.
"""

from __future__ import annotations

# A draft against the archive: where each of its fingerprints stands, and in how many drafts.
MET = """
SELECT f.text, f.digest, f.at FROM fingerprints f
JOIN (SELECT DISTINCT digest FROM draft) d ON f.digest = d.digest
WHERE f.text NOT IN ({without})
"""
SPREAD = """
SELECT digest, COUNT(DISTINCT text) AS drafts FROM met GROUP BY digest
"""
PLACES = """
SELECT m.text, d.at AS here, m.at AS there FROM met m
JOIN spread s ON m.digest = s.digest JOIN draft d ON m.digest = d.digest
WHERE s.drafts <= {most} ORDER BY m.text, d.at, m.at
"""
COMMON = """
SELECT d.at, s.drafts FROM draft d JOIN spread s ON d.digest = s.digest
WHERE s.drafts > {most} ORDER BY d.at
"""

# All drafts against each other, a share of the digests at a time: {share} of {shares}, a power of two.
SHARED = """
SELECT digest FROM fingerprints WHERE (digest & ({shares} - 1)) = {share}
GROUP BY digest HAVING MIN(text) <> MAX(text)
"""
STANDING = """
SELECT f.text, f.digest, f.at FROM fingerprints f JOIN shared s ON f.digest = s.digest
"""
FEW = """
SELECT digest FROM standing GROUP BY digest HAVING COUNT(DISTINCT text) <= {most}
"""
PAIRS = """
SELECT a.text AS one, b.text AS other, a.at AS here, b.at AS there FROM standing a
JOIN few ON a.digest = few.digest JOIN standing b ON a.digest = b.digest
WHERE a.text < b.text
"""
ALL_PAIRS = """
SELECT one, other, here, there FROM pairs ORDER BY one, other, here, there
"""

ENTRIES = """
SELECT d.text, d.root, d.path, d.digest, d.date, d.letters, d.paragraphs FROM drafts d
JOIN wanted w ON d.text = w.text ORDER BY d.text
"""
NAMED = """
SELECT d.text, d.root, d.path, d.digest, d.date, d.letters, d.paragraphs FROM drafts d
JOIN named n ON d.path = n.path ORDER BY d.text
"""
