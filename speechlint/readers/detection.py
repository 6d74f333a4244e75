"""Which encoding bytes are in that are no clean UTF-8: how much of what they give is everyday Chinese."""

from __future__ import annotations

_LIKELY = (
    0.4  # share of everyday characters: 0.97 in simplified, 0.6 in traditional script, 0.1 in a misreading
)
_FEW = 0.2  # share of bytes beyond ASCII in English, French, German text
_SAMPLE = 20_000  # characters looked at from each end
_NEAR = 4_096  # bytes looked at around the first bad one


def utf16(data: bytes) -> tuple[str, str] | None:
    """The text in the likelier byte order, if either gives text."""
    read: list[tuple[float, str, str]] = []
    for name in ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ():
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            read.append((_share(text, ascii_too=True), text, name))
    best = max(read, default=(0.0, "", ""))
    return best[1:] if best[0] >= _LIKELY else None


def is_broken_utf8(data: bytes, at: int) -> bool:
    """Whether around the first bad byte more Chinese characters are whole in UTF-8 than bytes are wrong.

    In GBK text hardly any is.
    """
    text = data[max(0, at - _NEAR) : at + _NEAR].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad <= sum("\u0800" <= char < "\uff00" for char in text)


def guessed(data: bytes) -> tuple[str, str] | None:
    """The text and encoding that a detector names, where that gives Chinese; Western text is let pass."""
    if len(data.translate(None, bytes(range(128)))) <= _FEW * len(data):
        return data.decode("latin-1"), "latin-1"
    from charset_normalizer import from_bytes

    found = from_bytes(data).best()
    if found and is_likely(str(found)):
        return str(found), found.encoding
    return None


def is_likely(text: str) -> bool:
    """Whether the text is Chinese, and no misreading of something else."""
    return _share(text) >= _LIKELY


def _share(text: str, *, ascii_too: bool = False) -> float:
    """The share of everyday Chinese characters and marks (GB 2312, level 1) in a sample of the text.

    Among those beyond ASCII, or, with ``ascii_too``, among all.
    """
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    beyond = "".join([char for char in sample if char > "\x7f"])
    leads = beyond.encode("gb2312", "ignore")[::2]
    common = sum(0xB0 <= lead <= 0xD7 or lead in (0xA1, 0xA3) for lead in leads)
    if ascii_too:
        plain = sum(" " <= char < "\x7f" or char in "\t\r\n" for char in sample)
        return (common + plain) / max(1, len(sample))
    return common / max(1, len(beyond))
