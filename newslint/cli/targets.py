"""The option ``--output``: a report to a file, as ``FORMAT=PATH`` or as a path whose ending tells the format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from newslint.cli.ending import fail
from newslint.language import join_list, reason, tr

#: The formats that the ending of a file tells.
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".sarif": "sarif", ".csv": "csv", ".txt": "text"}


def targets_of(texts: Sequence[str], formats: Sequence[str], example: str) -> list[tuple[str, Path]]:
    """Return the format and the path of each report; end the program if one is not understood or two share a file.

    ``example`` shows how the option is written.
    """
    targets = [_target(text, formats, example) for text in texts]
    seen: set[str] = set()
    for _, path in targets:
        if (place := os.path.realpath(path)) in seen:
            fail(tr("--output：有两份报告都写入 {path}，后写的会盖掉先写的；请另取文件名。", path=path))
        seen.add(place)
    return targets


def _target(text: str, formats: Sequence[str], example: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals:
        name, path = _ENDINGS.get(os.path.splitext(text)[1].lower(), ""), text
    if name not in formats or not path:
        fail(
            tr(
                "--output {text}：应写作 格式=路径，如 {example}；格式为 {formats} 之一。",
                text=text,
                example=example,
                formats=join_list(formats),
            )
        )
    return name, Path(path)


def write_report(path: Path, text: str) -> None:
    """Write a report to its file, whole; end the program if that cannot be done."""
    from newslint.storage.atomic_write import replace_bytes

    try:
        replace_bytes(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(tr("{path}：报告无法写入（{reason}）；请检查路径和权限。", path=path, reason=reason(error)))
