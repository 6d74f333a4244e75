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
COUNT = """
SELECT COUNT(*) FROM fingerprints
"""
SHARED = """
SELECT digest FROM fingerprints WHERE (digest & ({shares} - 1)) = {share}
GROUP BY digest HAVING MIN(text) <> MAX(text)
"""
STANDING = """
SELECT f.text, f.digest, f.at FROM fingerprints f JOIN shared s ON f.digest = s.digest
"""
SPREADING = """
SELECT digest, COUNT(DISTINCT text) AS drafts FROM standing GROUP BY digest
"""
PAIRS = """
SELECT a.text AS one, b.text AS other, a.at AS here, b.at AS there FROM standing a
JOIN spreading s ON a.digest = s.digest JOIN standing b ON a.digest = b.digest
WHERE s.drafts <= {most} AND a.text < b.text
"""
FORMULAS = """
SELECT digest, drafts FROM spreading WHERE drafts > {most}
"""
ALL_PAIRS = """
SELECT one, other, here, there FROM pairs ORDER BY one, other, here, there
"""
IN_PAIRS = """
SELECT d.text, d.root, d.path, d.digest, d.date, d.letters, d.paragraphs FROM drafts d
WHERE d.text IN (SELECT one FROM pairs UNION SELECT other FROM pairs) ORDER BY d.text
"""
# Where the formulas stand in the drafts that may have a passage of another.
FORMULAS_IN_PAIRS = """
SELECT f.text, f.at FROM fingerprints f JOIN formulas c ON f.digest = c.digest
WHERE f.text IN (SELECT one FROM pairs) ORDER BY f.text, f.at
"""
ALL_FORMULAS = """
SELECT digest, drafts FROM formulas ORDER BY digest
"""

ENTRIES = """
SELECT d.text, d.root, d.path, d.digest, d.date, d.letters, d.paragraphs FROM drafts d
JOIN wanted w ON d.text = w.text ORDER BY d.text
"""
NAMED = """
SELECT d.text, d.root, d.path, d.digest, d.date, d.letters, d.paragraphs FROM drafts d
JOIN named n ON d.path = n.path ORDER BY d.text
"""

# What the drafts look like together, by the year of their dates ("" without).
YEARS = """
SELECT SUBSTRING(date, 1, 4) AS year, COUNT(*) AS drafts, CAST(SUM(characters) AS BIGINT) AS characters,
MIN(characters) AS least, MAX(characters) AS most FROM drafts WHERE error = '' AND outcome = ''
GROUP BY SUBSTRING(date, 1, 4) ORDER BY year
"""
FAMILIES = """
SELECT SUBSTRING(d.date, 1, 4) AS year, SUBSTRING(f.code, 1, 3) AS family, COUNT(DISTINCT f.text) AS drafts,
CAST(SUM(f.places) AS BIGINT) AS places FROM findings f JOIN drafts d ON f.text = d.text
GROUP BY SUBSTRING(d.date, 1, 4), SUBSTRING(f.code, 1, 3) ORDER BY year, family
"""
UNREAD = """
SELECT COUNT(*) FROM drafts WHERE error <> ''
"""
# Fingerprints of the most formulas: where one stands, and in how many drafts of each year.
OFTEN = """
SELECT digest, drafts FROM formulas ORDER BY drafts DESC, digest LIMIT {number}
"""
STANDS = """
SELECT o.digest, o.drafts, MIN(f.text) AS text FROM often o JOIN fingerprints f ON o.digest = f.digest
GROUP BY o.digest, o.drafts
"""
FIRST = """
SELECT s.digest, s.drafts, s.text, MIN(f.at) AS at FROM stands s
JOIN fingerprints f ON s.digest = f.digest AND s.text = f.text
GROUP BY s.digest, s.drafts, s.text ORDER BY s.drafts DESC, s.digest
"""
COME_AND_GO = """
SELECT o.digest, SUBSTRING(d.date, 1, 4) AS year, COUNT(DISTINCT f.text) AS drafts FROM often o
JOIN fingerprints f ON o.digest = f.digest JOIN drafts d ON f.text = d.text
GROUP BY o.digest, SUBSTRING(d.date, 1, 4) ORDER BY o.digest, year
"""
