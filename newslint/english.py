"""The English of the interface, by the Chinese that stands in the code; grouped by the module that says it."""

from __future__ import annotations

ENGLISH = {
    # reports/text.py
    "错误": "error",
    "警告": "warning",
    "提示": "info",
}
