"""The English of the interface, by the Chinese that stands in the code; grouped by the module that says it."""

from __future__ import annotations

ENGLISH = {
    # config
    "；是否指 {near}？": "; did you mean {near}?",
    "；可用的有 {words}。": "; there are {words}.",
    '应为字符串的列表，如 ["BY", "DU03"]。': 'must be a list of strings such as ["BY", "DU03"].',
    "应为 {values} 之一。": "must be one of {values}.",
    "应为 true 或 false。": "must be true or false.",
    "应为不小于 0 的数，如 3。": "must be a number of 0 or more, such as 3.",
    "应为文件的路径。": "must be the path of a file.",
    "应为日期，如 2026-04-18。": "must be a date such as 2026-04-18.",
    "应为表。": "must be a table.",
    '应写作 "不用的词" = "改用的词"；没有改用的词时写 ""。': 'must read "word not used" = "word used instead", with "" where there is none.',
    "应写作 [[{key}]] 的表。": "must be tables [[{key}]].",
    "没有这个设置": "is no setting",
    "缺少 reason：请写明为什么略去。": "lacks reason: say why these findings are left out.",
    "至少要写 path、code、text 之一，否则会略去全部问题。": "needs path, code or text, or it would leave out every finding.",
    "应为不空的字符串。": "must be a string that is not empty.",
    "配置文件互相引用，形成循环。": "configuration files extend each other in a circle.",
    "这个设置对全部文件有效，不能只对一部分文件另定。": "holds for all files and cannot be set for some only.",
    "缺少 files：请写明对哪些文件有效。": "lacks files: say which files it is for.",
    "无法读取（{reason}）；请核对路径和权限。": "cannot be read ({reason}); check the path and its permissions.",
    "不是有效的 TOML（{reason}）。": "is not valid TOML ({reason}).",
    "命令行": "command line",
    # reports/text.py
    "错误": "error",
    "警告": "warning",
    "提示": "info",
}
