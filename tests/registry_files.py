"""The project's own registry, loaded once for the tests that need it."""

from functools import cache
from pathlib import Path

from generator.registry.load import build_registry
from generator.registry.registry import Registry

ROOT = Path(__file__).resolve().parent.parent


@cache
def registry_texts() -> tuple[tuple[str, str], ...]:
    """Every YAML file of content/registry as (path relative to the project, text)."""
    paths = sorted((ROOT / "content" / "registry").rglob("*.yaml"))
    return tuple((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


@cache
def project_registry() -> Registry:
    """The registry; AssertionError with its problems if it does not load."""
    loaded = build_registry(registry_texts())
    assert loaded.registry is not None, "\n".join(problem.text() for problem in loaded.problems)
    return loaded.registry
