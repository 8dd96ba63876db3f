"""Write the pages of the documentation that rule pages tell: the reference in docs/zh, the list in docs/en, the figures
in docs/development/accuracy.md. Then test the rules as ``newslint test`` does. Run it after changing a rule.
"""

from __future__ import annotations

from newslint.authoring.standards import DOCS, stale_pages, written_pages
from newslint.cli import main
from newslint.rulebook.book import load_rules

if __name__ == "__main__":
    book = load_rules()
    written = written_pages(book)
    for name in stale_pages(book):
        path = DOCS / name
        if name in written:
            path.parent.mkdir(exist_ok=True)
            path.write_text(written[name], encoding="utf-8", newline="\n")
        else:  # of a family that has no rule any more
            path.unlink()
    main(["test"])
