"""The address of the page of a rule: from the configuration into the reports."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from newslint.cli import main

STORY = "本报讯（记者 田一川）会上，我市双方坚持互惠互利互惠原则。\n"
PAGE = "https://example.com/手册/规则/{family}/#{anchor}"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, in which the command runs."""
    (tmp_path / "稿.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(form: str) -> str:
    return CliRunner().invoke(main, ["check", "--format", form, "稿.txt"]).stdout


def test_reports_lead_to_the_page_of_a_rule(desk: Path) -> None:
    (desk / "newslint.toml").write_text(f'rule-url = "{PAGE}"\n', encoding="utf-8")
    (rule,) = json.loads(report("sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"].isascii() and unquote(rule["helpUri"]) == "https://example.com/手册/规则/DU/#du03"
    (diagnostic,) = json.loads(report("rdjson"))["diagnostics"]
    assert diagnostic["code"] == {"value": "DU03", "url": rule["helpUri"]}
    assert f'<a href="{rule["helpUri"]}" rel="noreferrer"><code' in report("html")


def test_without_the_setting_and_for_rules_of_the_house_there_is_no_address(desk: Path) -> None:
    assert "helpUri" not in report("sarif") and '"url"' not in report("rdjson")
    (desk / "own.toml").write_text(
        'code="XX01"\nname="house-rule"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\n'
        'weight=1\nmessage="“{match}”不用"\nwhy="试"\n[options]\nanchor=["双方"]\npattern="双方"\n',
        encoding="utf-8",
    )
    (desk / "newslint.toml").write_text(f'rules = ["own.toml"]\nrule-url = "{PAGE}"\n', encoding="utf-8")
    rules = {rule["id"]: rule for rule in json.loads(report("sarif"))["runs"][0]["tool"]["driver"]["rules"]}
    assert set(rules) == {"DU03", "XX01"}
    assert "helpUri" in rules["DU03"] and "helpUri" not in rules["XX01"]


@pytest.mark.parametrize(
    "address", ["规则/{code}", "https://example.com/", "https://example.com/{rule}", "javascript:{code}"]
)
def test_what_is_no_such_address_is_refused(desk: Path, address: str) -> None:
    (desk / "newslint.toml").write_text(f'rule-url = "{address}"\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "稿.txt"])
    assert done.exit_code == 2 and "rule-url" in done.stderr and "https://example.com/{family}/#{anchor}" in done.stderr
