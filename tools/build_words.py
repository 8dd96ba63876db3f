"""Derive newslint/chinese/data/words.txt, the frequency word list, from published lists.

Sources:
    dict.txt of jieba 0.42.1 (https://github.com/fxsjy/jieba), MIT licence, (c) 2013 Sun Junyi:
        word, count, part of speech (ICTCLAS tags).
    modern_words.txt beside this script: words newer than that list, added by hand with estimated frequencies.

Usage:
    pip install jieba
    python tools/build_words.py            # write the data file
    python tools/build_words.py --check    # exit 1 if the data file is out of date

What is left out, and why:
    - Words with a count below 5. In jieba's list a count of 3 (and most of 2 and 4) means "taken from another
      dictionary, never counted"; many of these are free compounds, and a straddled compound is no proof of a broken
      word.
      Single characters are kept regardless of their count: every character needs a cost.
    - Rare personal names (three characters tagged as a name, fewer than 50 times): people of one year's news, not
      words.
    - Words longer than 8 characters and words with letters or digits, which the segmentation never looks up.
"""

import argparse
import sys
from importlib import util
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODERN = HERE / "modern_words.txt"
TARGET = HERE.parent / "newslint" / "chinese" / "data" / "words.txt"

FLOOR = 5
NAME_FLOOR = 50
LONGEST = 8


def is_han(word: str) -> bool:
    """Return True if every character is a Han character (the zero 〇 counts as one)."""
    return all("\u3400" <= char <= "\u9fff" or char == "〇" or char > "\U0001ffff" for char in word)


def wanted(word: str, count: int, tag: str) -> bool:
    """Return True if an entry of jieba's list belongs in ours."""
    if not is_han(word) or len(word) > LONGEST:
        return False
    if len(word) == 1:
        return True
    if count < FLOOR:
        return False
    rare_name = tag in ("nr", "nrfg") and len(word) == 3 and count < NAME_FLOOR
    return not rare_name


def read_jieba(path: Path) -> dict[str, tuple[int, str]]:
    """Read jieba's dict.txt: lines of word, count and tag."""
    words = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        if wanted(word, int(count), tag):
            words[word] = (int(count), tag)
    return words


def add_modern(words: dict[str, tuple[int, str]], path: Path) -> None:
    """Add our own words. The higher frequency wins; tags of the main list are kept."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        count, tag, *added = line.split()
        for word in added:
            known, known_tag = words.get(word, (0, tag))
            words[word] = (max(known, int(count)), known_tag)


def render(words: dict[str, tuple[int, str]]) -> str:
    """Render the data file: a total, then one line per word in code-point order (which is also UTF-8 byte order)."""
    total = sum(count for count, _ in words.values())
    lines = [f"# total {total}; derived by tools/build_words.py; source and licence: README.md in this folder"]
    lines += [f"{word} {count} {tag}" for word, (count, tag) in sorted(words.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dict", type=Path, help="jieba's dict.txt (default: that of the installed package)")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args()
    source = options.dict
    if source is None:
        spec = util.find_spec("jieba")
        if spec is None or spec.origin is None:
            parser.error("jieba is not installed; install it or name its dict.txt with --dict")
        source = Path(spec.origin).with_name("dict.txt")
    words = read_jieba(source)
    add_modern(words, MODERN)
    text = render(words)
    if options.check:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print("current" if same else f"{TARGET} is not current: run tools/build_words.py")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(words)} words, {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
