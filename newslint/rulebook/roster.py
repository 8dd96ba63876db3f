"""The roster of known reporters and correspondents: a text file, one line or more for each role.

    # 云岭晚报
    记者 田一川 鲁知微
    蓝采薇  通讯员

A role (with or without 见习, 首席 and the like) stands before its names or after a single list of them; spaces, tabs
and the usual marks part them; what follows # is a comment.
"""

from __future__ import annotations

from pathlib import Path

from newslint.chinese import names
from newslint.chinese.characters import HAN_LETTER
from newslint.config import ConfigError
from newslint.document.bylines import roles
from newslint.document.bylines.misspelt_roles import right_role
from newslint.language import reason, tr
from newslint.patterns import lazy
from newslint.readers.decoding import ReadError, decode
from newslint.storage import read_bounded

#: What a line looks like, for messages.
_EXAMPLE = "记者 田一川"
_COMMENT = lazy(r"[#＃].*")
_TOKEN = lazy(r"[^ 　\t\ufeff、，,;；:：|／/]+")
_PADDED = lazy(f"(?<!{HAN_LETTER})({HAN_LETTER})　({HAN_LETTER})(?!{HAN_LETTER})")


def read_roster(path: Path) -> tuple[str, ...]:
    """Read the roster and return each person once as role and name (记者 田一川), in order; raises ``ConfigError``."""
    try:
        text = decode(read_bounded(path), str(path)).text
    except OSError as error:
        raise ConfigError(path, "", tr("名册无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None
    except ReadError as error:
        raise ConfigError(tr("名册"), "", str(error)) from None
    people: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            people.update(dict.fromkeys(_people(_COMMENT.sub("", line))))
        except ValueError as error:
            raise ConfigError(path, tr("第 {number} 行", number=number), str(error)) from None
    return tuple(people)


def _people(line: str) -> list[str]:
    """Return the people of one line; raises ``ValueError`` with what is wrong with it."""
    tokens = _TOKEN.findall(_PADDED.sub(r"\1\2", line))
    at = [index for index, token in enumerate(tokens) if _role(token)]
    if not tokens:
        return []
    if not at or (at[0] > 0 and (len(at) > 1 or at[0] != len(tokens) - 1)) or len(tokens) == len(at):
        raise ValueError(tr("应写身份和姓名，如“{example}”。", example=_EXAMPLE))
    if at[0]:
        tokens = [tokens[-1], *tokens[:-1]]
    people = []
    role = ""
    for token in tokens:
        if _role(token):
            role = _role(token)
        elif names.is_name(token):
            people.append(f"{role} {token}")
        else:
            raise ValueError(tr("“{name}”不像姓名；应写身份和姓名，如“{example}”。", name=token, example=_EXAMPLE))
    return people


def _role(token: str) -> str:
    """Return the role that a word names, without what qualifies it; empty if it names none."""
    # At the end of a text 摄影 is taken for what someone did; a colon shows that it opens a list.
    match = roles.ROLE.match(f"{token}：")
    return right_role(match["base"]) if match and match["base"] and match.end() == len(token) else ""
