"""Write docs/rules.md and the figures in docs/development/accuracy.md from the rule pages, then test these as
``newslint test`` does. Run it after changing a rule.
"""

from __future__ import annotations

from newslint.authoring.accuracy import with_figures
from newslint.authoring.reference import reference
from newslint.authoring.standards import DOCS
from newslint.cli import main
from newslint.rulebook.book import load_rules

if __name__ == "__main__":
    book = load_rules()
    (DOCS / "rules.md").write_text(reference(book), encoding="utf-8", newline="\n")
    figures = DOCS / "development" / "accuracy.md"
    figures.write_text(with_figures(figures.read_text(encoding="utf-8"), book), encoding="utf-8", newline="\n")
    main(["test"])
