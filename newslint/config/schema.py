"""The JSON Schema of configuration files, with which editors check and complete them."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.config.keys import KEYS, Key
from newslint.language import tr

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, object]:
    """Return the schema of newslint.toml, made from the register of keys."""
    overridable = {name: key for name, key in KEYS.items() if key.overridable}
    files = {**KEYS["include"].schema, "description": tr("对哪些文件有效，写法同 .gitignore")}
    override = {**_object({"files": files, **_described(overridable)}), "required": ["files"]}
    properties = {
        "extend": {"type": "string", "minLength": 1, "description": tr("先读这个配置文件，再读本文件")},
        **_described(KEYS),
        "overrides": {"type": "array", "items": override, "description": tr("只对一部分文件有效的设置")},
    }
    return {"$schema": _DIALECT, "title": "newslint.toml", **_object(properties)}


def _described(keys: Mapping[str, Key]) -> dict[str, object]:
    return {name: {**key.schema, "description": tr(key.about)} for name, key in keys.items()}


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
