"""The configuration file that ``newslint init`` writes: every key with its purpose, those answered in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.config.keys import KEYS
from newslint.config.presets import PRESETS
from newslint.language import join_list, tr

#: The keys that a desk needs most, in the order in which it comes to them; the others follow.
_FIRST = (
    *("preset", "byline", "roster", "house", "terms", "allow", "deny", "allow-lists", "deny-lists"),
    *("ignore", "severity", "rules", "issue-date", "together", "level"),
)
_EXTEND = '# extend = "../newslint.toml"'
_OVERRIDES = """\
# [[overrides]]
# files = ["副刊/**"]
# ignore = ["DU"]
"""


def draft(answers: Mapping[str, str] | None = None) -> str:
    """Return the text of a new newslint.toml, in which the keys of ``answers`` are in force with these values, written
    in TOML. It is valid as it is, and with any line uncommented.
    """
    given = answers or {}
    head = tr(
        "# 本报的体例。行首有 # 的是说明，或还没有起作用的一项：去掉 # 即生效；没有写的，按默认办理。\n"
        "# 引号、等号用半角；中文的名称要加引号。路径都从本文件所在的文件夹算起。\n"
        "# 各项的详细说明见 newslint 文档 docs/zh/体例设置.md。"
    )
    rest = (name for name in KEYS if name not in _FIRST)
    return "".join(
        [
            head + "\n",
            *_section(tr("# —— 天天用的 ——"), _FIRST, given),
            *_section(tr("# —— 有需要才用的 ——"), rest, given),
            "\n" + tr("# 几家子报合用一套时，先读另一个配置文件，再读本文件：") + f"\n{_EXTEND}\n",
            "\n" + tr("# 只对一部分文件有效的设置，可写多段；files 的写法同 .gitignore：") + f"\n{_OVERRIDES}",
        ]
    )


def _section(title: str, names: Iterable[str], answers: Mapping[str, str]) -> Iterable[str]:
    yield f"\n{title}\n"
    for name in names:
        key = KEYS[name]
        yield f"\n# {tr(key.about)}{tr('：').rstrip()}\n"
        if name == "preset" and (told := _told(answers.get(name, ""))):
            yield f"# {told}\n"
        yield f"{name} = {answers[name]}\n" if name in answers else f"# {name} = {key.example}\n"


def _told(preset: str) -> str:
    """Return what a chosen preset lays down, "" for one that lays down nothing."""
    chosen = PRESETS.get(preset.strip('"'))
    if chosen is None or not chosen.house:
        return ""
    values = (f"{aspect} {value}" for aspect, value in chosen.house.items())
    return tr("这一套已定：{values}；不合本报的，在 house 里另定。", values=join_list(values))
