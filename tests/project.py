"""A copy of the project's data in a folder of its own, for tests that build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("content", "templates", "seeds", "site/mkdocs.yml", "site/overrides", "site/assets", "tests/gold")


def copy_project(target: Path) -> Path:
    """Everything that a build reads, without what an earlier build made of the site."""
    for part in PARTS:
        source = ROOT / part
        (target / part).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target / part)
        elif source.exists():
            shutil.copy(source, target / part)
    return target


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, as a user runs it."""
    command = [sys.executable, "-m", "generator", "--root", str(root), *words]
    settings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, encoding="utf-8", check=False)


def snapshot(root: Path, *folders: str) -> dict[str, bytes]:
    """Every file below the folders with its bytes."""
    paths = (path for folder in folders for path in sorted((root / folder).rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
