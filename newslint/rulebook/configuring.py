"""What settings lay over the rules as their pages have them: options, severities, a style."""

from collections.abc import Mapping
from typing import NamedTuple

from newslint.config.settings import Adjustment
from newslint.finding import Severity
from newslint.language import tr
from newslint.rulebook.rule import Rule, RuleError, make_rule_check


class Configured(NamedTuple):
    """Options and severities from outside the rule files, laid over theirs.

    ``rules`` holds options for one rule, by its code or name; ``checks`` those for every rule with a check, by its
    name, with the key of the table in ``source``, the file that it all comes from; ``severities`` those of single
    rules, by code or name. All lie over ``style``, what the preset and the house do to rules, by code.
    """

    source: str = ""
    rules: Mapping[str, Mapping[str, object]] = {}
    checks: Mapping[str, tuple[str, Mapping[str, object]]] = {}
    severities: Mapping[str, Severity] = {}
    style: Mapping[str, Adjustment] = {}


def configure(rule: Rule, configured: Configured) -> Rule:
    """Apply what is configured to the rule: the style, then the options of its check, then its own.

    Raises ``RuleError``.
    """
    style = configured.style.get(rule.code)
    if style is not None:
        # Another rule may bear the code where the built-in ones are replaced.
        changed = {key: value for key, value in style.options.items() if rule.options.get(key, value) != value}
        rule = (rule.with_options(changed) if changed else rule)._replace(severity=max(rule.severity, style.least))
    for word in (rule.name, rule.code):
        if word in configured.severities:
            rule = rule._replace(severity=configured.severities[word])
    for word in (rule.name, rule.code):
        if "want" in configured.rules.get(word, ()):
            from newslint.config.presets import aspect_of

            if aspect := aspect_of(rule.code):
                told = tr("这项体例写在 house.{aspect} 里。", aspect=aspect)
                raise RuleError(configured.source, f"options.{word}.want", told)
        if "learnt" in configured.rules.get(word, ()) and "learnt" not in rule.options:
            raise RuleError(configured.source, f"options.{word}.learnt", tr("这一项写在 learnt 里，各条规则共用。"))
    tables = [
        (f"options.{word}", configured.rules[word]) for word in (rule.name, rule.code) if word in configured.rules
    ]
    # The words of [deny] are for the page that waits for them; a page with words of its own keeps these.
    if rule.check in configured.checks and not (rule.check == "denied-words" and "words" in rule.options):
        tables.insert(0, configured.checks[rule.check])
    if not tables:
        return rule
    values = dict(rule.options)
    for _, table in tables:
        values.update(table)
    return rule.with_check(values, make_rule_check(rule.check, values, configured.source, tables[::-1], prove=True))
