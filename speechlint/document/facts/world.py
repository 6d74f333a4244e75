"""Countries, continents, cities, rivers, mountains and sights that speeches name."""

from __future__ import annotations

from speechlint.document.facts.kept import names

WORLD = names("places")
