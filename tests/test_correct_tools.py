"""What leads an editor to the right file: editor settings, hooks, the issue template."""

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def test_the_editor_knows_a_schema_for_every_file_that_hands_write() -> None:
    schemas = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    globs = [pattern for patterns in schemas.values() for pattern in ([patterns] if isinstance(patterns, str) else patterns)]
    for path in sorted((ROOT / "content" / "registry").glob("*.yaml")):
        if path.name != "wording.yaml":
            assert path.relative_to(ROOT).as_posix() in globs
    for schema in schemas:
        assert (ROOT / schema).is_file(), schema


def test_every_file_that_hands_write_names_its_schema() -> None:
    for path in [*(ROOT / "content" / "corrections").glob("*.yaml"), *(ROOT / "content" / "registry").glob("*.yaml")]:
        first = path.read_text("utf-8").splitlines()[0]
        if path.name != "wording.yaml":
            assert first.startswith("# yaml-language-server: $schema=../schema/"), path
            assert (path.parent / first.partition("=")[2]).is_file(), path


def test_hooks_run_the_check() -> None:
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repo,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert offered["entry"] == "parkfacts check"
    assert repo["hooks"][0]["entry"].endswith("/parkfacts check")
    assert offered["files"] == repo["hooks"][0]["files"]
    assert not offered["pass_filenames"]


def test_the_issue_template_asks_for_what_a_correction_needs() -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "figure-is-wrong.yml").read_text("utf-8"))
    asked = {field["id"] for field in form["body"] if "id" in field}
    assert {"fact", "machine", "right", "because"} <= asked
