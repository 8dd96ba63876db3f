"""The environment of the contenders: a separate virtualenv and a folder of npm packages, made once and reused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYPI = ("autocorrect-py==2.14.0",)
#: A rule of textlint for Chinese on npm, which checks only brackets.
RULE = "zh-half-and-full-width-bracket"
NPM = (
    "autocorrect-node@2.14.0",
    "zhlint@0.8.2",
    "@lint-md/cli@2.2.4",
    "@lint-md/core@2.4.0",
    "textlint@15.8.0",
    f"textlint-rule-{RULE}@1.1.0",
)
#: Where each package names the script of its command.
_PACKAGES = {"autocorrect": "autocorrect-node", "zhlint": "zhlint", "lint-md": "@lint-md/cli", "textlint": "textlint"}


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment's folder. ``failed`` gives, for each package that could not be installed, the reason."""

    folder: Path
    failed: Mapping[str, str]
    uncached: tuple[str, ...] = ()

    @property
    def npm(self) -> Path:
        """The folder whose node_modules contains the npm packages."""
        return self.folder / "npm"

    @property
    def python(self) -> Path:
        """The Python of the virtualenv."""
        return _python(self.folder)

    @property
    def newslint(self) -> list[str]:
        """The installed ``newslint`` command."""
        return [str(self.python.with_name("newslint"))]

    def script(self, command: str) -> str:
        """Return the script that ``command`` runs; the path does not exist if its package is not installed."""
        package = self.npm / "node_modules" / _PACKAGES[command]
        try:
            named = json.loads((package / "package.json").read_text(encoding="utf-8"))["bin"]
        except (OSError, ValueError, KeyError):
            return str(package)
        return str(package / (named if isinstance(named, str) else named[command]))

    def versions(self) -> dict[str, str]:
        """Return the versions of the installed packages of contenders."""
        program = (
            "import json; from importlib.metadata import distributions as all; "
            "print(json.dumps({it.name: it.version for it in all()}))"
        )
        installed = json.loads(_output([str(self.python), "-I", "-c", program]) or "{}")
        found = {name: installed[name] for name in ("newslint", "autocorrect-py") if name in installed}
        for spec in NPM:
            name = spec.rpartition("@")[0]
            place = self.npm / "node_modules" / name / "package.json"
            if place.is_file():
                found[name] = json.loads(place.read_text(encoding="utf-8"))["version"]
        return found


def prepare(folder: Path) -> Environment:
    """Install missing packages under ``folder``, and newslint afresh from this checkout, as a user would.

    Failures are recorded in the environment. Raises ``SystemExit`` if newslint cannot be installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The race has its own cache of rules and results.
    os.environ["NEWSLINT_CACHE_DIR"] = str(folder / "cache")
    # Users do not run from the checkout.
    os.environ.pop("PYTHONPATH", None)
    failed = {}
    python = _python(folder)
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    reason = _run([*pip, str(ROOT)]) or _run([*pip, "--force-reinstall", "--no-deps", str(ROOT)])
    if reason:
        raise SystemExit(f"newslint cannot be installed: {reason}")
    for spec in PYPI:
        reason = _run([*pip, spec])
        if reason:
            failed[spec] = reason
    npm = shutil.which("npm")
    for spec in NPM:
        name, _, version = spec.rpartition("@")
        place = folder / "npm" / "node_modules" / name / "package.json"
        if place.is_file() and json.loads(place.read_text(encoding="utf-8"))["version"] == version:
            continue
        command = [
            npm or "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--loglevel",
            "error",
            "--prefix",
            str(folder / "npm"),
            spec,
        ]
        reason = _run(command) if npm else "there is no npm"
        if reason:
            failed[spec] = reason
    environment = Environment(folder, failed)
    # newslint would otherwise take its results from the cache after the first round.
    cached = "--no-cache" in _output([*environment.newslint, "check", "--help"])
    return Environment(folder, failed, ("--no-cache",) if cached else ())


def _python(folder: Path) -> Path:
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"


def _run(command: list[str]) -> str:
    """Run ``command``; return the last line of its output if it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no reason given"])[-1]


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=120).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
