"""The checks that are programs of their own, so that one command runs everything."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "style": ("ruff", "check", "."),
    "types": ("mypy",),
    "layers": ("lint-imports",),
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_the_code_passes(command: tuple[str, ...]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_but_the_given_names_stands_at_the_top() -> None:
    given = {"pyproject.toml", "README.md", "generator", "templates", "content", "seeds", "site", "tests"}
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tops = {path.split("/")[0] for path in listed.split("\0") if path}
    assert {top for top in tops if not top.startswith(".")} <= given


def test_the_fact_that_the_readme_explains_is_there() -> None:
    ids = set(re.findall(r"parkfacts (?:explain|correct) ([0-9a-z]{10})", (ROOT / "README.md").read_text("utf-8")))
    facts = "".join(path.read_text("utf-8") for path in sorted((ROOT / "content/facts").glob("*.yaml")))
    assert len(ids) == 1
    assert [fact for fact in ids if not re.search(rf"id: \"?{fact}\"?$", facts, re.MULTILINE)] == []


def test_the_readme_names_every_command() -> None:
    from generator.cli import main

    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in main.commands if f"`{name}" not in readme] == []
