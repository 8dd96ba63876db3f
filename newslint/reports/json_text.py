"""JSON of reports: readable, comparable line by line, and valid whatever a text or a path contains."""

from __future__ import annotations

import json

from newslint.patterns import lazy

_SURROGATE = lazy("[\ud800-\udfff]")
# Besides surrogates, characters that some readers take for a line end.
_ESCAPED = lazy("[\x85\u2028\u2029\ud800-\udfff]")


def json_text(document: object, levels: int = 0) -> str:
    """Return ``document`` as JSON without loss: a lone surrogate becomes an escape.

    Objects and lists down to ``levels`` have one item per line, deeper ones are on one line: reports can be compared
    line by line and are still written by the fast encoder.
    """
    text: str = _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", _spread(document, levels, ""))
    return text


def strict_json_text(document: object, levels: int = 0) -> str:
    """Return ``document`` as JSON for readers that reject lone surrogates (Go, Ruby): these become �."""
    text: str = _SURROGATE.sub("\ufffd", _spread(document, levels, ""))
    return text


def _spread(value: object, levels: int, margin: str) -> str:
    inner = margin + " "
    if levels and value and isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {_spread(item, levels - 1, inner)}" for key, item in value.items()
        ]
    elif levels and value and isinstance(value, list):
        parts = [_spread(item, levels - 1, inner) for item in value]
    else:
        return json.dumps(value, ensure_ascii=False)
    between = f",\n{inner}"
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{inner}{between.join(parts)}\n{margin}{closing}"
