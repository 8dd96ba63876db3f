"""The month as one self-contained page: a chart without scripts, and tables with the same numbers.

It looks as the report of a check does, whose style it takes; ``month.css`` has what is its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from newslint import __version__
from newslint.language import current, tr
from newslint.monthly.sums import ISSUES, Sum
from newslint.reports.html import digest, environment, look
from newslint.reports.html.entries import family_names
from newslint.reports.month import Told, cautions, group_title
from newslint.reports.month.chart import chart_of
from newslint.reports.score import verdict
from newslint.score import LIMIT

_FOLDER = Path(__file__).parent
_STYLES = (_FOLDER.parent / "html" / "page.css", _FOLDER / "month.css")


def render_html(told: Told) -> str:
    """Return the page. The same numbers and language give the same page."""
    month = told.month
    style = _style()
    return (
        _template().render(
            version=__version__,
            language="en" if current() == "en" else "zh-Hans",
            style=Markup(style),
            policy=f"default-src 'none'; style-src {digest(style)}; img-src data:; base-uri 'none'; form-action 'none'",
            month=month,
            chart=chart_of(month.issues) if month.rated else None,
            families=family_names(),
            titles={group: group_title(group) for group in month.named},
            problems=told.problems,
            notices=told.notices,
            cautions=cautions(month),
            limit=LIMIT,
            running=ISSUES,
            most=max((kind.errors for kind in month.rules), default=0.0) or 1.0,
        )
        + "\n"
    )


@cache
def _style() -> str:
    return look() + "".join(path.read_text(encoding="utf-8") for path in _STYLES)


@cache
def _template() -> Template:
    pages = environment(_FOLDER)
    pages.filters["figure"] = _figure
    pages.filters["rate"] = lambda rate: "—" if rate is None else f"{rate:.2f}"
    pages.globals["verdict"] = verdict
    pages.globals["flag"] = _flag
    return pages.get_template("month.html.jinja")


def _figure(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _flag(own: Sum) -> str:
    return tr("超过限度") if own.over else ""
