"""Texts of the user interface in Chinese, as the code spells them, or in English, from ``messages_en``.

The messages of findings are always Chinese: they are for editors of Chinese text.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable

#: The values of ``--lang``.
LANGUAGES = ("zh", "en")
_current = LANGUAGES[0]
#: Common reasons why a file cannot be read or written; the system describes them in English.
_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EFBIG: "文件太大",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一级不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "符号链接形成循环",
    errno.ENXIO: "这是管道或设备，不是普通文件",
    errno.EIO: "磁盘或网络读写出错",
    errno.ENOMEM: "内存不足",
    errno.EEXIST: "已有同名的文件或文件夹",
    errno.EBUSY: "文件正被占用",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EINVAL: "系统不接受这个文件名或操作",
    errno.EILSEQ: "文件名里有系统不接受的字符",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EPIPE: "接收的程序已经退出",
    errno.EBADF: "没有打开，或已经关闭",
    errno.ETIMEDOUT: "等候超时",
    errno.EAGAIN: "暂时不能读写",
    errno.EADDRINUSE: "已被别的程序占用",
    # Not every system has these.
    getattr(errno, "ETXTBSY", -1): "文件正被占用",
    getattr(errno, "ENOTSUP", -1): "这个磁盘不支持这样做",
    getattr(errno, "EDQUOT", -1): "磁盘配额已满",
    getattr(errno, "ESTALE", -1): "网络磁盘上的文件已经失效",
    getattr(errno, "EHOSTDOWN", -1): "网络磁盘连不上",
}


def use(language: str) -> None:
    """Set the language of the interface; raises ``ValueError`` unless it is one of ``LANGUAGES``."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    _current = language


def current() -> str:
    """Return the language of the interface."""
    return _current


def tr(text: str, /, **values: object) -> str:
    """Translate the Chinese ``text`` into the language of the interface and fill its ``{names}`` from ``values``.

    Every text must be a key of ``messages_en.ENGLISH``, whose value uses the same names; a test checks that.
    """
    if _current == "en":
        from newslint.language.messages_en import ENGLISH  # a large table

        text = ENGLISH[text]
    return text.format(**values) if values else text


def join_list(words: Iterable[object]) -> str:
    """Join ``words`` as a list within a sentence."""
    return tr("、").join(map(str, words))


def prefixed(*parts: object) -> str:
    """Join a sentence to the locations it is about, widest first: "path: key: message". Empty parts are left out."""
    return tr("：").join(part for part in map(str, parts) if part)


def reason(error: OSError) -> str:
    """Return why an operation failed, in Chinese if the reason is a common one and the interface is Chinese."""
    if _current == "en" or error.errno is None:
        return error.strerror or str(error)
    return _REASONS.get(error.errno) or f"系统错误 {error.errno}：{error.strerror}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most similar to ``word``, or "" if none is similar."""
    import difflib  # only needed for an error message

    return next(iter(difflib.get_close_matches(word, sorted(known), 1, 0.5)), "")


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence about an unknown ``word``: the most similar known word, or all of them."""
    words = list(known)
    if near := nearest(word, words):
        return tr("；是否指 {near}？", near=near)
    return tr("；可用的有 {words}。", words=join_list(words)) if words else tr("。")


def pick(chinese: str, english: str) -> str:
    """Return the text in the language of the interface; the Chinese one if there is no English one."""
    return english if english and _current == "en" else chinese
