"""Text between quotes as YAML has it, on one line whatever is in it."""

from __future__ import annotations


def quoted(text: str) -> str:
    """Single quotes, where they can hold it; a line break or tab takes double ones."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    import json

    return json.dumps(text)


def unquoted(text: str) -> str:
    """Undoes ``quoted``. Raises ``ValueError``."""
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    import json

    made: str = json.loads(text)
    return made
