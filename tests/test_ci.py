"""What CI servers are given: the action and the template are valid, use options that exist, and do what docs/en/ci.md
says.
"""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from shutil import which

import click
import pytest
import yaml
from conftest import ROOT

from newslint.cli import main
from newslint.reports import FORMATS

DOC = (ROOT / "docs" / "en" / "ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci" / "gitlab-ci.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
SCRIPT = STEPS["Check articles"]["run"]
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", DOC, re.MULTILINE | re.DOTALL)

FAULTY = "本报讯（记者 林岚）市档案馆昨日开放新馆，双方坚持互惠互利互惠原则。\n"


def options(command: str) -> set[str]:
    found = main.get_command(click.Context(main), command)
    return {
        name
        for parameter in found.params
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


def used(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def commands() -> dict[str, str]:
    """Return every use of ``newslint check`` that is handed out, by where it stands."""
    found = {"action.yml": SCRIPT, "ci/gitlab-ci.yml": " ".join(GITLAB["newslint"]["script"])}
    found |= {f"hook {hook['id']}": hook["entry"] for hook in HOOKS if " check" in hook["entry"]}
    lines = [line.split("#")[0] for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
    found |= {line: line.split("|")[0] for line in lines if line.startswith("newslint check")}
    found["docs/en/ci.md"] = " ".join(re.findall(r"`(--[^`]*)`", DOC))
    return found


@pytest.mark.parametrize("place", commands())
def test_every_option_that_is_handed_out_exists(place: str) -> None:
    text = commands()[place]
    assert used(text) <= options("check") | ({"--unsafe"} if place == "docs/en/ci.md" else set())
    for name in re.findall(r"--(?:output|format) \"?([a-z]+)\b", text):
        assert name in (*FORMATS, "auto")


def test_the_options_of_the_hooks_exist() -> None:
    for hook in HOOKS:
        program, command, *flags = hook["entry"].split()
        assert program == "newslint" and set(flags) <= options(command)


def test_the_yaml_of_the_documentation_is_valid_and_names_what_there_is() -> None:
    documents = [yaml.safe_load(block) for language, block in BLOCKS if language == "yaml"]
    assert documents
    hooks = [
        hook for document in documents if "repos" in document for repo in document["repos"] for hook in repo["hooks"]
    ]
    assert {hook["id"] for hook in hooks} == {hook["id"] for hook in HOOKS}


def test_the_inputs_of_the_action_are_documented_and_used() -> None:
    rows = dict(
        re.findall(r"^\| `([a-z-]+)` \| ?`?([^`|]*?)`? ?\|", DOC.split("| Input |")[1].split("\n\n")[0], re.MULTILINE)
    )
    assert rows == {name: spec["default"] for name, spec in ACTION["inputs"].items()}
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])


def test_no_input_of_the_action_is_pasted_into_a_script() -> None:
    assert not [step for step in STEPS.values() if "${{" in step["run"]]


def test_gitlab_takes_the_reports_that_are_written() -> None:
    job = GITLAB["newslint"]
    written = dict(re.findall(r"--output ([a-z]+)=(\S+)", " ".join(job["script"])))
    assert job["artifacts"]["reports"] == {"codequality": written["gitlab"], "junit": written["junit"]}
    assert job["artifacts"]["when"] == "always"


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The search path of a job in which newslint is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "newslint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def runner(tmp_path: Path, path: str):
    """Run the script of the action as a runner would, with its inputs in the environment."""
    if which("bash") is None:
        pytest.skip("the action is a script for bash")
    work = tmp_path / "work"
    work.mkdir()

    def run(*, base_ref: str = "", **inputs: str) -> tuple[int, str, str]:
        given = {**{name: spec["default"] for name, spec in ACTION["inputs"].items()}, **inputs}
        declared = STEPS["Check articles"]["env"]
        values = {
            key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: given[match[1]], value)
            for key, value in declared.items()
        }
        summary = tmp_path / "summary.md"
        env = {
            **os.environ,
            **values,
            "PATH": path,
            "PYTHONPATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            "GITHUB_BASE_REF": base_ref,  # empty but in pull requests
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(tmp_path),
        }
        # As the runner does: https://docs.github.com/actions, "shell: bash".
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", SCRIPT]
        done = subprocess.run(command, cwd=work, env=env, encoding="utf-8", capture_output=True, check=False)
        return (
            done.returncode,
            done.stdout + done.stderr,
            summary.read_text(encoding="utf-8") if summary.exists() else "",
        )

    run.work = work
    return run


def test_the_action_annotates_summarises_and_fails(runner) -> None:
    (runner.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    status, log, summary = runner(sarif="out.sarif")
    assert status == 1
    assert "::error" in log and "file=稿件.txt" in log
    assert "### newslint" in summary and "互惠互利互惠" in summary
    assert (runner.work / "out.sarif").exists()


def test_the_inputs_of_the_action_reach_newslint(runner) -> None:
    (runner.work / "稿 件.txt").write_text(FAULTY, encoding="utf-8")
    (runner.work / "清样.txt").write_text(FAULTY.replace("互惠互利互惠", "互惠互利"), encoding="utf-8")
    assert runner(args="--ignore DU03")[0] == 0
    assert runner(paths="清样.txt")[0] == 0
    assert runner(paths="*.txt")[0] == 1
    assert runner(paths="没有.txt")[0] == 2
    assert runner(paths="稿 件.txt")[0] == 2
    assert runner(paths="稿 件.txt\n")[0] == 1
    assert runner(paths="清样.txt\n*件.txt\n")[0] == 1
    assert "::" not in runner(format="text")[1]


def test_the_action_can_gate_on_the_error_rate(runner) -> None:
    text = FAULTY + "市民可以预约参观，每天开放八小时。\n" * 3
    (runner.work / "稿件.txt").write_text(text, encoding="utf-8")
    status, log, _ = runner(**{"max-score": "3"})
    assert status == 1 and "--max-score" in log
    assert "--max-score" not in runner(**{"max-score": "5000"})[1]


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch):
    """Run a command of git in a folder, whatever the user has configured."""
    if which("git") is None:
        pytest.skip("the settings come from git")
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    who = ("-c", "user.name=a", "-c", "user.email=a@b")
    return lambda folder, *words: subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_a_pull_request_brings_no_settings_of_its_own(runner, git) -> None:
    (runner.work / "newslint.toml").write_text('level = "error"\n', encoding="utf-8")
    (runner.work / "旧稿.txt").write_text("市民可以预约参观。\n", encoding="utf-8")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "旧稿"), ("branch", "origin/main")):
        git(runner.work, *words)
    (runner.work / "newslint.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    (runner.work / "新稿.txt").write_text(FAULTY, encoding="utf-8")
    assert runner()[0] == 0
    assert runner(base_ref="main")[0] == 1
    assert runner(base_ref="main", gate="false")[0] == 0
    assert runner(base_ref="main", since="HEAD")[0] == 1
    assert runner(base_ref="main", paths="旧稿.txt")[0] == 0
    assert runner(base="HEAD")[0] == 1
    assert runner(base="HEAD", config="newslint.toml", args="--ignore DU03")[0] == 0
    assert runner(base_ref="没有")[0] == 2


def test_no_file_name_is_an_option_for_the_action(runner, git) -> None:
    git(runner.work, "init", "-q", "-b", "origin/main")
    git(runner.work, "commit", "-qm", "空", "--allow-empty")
    (runner.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    (runner.work / "--fail-on=never").write_text("市民可以预约参观。\n", encoding="utf-8")
    assert runner(paths="*", base_ref="main")[0] == runner(paths="*")[0] == 1
    (runner.work / "--fail-on=never").write_text("", encoding="utf-8")
    assert runner(paths="*", base_ref="main")[0] == 2


def test_a_summary_is_that_of_its_own_run(runner) -> None:
    (runner.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    assert "互惠互利互惠" in runner()[2]
    assert runner(args="--no-such-option")[2].count("### newslint") == 1


@pytest.fixture
def pipeline(tmp_path: Path, path: str):
    """Run the script of the GitLab job in a repository; ``git`` runs a command of git there."""
    if which("sh") is None or which("git") is None:
        pytest.skip("the job is a script for sh, in a repository of git")
    work = tmp_path / "project"
    work.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{role}_{key}": "desk@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    env |= {**who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": path, "PYTHONPATH": str(ROOT)}
    env |= GITLAB["newslint"]["variables"]

    def run(**variables: str) -> int:
        (line,) = GITLAB["newslint"]["script"]
        return subprocess.run(
            ["sh", "-ec", line], cwd=work, env=env | variables, capture_output=True, check=False
        ).returncode

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=work, env=env, encoding="utf-8", capture_output=True, check=True
        ).stdout.strip()

    run.work, run.git = work, git
    return run


def test_the_gitlab_job_writes_its_reports_and_fails(pipeline) -> None:
    (pipeline.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    assert pipeline() == 1
    (found,) = json.loads((pipeline.work / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert found["check_name"].startswith("DU03") and found["location"]["path"] == "稿件.txt"
    assert "<testsuite" in (pipeline.work / "newslint-junit.xml").read_text(encoding="utf-8")
    assert pipeline(NEWSLINT_ARGS="--ignore DU03") == 0


def test_no_file_name_is_an_option_for_the_gitlab_job(pipeline) -> None:
    (pipeline.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    (pipeline.work / "--fail-on=never").write_text("市民可以预约参观。\n", encoding="utf-8")
    assert pipeline(NEWSLINT_PATHS="*") == 1
    assert pipeline(NEWSLINT_PATHS="稿件.txt", NEWSLINT_ARGS="--fail-on never") == 0
    (pipeline.work / "DU03").write_text("", encoding="utf-8")
    assert pipeline(NEWSLINT_PATHS="稿件.txt", NEWSLINT_ARGS="--ignore DU*") == 2


def test_a_merge_request_brings_no_settings_of_its_own(pipeline) -> None:
    pipeline.git("init", "--quiet")
    pipeline.git("commit", "--quiet", "--allow-empty", "-m", "空")
    base = pipeline.git("rev-parse", "HEAD")
    (pipeline.work / "newslint.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    (pipeline.work / "稿件.txt").write_text(FAULTY, encoding="utf-8")
    assert pipeline() == 0
    assert pipeline(CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 1


def test_the_gitlab_job_installs_nothing_that_was_not_named() -> None:
    first = GITLAB["newslint"]["before_script"][0]
    done = subprocess.run(["sh", "-ec", first], env={"NEWSLINT_PACKAGE": ""}, capture_output=True, check=False)
    assert GITLAB["newslint"]["variables"]["NEWSLINT_PACKAGE"] == "" and done.returncode == 1


def test_in_a_merge_request_only_what_was_changed_fails_the_job(pipeline) -> None:
    article = pipeline.work / "稿件.txt"
    article.write_text(FAULTY, encoding="utf-8")
    pipeline.git("init", "--quiet")
    pipeline.git("add", "--all")
    pipeline.git("commit", "--quiet", "-m", "旧稿")
    base = pipeline.git("rev-parse", "HEAD")
    article.write_text(FAULTY + "市民可以预约参观，每天开放八小时。\n", encoding="utf-8")
    assert pipeline(CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 0
    article.write_text(FAULTY + FAULTY.replace("本报讯（记者 林岚）", ""), encoding="utf-8")
    assert pipeline(CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 1
