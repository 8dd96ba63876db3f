"""The configuration file that ``newslint init`` writes: every key with its purpose, all of it commented out."""

from __future__ import annotations

from newslint.config.keys import KEYS
from newslint.language import tr

_EXTEND = '# extend = "../newslint.toml"'
_OVERRIDES = """\
# [[overrides]]
# files = ["副刊/**"]
# ignore = ["DU"]
"""


def draft() -> str:
    """Return the text of a new newslint.toml. It is valid as it is, and with any line uncommented."""
    head = tr(
        "# newslint 的配置。每项前去掉 # 即生效；没有写的，按默认办理。\n"
        "# 文件中的路径都从本文件所在的文件夹算起。各项的详细说明见 newslint 文档 docs/en/configuration.md。\n\n"
        "# 先读另一个配置文件，再读本文件："
    )
    parts = [f"{head}\n{_EXTEND}\n"]
    parts.extend(f"\n# {tr(key.about)}{tr('：').rstrip()}\n# {name} = {key.example}\n" for name, key in KEYS.items())
    return "".join(
        [*parts, "\n", tr("# 只对一部分文件有效的设置，可写多段；files 的写法同 .gitignore："), "\n", _OVERRIDES]
    )
