"""What a release is made with: the workflows, the container, the notes. What needs a server is held by its syntax."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from shutil import which

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEST = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))["jobs"]
RELEASE = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))["jobs"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def steps(jobs: dict) -> list[dict]:
    return [step for job in jobs.values() for step in job.get("steps", ())]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-actions", [ROOT / "action.yml"]),
        ("vendor.gitlab-ci", [ROOT / "ci" / "gitlab-ci.yml"]),
    ],
    ids=["workflows", "action", "gitlab"],
)
def test_what_servers_run_keeps_to_its_schema(schema: str, files: list[Path]) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema has the schemas")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert files and not done.returncode, done.stdout + done.stderr


@pytest.mark.skipif(which("actionlint") is None, reason="actionlint is not installed; the job workflows runs it")
def test_actionlint_finds_nothing_in_the_workflows() -> None:
    done = subprocess.run(["actionlint", *WORKFLOWS], capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stdout


@pytest.mark.skipif(which("bash") is None, reason="the scripts are for bash")
def test_the_scripts_of_the_workflows_can_be_read_by_bash() -> None:
    for step in steps(TEST | RELEASE):
        if "run" in step:
            done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, encoding="utf-8", check=False)
            assert not done.returncode, done.stderr
            assert "${{" not in step["run"]  # what a tag or a branch is called is no part of a script


def test_the_wheel_is_tried_on_every_system_and_python_that_the_project_names() -> None:
    matrix = TEST["wheel"]["strategy"]["matrix"]
    named = {match[1] for line in PROJECT["classifiers"] if (match := re.search(r":: (3\.\d+)$", line))}
    assert set(matrix["python"]) == named
    assert PROJECT["requires-python"] == f">={min(named, key=lambda version: int(version[2:]))}"
    assert {re.split(r"[-\d]", system)[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}
    assert any("--only-binary=:all:" in step.get("run", "") for step in TEST["wheel"]["steps"])


def test_the_action_is_tried_with_inputs_that_it_has() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    uses = [step["with"] for step in steps(TEST) if step.get("uses") == "./"]
    assert uses and all(set(given) <= set(inputs) for given in uses)


def test_what_is_downloaded_was_uploaded_before() -> None:
    def named(kind: str, jobs: dict) -> set[str]:
        return {step["with"]["name"] for step in steps(jobs) if step.get("uses", "").startswith(f"actions/{kind}")}

    assert named("download", TEST) <= named("upload", TEST)
    assert named("download", RELEASE) <= named("upload", TEST | RELEASE)


def test_only_a_tested_version_with_notes_is_published_and_without_a_password() -> None:
    assert {"notes", "test"} <= set(RELEASE["pypi"]["needs"])
    assert RELEASE["test"]["uses"] == "./.github/workflows/test.yml"
    assert RELEASE["pypi"]["permissions"] == {"id-token": "write"}
    assert "secrets" not in (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


# --- the notes --------------------------------------------------------------------------------------------------------

CHANGELOG = "# Changelog\n\n## 0.2.0 (2027-03-01)\n\nSecond.\n\n- One.\n\n## 0.1.0 (2027-01-31)\n\nFirst.\n\n## 0.0.1 (unreleased)\n\nNone.\n"


@pytest.fixture(scope="module")
def notes():
    """The function of the tool, which is a script and no package."""
    found: dict = {"__name__": "release_notes", "__file__": str(ROOT / "tools" / "release_notes.py")}
    source = (ROOT / "tools" / "release_notes.py").read_text(encoding="utf-8")
    exec(compile(ast.parse(source), "release_notes.py", "exec"), found)
    return found["notes"]


def test_the_notes_are_the_section_of_the_version(notes) -> None:
    assert notes(CHANGELOG, "v0.2.0", "0.2.0") == "Second.\n\n- One.\n"
    assert notes(CHANGELOG, "v0.1.0", "0.1.0") == "First.\n"


@pytest.mark.parametrize(
    ("tag", "version", "problem"),
    [
        ("v0.2.0", "0.1.0", "the tag is v0.2.0, but newslint is version 0.1.0"),
        ("0.1.0", "0.1.0", "the tag is 0.1.0"),
        ("v0.0.1", "0.0.1", "no date"),
        ("v0.3.0", "0.3.0", "no section"),
    ],
)
def test_there_are_no_notes_for_another_tag_or_an_unfinished_section(
    notes, tag: str, version: str, problem: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(problem)):
        notes(CHANGELOG, tag, version)


def test_the_changelog_has_a_section_for_this_version(notes) -> None:
    from newslint import __version__

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("(unreleased)", "(2027-01-31)")
    assert len(notes(text, f"v{__version__}", __version__)) > 100


@pytest.mark.skipif(which("bash") is None, reason="the scripts are for bash")
def test_the_workflow_takes_the_notes_without_newslint_installed(tmp_path: Path) -> None:
    from newslint import __version__

    (step,) = [step for step in RELEASE["notes"]["steps"] if "release_notes" in step.get("run", "")]
    for name in ("newslint/__init__.py", "tools/release_notes.py", "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    changelog = tmp_path / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(text.replace("(unreleased)", "(2027-01-31)"), encoding="utf-8")
    env = {**os.environ, **step["env"], "TAG": f"v{__version__}"}
    # Python by its full name, and without what is installed.
    script = step["run"].replace("python ", f"{shlex.quote(sys.executable)} -S ", 1)
    done = subprocess.run(["bash", "-ec", script], cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0 and len((tmp_path / "notes.md").read_text(encoding="utf-8")) > 100
    done = subprocess.run(["bash", "-ec", script], cwd=tmp_path, env={**env, "TAG": "v0.0.1"}, check=False)
    assert done.returncode == 1


# --- the container ----------------------------------------------------------------------------------------------------


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"\\\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.skipif(which("hadolint") is None, reason="hadolint is not installed")
def test_hadolint_finds_no_error_in_the_dockerfile() -> None:
    command = ["hadolint", "--failure-threshold", "error", "Dockerfile"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stdout


def test_the_image_is_slim_debian_and_runs_newslint_as_an_ordinary_user() -> None:
    lines = instructions()
    assert all(re.fullmatch(r"python:3\.\d+-slim( AS \w+)?", rest) for word, rest in lines if word == "FROM")
    users = [rest for word, rest in lines if word == "USER"]
    assert users and users[-1] not in ("root", "0")
    assert lines[-2:] == [("ENTRYPOINT", '["newslint"]'), ("CMD", '["--help"]')]


def test_the_image_is_built_from_what_the_wheel_needs(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="wheels are built with hatchling")
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"]
    for name in kept:
        if name.endswith("/"):
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tmp_path)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stdout + done.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "newslint").rglob("*") if path.is_file()}
    assert {name for name in there if "__pycache__" not in name} <= names
    assert "newslint/rulefiles/pack.json" in names


# --- the site ---------------------------------------------------------------------------------------------------------


def test_the_site_can_be_built_without_a_broken_link(tmp_path: Path) -> None:
    pytest.importorskip("zensical", reason="the extra docs builds the site; .ci/run and the job docs do so")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stdout + done.stderr
    assert (tmp_path / "site" / "zh" / "规则" / "DU" / "index.html").is_file()
