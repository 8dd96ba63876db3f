"""Articles with known faults, for the tests of corpora."""

from __future__ import annotations

from typing import Any

from newslint.config import Settings

#: Few rules, so that a worker is quickly ready.
SETTINGS = Settings(select=("DU01", "DU03", "PU03"))
ARTICLES = 40
PARTITION = 4


def article(number: int) -> dict[str, Any]:
    """Return a row: every article has one fault, every third one more."""
    fault = "双方坚持互惠互利互惠原则，" if number % 3 == 0 else ""
    text = f"第{number}图书馆开馆\n{fault}馆里的的第{number}排书架，街坊们都说好。\n"
    return {
        "id": str(number),
        "source": "晨报" if number % 2 else "晚报",
        "date": f"2026-{number % 4 + 1:02}-03",
        "content": text,
    }
