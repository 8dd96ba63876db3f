"""Write docs/rules.md from the rule pages, then test them as ``newslint test`` does. Run it after changing a rule."""

from __future__ import annotations

from pathlib import Path

from newslint.authoring.reference import reference
from newslint.cli import main
from newslint.rulebook.book import load_rules

if __name__ == "__main__":
    target = Path(__file__).parent.parent / "docs" / "rules.md"
    target.write_text(reference(load_rules()), encoding="utf-8", newline="\n")
    main(["test"])
